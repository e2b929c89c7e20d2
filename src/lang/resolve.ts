// From the tree to a model: names get roles, axes get plates, parameters get constraints, statements get an order.
import { checkArgument, checkBounds, priorConstraint } from './constraints';
import type { Feeding } from './constraints';
import type { Constraint, Model, ModelStatement, ModelSymbol, Plate, Roles } from './model';
import { buildPlates, plateIds } from './plates';
import { defaultLatex } from './names';
import { orderStatements } from './order';
import { readProgram } from './parser';
import { References, writeOutIndices } from './references';
import type { Scope } from './references';
import { ErrorList, failure, success } from './result';
import type { Result } from './result';
import { assignRoles } from './roles';
import type { Names } from './roles';
import { checkSignatures, distributionOf } from './signatures';
import type { Declaration, Expression, Program, Span, Statement } from './tree';
import { namesIn, rightSide } from './walk';

/** The model of a text, or every error of form and of meaning in it. */
export function readModel(text: string, roles: Roles): Result<Model> {
  const { program, errors } = readProgram(text);
  if (errors.empty) return resolve(program, roles);
  // With lines missing, roles would only report what those lines would have said.
  checkSignatures(program, errors);
  return failure(errors.errors);
}

/** Gives a parsed text its roles. Errors: everything about names, indices, arguments and priors that needs no data. */
export function resolve(program: Program, roles: Roles): Result<Model> {
  const errors = new ErrorList(program.text);
  checkSignatures(program, errors);
  const names = assignRoles(program, roles, errors);
  const references = new References(names, program.text, errors);
  const scopes = collectScopes(program);
  for (const { scope } of scopes) references.declare(scope);
  for (const { scope, statement } of scopes) readRightSide(references, names, scope, statement);
  const { plates, idOf } = buildPlates(references, names);
  const sound = scopes.filter(({ statement }) => statement.kind === 'define' || distributionOf(statement) !== null);
  const statements = sound.map(({ scope, statement }) => modelStatement(scope, statement, names, idOf));
  const constraints = findConstraints(statements, names, errors);
  checkPriors(statements, names, constraints, errors);
  const order = orderStatements(statements, errors);
  // With a typo about, what looks unread may be read under its right name.
  if (errors.empty) checkRowSized(statements, names, plates, errors);
  if (!errors.empty) return failure(errors.errors);
  const symbols = buildSymbols(references, names, constraints, roles, idOf);
  return success({ program, roles, plates, symbols, statements, order });
}

interface ScopedStatement {
  readonly scope: Scope;
  readonly statement: Statement;
}

function collectScopes(program: Program): ScopedStatement[] {
  const scopes: ScopedStatement[] = [];
  for (const statement of program.statements) {
    const targets: readonly Declaration[] = statement.kind === 'draw' ? statement.targets : [statement.target];
    for (const declaration of targets) scopes.push({ statement, scope: { id: scopes.length, declaration } });
  }
  return scopes;
}

function readRightSide(references: References, names: Names, scope: Scope, statement: Statement): void {
  const distribution = statement.kind === 'draw' ? distributionOf(statement) : null;
  rightSide(statement).forEach((expression, k) => {
    // Whether an unknown distribution would take a known name as a number or as a vector cannot be said.
    const unsure = statement.kind === 'draw' && distribution === null && expression.kind === 'reference';
    if (unsure && names.roles.has(expression.name)) return;
    const domain = distribution?.arguments[k].domain;
    references.read(expression, scope, domain === 'cutpoints' || domain === 'logits');
  });
}

function modelStatement(
  scope: Scope,
  statement: Statement,
  names: Names,
  idOf: (slot: string) => number,
): ModelStatement {
  const { name, letters } = scope.declaration;
  const common = {
    name,
    letters: letters.map((letter) => letter.name),
    plates: plateIds(name, letters.length, idOf),
    span: statement.span,
  };
  const full = (expression: Expression): Expression => writeOutIndices(expression, scope, names);
  if (statement.kind === 'define')
    return { ...common, kind: 'define', link: statement.link, value: full(statement.value) };
  const distribution = distributionOf(statement);
  if (distribution === null)
    throw new Error(`unknown distribution ${statement.distribution} after the signatures were checked`);
  return { ...common, kind: 'draw', distribution, arguments: statement.arguments.map(full) };
}

function findConstraints(
  statements: readonly ModelStatement[],
  names: Names,
  errors: ErrorList,
): Map<string, Constraint> {
  const constraints = new Map<string, Constraint>();
  for (const statement of statements) {
    if (statement.kind !== 'draw' || names.roles.get(statement.name) !== 'parameter') continue;
    const constraint = priorConstraint(statement.distribution, statement.arguments);
    if (constraint !== null) constraints.set(statement.name, constraint);
    else
      errors.add(
        names.definitions.get(statement.name)?.declaration.span ?? statement.span,
        `${statement.name} is not declared as observed, and ${statement.distribution.name} would make it a discrete parameter.`,
        `Declare ${statement.name} as observed and give its data; discrete unknowns cannot be sampled.`,
      );
  }
  for (const statement of statements) {
    if (statement.kind !== 'draw') continue;
    statement.distribution.arguments.forEach((argument, k) => {
      const value = statement.arguments[k];
      if (argument.domain !== 'cutpoints' || value.kind !== 'reference') return;
      orderCutpoints(value.name, value.span, statements, constraints, errors);
    });
  }
  return constraints;
}

/** A vector that feeds cutpoints is increasing; its elements must then share one prior on the real line. */
function orderCutpoints(
  name: string,
  span: Span,
  statements: readonly ModelStatement[],
  constraints: Map<string, Constraint>,
  errors: ErrorList,
): void {
  const constraint = constraints.get(name);
  if (constraint === undefined || constraint.kind === 'ordered') return;
  if (constraint.kind !== 'real') {
    errors.add(
      span,
      `Cutpoints range over all numbers, but the prior of ${name} does not.`,
      `Give ${name} a prior such as Normal(0, 1.5).`,
    );
    return;
  }
  const prior = statements.find((statement) => statement.name === name);
  const axis = prior?.letters.at(-1);
  if (prior !== undefined && axis !== undefined && rightSide(prior).some((expression) => namesIn(expression).has(axis)))
    errors.add(
      prior.span,
      `Cutpoints share one prior, but that of ${name} changes with ${axis}.`,
      `Leave ${axis} out of the arguments.`,
    );
  constraints.set(name, { kind: 'ordered' });
}

function checkPriors(
  statements: readonly ModelStatement[],
  names: Names,
  constraints: ReadonlyMap<string, Constraint>,
  errors: ErrorList,
): void {
  const byName = new Map(statements.map((statement) => [statement.name, statement]));
  const feeding: Feeding = {
    role: (name) => names.roles.get(name),
    knob: (name) => names.knobs.get(name),
    constraint: (name) => constraints.get(name),
    alias: (name) => {
      const statement = byName.get(name);
      return statement?.kind === 'define' && statement.link === null ? statement.value : null;
    },
  };
  for (const statement of statements) {
    if (statement.kind !== 'draw') continue;
    statement.distribution.arguments.forEach((argument, k) =>
      checkArgument(statement.distribution, argument, statement.arguments[k], feeding, errors),
    );
    const constraint = constraints.get(statement.name);
    if (constraint !== undefined) checkBounds(statement.name, constraint, feeding, errors);
  }
}

/** An outcome whose role was forgotten: drawn once a row, and read by nothing. */
function checkRowSized(
  statements: readonly ModelStatement[],
  names: Names,
  plates: readonly Plate[],
  errors: ErrorList,
): void {
  const read = new Set(
    statements.flatMap((statement) => rightSide(statement).flatMap((expression) => [...namesIn(expression)])),
  );
  for (const { name, span, letters, plates: own } of statements) {
    if (names.roles.get(name) !== 'parameter' || read.has(name)) continue;
    const sized = own.some(
      (id) => plates[id].rows || statements.some((other) => other.plates.includes(id) && other.kind === 'define'),
    );
    if (own.length > 0 && sized)
      errors.add(
        names.definitions.get(name)?.declaration.span ?? span,
        `${name} would be a parameter with one value for each ${letters.join(', ')}, and nothing reads it.`,
        `If ${name} is the outcome, declare it as observed and give its data.`,
      );
  }
}

function buildSymbols(
  references: References,
  names: Names,
  constraints: ReadonlyMap<string, Constraint>,
  roles: Roles,
  idOf: (slot: string) => number,
): Map<string, ModelSymbol> {
  const uses = [...references.firstUses].sort(([, a], [, b]) => a.span.start - b.span.start);
  const symbols = new Map<string, ModelSymbol>();
  for (const [name, use] of uses) {
    const definition = names.definitions.get(name);
    const base = {
      name,
      plates: plateIds(name, use.axes, idOf),
      latex: latexOf(name, roles),
      span: definition?.declaration.span ?? use.span,
    };
    const role = names.roles.get(name);
    const indexes = references.indexColumns.has(name) ? idOf(`levels ${name}`) : null;
    const knob = names.knobs.get(name);
    const constraint = constraints.get(name);
    if (role === 'observed' || role === 'data') symbols.set(name, { ...base, role, indexes });
    else if (role === 'deterministic') symbols.set(name, { ...base, role });
    else if (role === 'knob' && knob !== undefined) symbols.set(name, { ...base, role, knob });
    else if (role === 'parameter' && constraint !== undefined) symbols.set(name, { ...base, role, constraint });
    else throw new Error(`${name} has no role after the roles were checked`);
  }
  return symbols;
}

function latexOf(name: string, roles: Roles): string {
  const given = roles.symbols !== undefined && Object.hasOwn(roles.symbols, name) ? roles.symbols[name] : undefined;
  return given ?? defaultLatex(name);
}
