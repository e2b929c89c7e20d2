// Checks what needs no roles: distributions and functions exist and have their arguments.
import { distributions } from './distributions';
import type { Distribution } from './distribution';
import { functionNames, isScalarFunction, isVectorFunction } from './functions';
import { suggestion } from './names';
import type { ErrorList } from './result';
import type { Expression, Program, Statement } from './tree';
import { rightSide, visit } from './walk';

type Draw = Extract<Statement, { kind: 'draw' }>;

/** The distribution of a draw with the right number of arguments; null where `checkSignatures` has an error. */
export function distributionOf(statement: Draw): Distribution | null {
  const distribution = distributions.get(statement.distribution);
  return distribution !== undefined && distribution.arguments.length === statement.arguments.length
    ? distribution
    : null;
}

export function checkSignatures(program: Program, errors: ErrorList): void {
  for (const statement of program.statements) {
    for (const expression of rightSide(statement)) visit(expression, (part) => checkCall(part, errors));
    if (statement.kind === 'draw') checkDraw(statement, errors);
    const targets = statement.kind === 'draw' ? statement.targets : [statement.target];
    for (const { name, span } of targets) {
      if (functionNames.includes(name))
        errors.add(span, `${name} is a function of the notation.`, 'Choose another name.');
      else if (distributions.has(name)) errors.add(span, `${name} is a distribution.`, 'Choose another name.');
    }
  }
}

function checkDraw(statement: Draw, errors: ErrorList): void {
  const known = distributions.get(statement.distribution);
  const given = statement.arguments.length;
  if (known === undefined) {
    const names = [...distributions.keys()];
    const fix = suggestion(statement.distribution, names, `The distributions are ${names.join(', ')}.`);
    errors.add(statement.distributionSpan, `There is no distribution ${statement.distribution}.`, fix);
  } else if (known.arguments.length !== given) {
    const wanted = known.arguments.length;
    const message = `${known.name} takes ${count(wanted, 'argument')}, not ${given}.`;
    errors.add(statement.distributionSpan, message, `Write ${known.signature}.`);
  }
}

function checkCall(part: Expression, errors: ErrorList): void {
  if (part.kind !== 'call') return;
  if (!isScalarFunction(part.name) && !isVectorFunction(part.name)) {
    const fix = distributions.has(part.name)
      ? `${part.name} is a distribution: it stands directly after ~.`
      : suggestion(part.name, functionNames, `The functions are ${functionNames.join(', ')}.`);
    errors.add(part.span, `There is no function ${part.name}.`, fix);
  } else if (part.arguments.length !== 1) {
    errors.add(part.span, `${part.name} takes 1 argument, not ${part.arguments.length}.`, `Write ${part.name}(x).`);
  } else if (isVectorFunction(part.name) && part.arguments[0].kind !== 'reference') {
    const fix = 'Give the expression a name on a line of its own, and use that name here.';
    errors.add(part.arguments[0].span, `${part.name} takes the name of a vector.`, fix);
  }
}

export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
