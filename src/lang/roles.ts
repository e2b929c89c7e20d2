// Who is who: every name of a text gets its role from the text and the declaration beside it.
import { nearest, spelled, suggestion } from './names';
import type { Knob, Role, Roles } from './model';
import type { ErrorList } from './result';
import type { Declaration, Program, Span } from './tree';
import { rightSide, visit } from './walk';

export interface Definition {
  readonly declaration: Declaration;
  /** Index into the program's statements. */
  readonly statement: number;
  readonly kind: 'draw' | 'define';
}

export interface Names {
  readonly roles: ReadonlyMap<string, Role>;
  readonly knobs: ReadonlyMap<string, Knob>;
  readonly definitions: ReadonlyMap<string, Definition>;
}

/** Roles for a text when only the names in a data file and the names set on the command line are known. */
export function guessRoles(
  program: Program,
  dataNames: readonly string[],
  knobs: Readonly<Record<string, number>>,
): Roles {
  const drawn = new Set<string>();
  for (const statement of program.statements) {
    if (statement.kind === 'draw') for (const target of statement.targets) drawn.add(target.name);
  }
  return {
    observed: dataNames.filter((name) => drawn.has(name) && !(name in knobs)),
    data: dataNames.filter((name) => !drawn.has(name) && !(name in knobs)),
    knobs: Object.entries(knobs).map(([name, value]) => ({ name, value, minimum: value, maximum: value })),
  };
}

export function assignRoles(program: Program, roles: Roles, errors: ErrorList): Names {
  const definitions = collectDefinitions(program, errors);
  const assigned = new Map<string, Role>();
  const declared = new Map<string, Role>();
  const declare = (name: string, role: Role): void => {
    const before = declared.get(name);
    if (before !== undefined && before !== role)
      errors.add(
        { start: 0, end: 0 },
        `${name} is declared twice, as ${article(before)} and as ${article(role)}.`,
        'Keep one of the two.',
      );
    else declared.set(name, role);
  };
  for (const name of roles.observed) declare(name, 'observed');
  for (const name of roles.data) declare(name, 'data');
  for (const knob of roles.knobs) declare(knob.name, 'knob');

  for (const [name, { kind, declaration }] of definitions) {
    const role = declared.get(name);
    assigned.set(name, kind === 'define' ? 'deterministic' : role === 'observed' ? 'observed' : 'parameter');
    if (role === undefined || (role === 'observed' && kind === 'draw')) continue;
    errors.add(
      declaration.span,
      `${name} is ${article(role)}, but the text ${kind === 'draw' ? 'draws' : 'defines'} it.`,
      leftFix(name, role, kind),
    );
  }
  for (const [name, role] of declared) if (!assigned.has(name)) assigned.set(name, role);
  checkUse(program, roles, definitions, errors);
  checkSpelling(program, errors);
  return { roles: assigned, knobs: new Map(roles.knobs.map((knob) => [knob.name, knob])), definitions };
}

function collectDefinitions(program: Program, errors: ErrorList): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  program.statements.forEach((statement, index) => {
    const targets = statement.kind === 'draw' ? statement.targets : [statement.target];
    for (const declaration of targets) {
      const before = definitions.get(declaration.name);
      if (before === undefined) {
        definitions.set(declaration.name, { declaration, statement: index, kind: statement.kind });
        continue;
      }
      const line = program.text.slice(0, before.declaration.span.start).split('\n').length;
      const both = before.kind === 'draw' && statement.kind === 'draw';
      const message = both ? `${declaration.name} has two distributions` : `${declaration.name} is defined twice`;
      errors.add(
        declaration.span,
        `${message}, here and on line ${line}.`,
        'Keep one of the two lines, or rename one.',
      );
    }
  });
  return definitions;
}

function leftFix(name: string, role: Role, kind: 'draw' | 'define'): string {
  if (role === 'knob') return `Remove this line, or the knob ${name}.`;
  if (kind === 'define') return `Remove this line, or drop ${name} from the data.`;
  return `Declare ${name} as observed, or remove this line.`;
}

/** Declared names that the text never uses are typos, except data that it leaves alone. */
function checkUse(
  program: Program,
  roles: Roles,
  definitions: ReadonlyMap<string, Definition>,
  errors: ErrorList,
): void {
  const used = new Map<string, Span>();
  for (const statement of program.statements) {
    for (const expression of rightSide(statement))
      visit(expression, (part) => {
        if (part.kind === 'reference' && !used.has(part.name)) used.set(part.name, part.span);
      });
  }
  const end = { start: program.text.length, end: program.text.length };
  for (const name of roles.observed) {
    if (definitions.has(name)) continue;
    const drawn = [...definitions].filter(([, definition]) => definition.kind === 'draw').map(([other]) => other);
    const near = nearest(name, drawn);
    const fix = suggestion(name, drawn, `Give it a line such as ${name}[i] ~ Normal(mu, sigma).`);
    const span = definitions.get(near ?? '')?.declaration.span ?? end;
    errors.add(span, `${name} is declared as observed, but no line of the text draws it.`, fix);
  }
  for (const { name } of roles.knobs) {
    if (used.has(name)) continue;
    const unknown = [...used.keys()].filter((other) => !definitions.has(other));
    const span = used.get(nearest(name, unknown) ?? '') ?? end;
    errors.add(
      span,
      `The knob ${name} appears nowhere in the text.`,
      suggestion(name, unknown, 'Use it, or remove it.'),
    );
  }
}

/** `σ` and `sigma` are one name in every program printed from the text, so they cannot be two here. */
function checkSpelling(program: Program, errors: ErrorList): void {
  const first = new Map<string, string>();
  const see = (name: string, span: Span): void => {
    const before = first.get(spelled(name));
    if (before === undefined) first.set(spelled(name), name);
    else if (before !== name)
      errors.add(
        span,
        `${name} and ${before} are two spellings of one name.`,
        `Write ${before} everywhere, or ${name} everywhere.`,
      );
  };
  for (const statement of program.statements) {
    for (const target of statement.kind === 'draw' ? statement.targets : [statement.target])
      see(target.name, target.span);
    for (const expression of rightSide(statement))
      visit(expression, (part) => {
        if (part.kind === 'reference') see(part.name, part.span);
      });
  }
}

export function article(role: Role): string {
  switch (role) {
    case 'observed':
      return 'an observed variable';
    case 'data':
      return 'data';
    case 'knob':
      return 'a knob';
    case 'parameter':
      return 'a parameter';
    case 'deterministic':
      return 'a derived quantity';
  }
}
