// Derived quantities in generated code: computed before the densities that read them, differentiated after.
import type { BoundModel } from '../bind';
import type { ModelStatement } from '../model';
import { namesIn, rightSide } from '../walk';
import { CodeWriter } from './code';
import { writeAdjoints } from './density';
import { differentiate } from './differentiate';
import { Lowering } from './lower';
import type { Environment } from './lower';
import type { ModuleBuilder } from './module';
import { flatIndex } from './module';
import { Graph } from './node';
import type { Place, Quantity } from './quantities';
import { shapeOf, sizeOf } from './quantities';
import { Rows } from './rows';

export type Define = Extract<ModelStatement, { kind: 'define' }>;

/** Derived quantities that these draws read, directly or through others. */
export function readBy(draws: readonly ModelStatement[], bound: BoundModel): Set<string> {
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
  for (const statement of draws) add(statement);
  return needed;
}

/** A derived quantity behind a link is kept as its predictor. */
export function storage(
  statement: Define,
  bound: BoundModel,
  module: ModuleBuilder,
  form: 'with adjoint' | 'value alone',
): Quantity {
  const adjoint = form === 'with adjoint';
  const shape = shapeOf(statement.name, bound);
  const hint = statement.link === null ? statement.name : `${statement.link}_${statement.name}`;
  const value: Place =
    shape.length === 0
      ? {
          kind: 'local',
          name: module.identifiers.fresh(hint),
          adjoint: adjoint ? module.identifiers.fresh(`d_${hint}`) : null,
        }
      : {
          kind: 'array',
          name: module.array(hint, sizeOf(shape)),
          base: 0,
          adjoint: adjoint ? module.array(`d_${hint}`, sizeOf(shape)) : null,
        };
  return { value, known: null, shape };
}

export function forwardDefinition(statement: Define, environment: Environment, module: ModuleBuilder): string[] {
  const place = storedPlace(statement, environment);
  const rows = new Rows(statement, environment.bound, module, null);
  const writer = new CodeWriter(rows.names, module.identifiers, rows.read);
  const value = new Lowering(new Graph(), environment, rows.letters).expression(statement.value);
  writer.countUses([value]);
  const code = writer.expression(value);
  const at = `[${flatIndex(rows.loops)}]`;
  const lines = writer.lines[writer.innermost];
  lines.push(place.kind === 'local' ? `const ${place.name} = ${code};` : `${place.name}${at} = ${code};`);
  if (place.adjoint !== null)
    lines.push(place.kind === 'local' ? `let ${place.adjoint} = 0;` : `${place.adjoint}${at} = 0;`);
  module.identifiers.release([...writer.innerNames, ...rows.names]);
  return ['', comment(statement, environment.bound), ...writer.nest(rows.bounds)];
}

export function reverseDefinition(statement: Define, environment: Environment, module: ModuleBuilder): string[] {
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

/** The line of the text, as a comment. */
export function comment(statement: ModelStatement, bound: BoundModel): string {
  return `// ${bound.model.program.text
    .slice(statement.span.start, statement.span.end)
    .replace(/#[^\n]*/g, '')
    .replace(/\s+/g, ' ')}`;
}
