// Writes the log-likelihood of each cell of every observed variable.
import type { ModelStatement } from '../model';
import { forwardDefinition, readBy, storage } from './definitions';
import type { Define } from './definitions';
import type { Environment, Surroundings } from './lower';
import type { ModuleBuilder } from './module';
import { flatIndex } from './module';
import { valueQuantities } from './outputs';
import type { Derived, ParameterLayout } from './quantities';
import { sizeOf, storedNames } from './quantities';
import { writeRows } from './row-loop';
import type { CellLayout, OutcomeLayout } from './simulate';

type Draw = Extract<ModelStatement, { kind: 'draw' }>;

export interface PointwiseFunction extends CellLayout {
  /** The name of the generated function. */
  readonly call: string;
}

export function writePointwise(
  surroundings: Surroundings,
  parameters: readonly ParameterLayout[],
  outcomes: readonly OutcomeLayout[],
  module: ModuleBuilder,
): PointwiseFunction[] {
  return outcomes.map(({ name, size }) => {
    const statement = surroundings.bound.model.statements.find(
      (candidate): candidate is Draw => candidate.kind === 'draw' && candidate.name === name,
    );
    if (statement === undefined) throw new Error(`nothing draws ${name}`);
    const call = module.name(`logLikelihood_${name}`);
    const { definitions, environment } = prepare(statement, surroundings, parameters, module);
    const kept = definitions.flatMap((definition) => forwardDefinition(definition, environment, module));
    const { rows, lines } = writeRows(statement, environment, module, {
      kind: 'value',
      store: (value, own) => `out[${flatIndex(own.loops)}] = ${value};`,
    });
    module.addFunction([`function ${call}(values, out) {`, ...kept.slice(1), ...lines, '}']);
    const cells = rows.cells === null ? sizeOf(rows.loops.map((loop) => loop.size)) : rows.cells.first.length;
    return {
      name,
      call,
      cells,
      cellOfRow: rows.cells?.cellOfRow ?? Int32Array.from({ length: size }, (_, row) => row),
    };
  });
}

/** Where names live, and which derived quantities must be computed first. */
function prepare(
  statement: Draw,
  surroundings: Surroundings,
  parameters: readonly ParameterLayout[],
  module: ModuleBuilder,
): { definitions: Define[]; environment: Environment } {
  const { bound } = surroundings;
  const needed = readBy([statement], bound);
  const stored = storedNames(bound);
  const derived = new Map<string, Derived>();
  const environment: Environment = { ...surroundings, quantities: valueQuantities(parameters, 'values'), derived };
  const definitions = bound.model.order.filter(
    (other): other is Define => other.kind === 'define' && needed.has(other.name),
  );
  for (const definition of definitions)
    derived.set(definition.name, {
      statement: definition,
      stored: stored.has(definition.name) ? storage(definition, bound, module, 'value alone') : null,
    });
  return { definitions: definitions.filter(({ name }) => stored.has(name)), environment };
}
