// Writes one simulator: every statement in order, each draw from its distribution.
import type { Expression } from '../tree';
import { CodeWriter, joinOffset } from './code';
import { comment } from './definitions';
import { Lowering } from './lower';
import type { Environment, Surroundings } from './lower';
import type { ModuleBuilder } from './module';
import { flatIndex } from './module';
import { Graph } from './node';
import { defineInto, valueQuantities } from './outputs';
import type { ParameterLayout, Place, Quantity } from './quantities';
import { shapeOf, sizeOf } from './quantities';
import { Rows } from './rows';
import type { OutcomeLayout } from './simulate';
import type { ModelStatement } from '../model';

export type SimulationKind = 'prior' | 'predict' | 'predictJoint';
type Draw = Extract<ModelStatement, { kind: 'draw' }>;

export function writeSimulation(
  kind: SimulationKind,
  surroundings: Surroundings,
  parameters: readonly ParameterLayout[],
  outcomes: readonly OutcomeLayout[],
  module: ModuleBuilder,
): void {
  const { bound } = surroundings;
  const quantities = valueQuantities(parameters, 'values');
  if (kind !== 'predict') {
    for (const { name, offset, shape } of outcomes) quantities.set(name, inArray('outcomes', offset, shape));
  }
  const environment: Environment = { ...surroundings, quantities, derived: new Map() };
  const lines = bound.model.order.flatMap((statement): string[] => {
    if (statement.kind === 'define') {
      const shape = shapeOf(statement.name, bound);
      const array = module.array(statement.name, sizeOf(shape));
      const code = defineInto(statement, array, 0, environment, module);
      quantities.set(statement.name, inArray(array, 0, shape));
      return ['', comment(statement, bound), ...code];
    }
    const outcome = outcomes.find(({ name }) => name === statement.name);
    const parameter = parameters.find(({ name }) => name === statement.name);
    if (outcome !== undefined)
      return ['', comment(statement, bound), ...drawInto(statement, 'outcomes', outcome.offset, environment, module)];
    if (parameter === undefined || kind !== 'prior') return [];
    const sorted = parameter.constraint.kind === 'ordered' ? sortRows(parameter) : [];
    return [
      '',
      comment(statement, bound),
      ...drawInto(statement, 'values', parameter.offset, environment, module),
      ...sorted,
    ];
  });
  module.addFunction([`function ${kind}(random, values, outcomes) {`, ...lines.slice(1), '}']);
}

function inArray(name: string, base: number, shape: readonly number[]): Quantity {
  const value: Place = { kind: 'array', name, base, adjoint: null };
  return { value, known: null, shape };
}

function drawInto(
  statement: Draw,
  array: string,
  base: number,
  environment: Environment,
  module: ModuleBuilder,
): string[] {
  const rows = new Rows(statement, environment.bound, module, null);
  const writer = new CodeWriter(rows.names, module.identifiers, rows.read);
  const lowering = new Lowering(new Graph(), environment, rows.letters);
  const code = statement.distribution.arguments.map(({ domain }, k) => {
    const argument: Expression = statement.arguments[k];
    if ((domain === 'cutpoints' || domain === 'logits') && argument.kind === 'reference')
      return copyVector(argument, lowering, writer, module);
    return writer.expression(lowering.expression(argument));
  });
  const own = flatIndex(rows.loops);
  const at = rows.loops.length === 0 ? String(base) : base === 0 ? own : `${base} + ${own}`;
  const draw = module.draw(statement.distribution.name);
  writer.lines[writer.innermost].push(`${array}[${at}] = ${draw}(${['random', ...code].join(', ')});`);
  module.identifiers.release([...writer.innerNames, ...rows.names]);
  return writer.nest(rows.bounds);
}

/** Draws take a vector as an array of its own: an array kept for the purpose is filled. */
function copyVector(
  argument: Extract<Expression, { kind: 'reference' }>,
  lowering: Lowering,
  writer: CodeWriter,
  module: ModuleBuilder,
): string {
  const vector = lowering.vector(argument);
  const copy = module.array(`${argument.name}_copy`, vector.size);
  const k = writer.fresh('k', writer.innermost);
  const from = joinOffset(writer.offset(vector.offset), k);
  writer.lines[writer.innermost].push(
    `for (let ${k} = 0; ${k} < ${vector.size}; ${k}++) ${copy}[${k}] = ${vector.array}[${from}];`,
  );
  return copy;
}

/** Cutpoints are independent draws, sorted. */
function sortRows({ offset, size, shape }: ParameterLayout): string[] {
  const length = shape[shape.length - 1];
  if (size === length) return [`values.subarray(${offset}, ${offset + size}).sort();`];
  return [
    `for (let start = ${offset}; start < ${offset + size}; start += ${length}) values.subarray(start, start + ${length}).sort();`,
  ];
}
