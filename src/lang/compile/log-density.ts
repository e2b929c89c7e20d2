// The log density and its gradient as one function: parameters, derived quantities, one fused loop a statement, and back.
import type { BoundModel } from '../bind';
import type { ModelStatement } from '../model';
import type { Expression } from '../tree';
import { namesIn, rightSide } from '../walk';
import { CodeWriter } from './code';
import { writeAdjoints, writeDensity } from './density';
import type { Purpose } from './density';
import { differentiate } from './differentiate';
import { Lowering } from './lower';
import type { Environment } from './lower';
import type { ModuleBuilder } from './module';
import { flatIndex } from './module';
import { Graph } from './node';
import { parameterCode } from './parameters';
import type { Derived, ParameterLayout, Place, Quantity } from './quantities';
import { shapeOf, sizeOf, storedNames } from './quantities';
import { Rows } from './rows';

type Draw = Extract<ModelStatement, { kind: 'draw' }>;
type Define = Extract<ModelStatement, { kind: 'define' }>;

export function writeLogDensity(
  bound: BoundModel,
  layout: readonly ParameterLayout[],
  knob: (name: string) => string,
  module: ModuleBuilder,
): void {
  const quantities = new Map<string, Quantity>();
  const derived = new Map<string, Derived>();
  const environment: Environment = { bound, quantities, derived, knob };
  const parameters = layout.map((parameter) => {
    const code = parameterCode(parameter, environment, module);
    quantities.set(parameter.name, code.quantity);
    return code;
  });
  const jacobians = parameters.flatMap(({ jacobian }) => jacobian ?? []);
  const scalars = parameters.filter(({ quantity }) => quantity.shape.length === 0);
  const vectors = parameters.filter(({ quantity }) => quantity.shape.length > 0);

  const needed = readByDensities(bound);
  const stored = storedNames(bound);
  const definitions = bound.model.order.filter(
    (statement): statement is Define => statement.kind === 'define' && needed.has(statement.name),
  );
  for (const statement of definitions)
    derived.set(statement.name, {
      statement,
      stored: stored.has(statement.name) ? storage(statement, bound, module) : null,
    });
  const kept = definitions.filter((statement) => stored.has(statement.name));
  const draws = bound.model.statements.filter((statement): statement is Draw => statement.kind === 'draw');

  module.addFunction([
    'function logDensity(q, g) {',
    'g.fill(0);',
    ...scalars.flatMap(({ forward }) => forward),
    `let lp = ${jacobians.join(' + ').replaceAll('+ -', '- ') || '0'};`,
    ...vectors.flatMap(({ forward }) => forward),
    ...kept.flatMap((statement) => forwardDefinition(statement, environment, module)),
    ...draws.flatMap((statement) => ['', comment(statement, bound), ...densityLoop(statement, environment, module)]),
    ...(kept.length === 0 ? [] : ['', '// back through what was derived']),
    ...[...kept].reverse().flatMap((statement) => reverseDefinition(statement, environment, module)),
    '',
    ...parameters.flatMap(({ reverse }) => reverse),
    'return lp === lp ? lp : -Infinity;',
    '}',
  ]);
}

/** Derived quantities that some density reads, directly or through others. */
function readByDensities(bound: BoundModel): Set<string> {
  const needed = new Set<string>();
  const byName = new Map(bound.model.statements.map((statement) => [statement.name, statement]));
  const add = (statement: ModelStatement): void => {
    for (const name of rightSide(statement).flatMap((expression) => [...namesIn(expression)])) {
      const source = byName.get(name);
      if (source?.kind !== 'define' || needed.has(name) || statement.letters.includes(name)) continue;
      needed.add(name);
      add(source);
    }
  };
  for (const statement of bound.model.statements) if (statement.kind === 'draw') add(statement);
  return needed;
}

/** A derived quantity behind a link is kept as its predictor. */
function storage(statement: Define, bound: BoundModel, module: ModuleBuilder): Quantity {
  const shape = shapeOf(statement.name, bound);
  const hint = statement.link === null ? statement.name : `${statement.link}_${statement.name}`;
  const value: Place =
    shape.length === 0
      ? { kind: 'local', name: module.identifiers.fresh(hint), adjoint: module.identifiers.fresh(`d_${hint}`) }
      : {
          kind: 'array',
          name: module.array(hint, sizeOf(shape)),
          base: 0,
          adjoint: module.array(`d_${hint}`, sizeOf(shape)),
        };
  return { value, known: null, shape };
}

function forwardDefinition(statement: Define, environment: Environment, module: ModuleBuilder): string[] {
  const place = storedPlace(statement, environment);
  const rows = new Rows(statement, environment.bound, module, null);
  const writer = new CodeWriter(rows.names, module.identifiers, rows.read);
  const value = new Lowering(new Graph(), environment, rows.letters).expression(statement.value);
  writer.countUses([value]);
  const code = writer.expression(value);
  const at = `[${flatIndex(rows.loops)}]`;
  const lines = writer.lines[writer.innermost];
  if (place.kind === 'local') lines.push(`const ${place.name} = ${code};`, `let ${place.adjoint} = 0;`);
  else lines.push(`${place.name}${at} = ${code};`, `${place.adjoint}${at} = 0;`);
  module.identifiers.release([...writer.innerNames, ...rows.names]);
  return ['', comment(statement, environment.bound), ...writer.nest(rows.bounds)];
}

function reverseDefinition(statement: Define, environment: Environment, module: ModuleBuilder): string[] {
  const place = storedPlace(statement, environment);
  const rows = new Rows(statement, environment.bound, module, null);
  const writer = new CodeWriter(rows.names, module.identifiers, rows.read);
  const graph = new Graph();
  const value = new Lowering(graph, environment, rows.letters).expression(statement.value);
  const code = place.kind === 'local' ? `${place.adjoint}` : `${place.adjoint}[${flatIndex(rows.loops)}]`;
  const seed = graph.seed({ code }, new Set(rows.names));
  seed.hint = `d_${statement.name}`;
  const adjoints = differentiate(graph, [{ output: value, seed }]);
  writer.countUses(adjoints.map((adjoint) => adjoint.value));
  writeAdjoints(writer, adjoints);
  module.identifiers.release([...writer.innerNames, ...rows.names]);
  return adjoints.length === 0 ? [] : writer.nest(rows.bounds);
}

function storedPlace(statement: Define, environment: Environment): Place {
  const stored = environment.derived.get(statement.name)?.stored;
  if (stored === undefined || stored === null) throw new Error(`${statement.name} is not stored`);
  return stored.value;
}

/** The loop of one density, over cells where its rows repeat. */
export function densityLoop(statement: Draw, environment: Environment, module: ModuleBuilder): string[] {
  const { rows, writer } = writeRows(statement, environment, module, { kind: 'gradient' });
  return writer.nest(rows.bounds);
}

/** Writes a density over rows, or over cells when rows repeat: a rehearsal finds out what it reads. */
export function writeRows(
  statement: Draw,
  environment: Environment,
  module: ModuleBuilder,
  purpose: Purpose,
): { rows: Rows; writer: CodeWriter } {
  const density = {
    distribution: statement.distribution,
    outcome: ownReference(statement),
    arguments: statement.arguments,
  };
  const cells = module.rehearse(() => {
    const rows = new Rows(statement, environment.bound, module, null);
    const writer = writeDensity(density, environment, rows, module, purpose);
    return writer.readsByLetter ? null : rows.collapse();
  });
  const rows = new Rows(statement, environment.bound, module, cells);
  const writer = writeDensity(density, environment, rows, module, purpose);
  module.identifiers.release([...writer.innerNames, ...rows.names]);
  return { rows, writer };
}

function ownReference(statement: ModelStatement): Expression {
  const { span } = statement;
  const indices = statement.letters.map((name): Expression => ({ kind: 'reference', name, indices: [], span }));
  return { kind: 'reference', name: statement.name, indices, span };
}

/** The line of the text, as a comment. */
export function comment(statement: ModelStatement, bound: BoundModel): string {
  return `// ${bound.model.program.text
    .slice(statement.span.start, statement.span.end)
    .replace(/#[^\n]*/g, '')
    .replace(/\s+/g, ' ')}`;
}
