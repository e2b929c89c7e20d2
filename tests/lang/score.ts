// The score test: parameters and data from the simulator, gradients from the density; no sampler in between.
import { bind } from '../../src/lang/bind';
import { compile } from '../../src/lang/compile/compile';
import type { CompiledModel, Instance } from '../../src/lang/compile/compile';
import type { ParameterLayout } from '../../src/lang/compile/quantities';
import { compileSimulator } from '../../src/lang/compile/simulate';
import { indexColumn } from '../../src/lang/data';
import type { Column, DataSet } from '../../src/lang/data';
import { formatErrors } from '../../src/lang/result';
import { randomStream } from '../../src/math/random';

/** Starts a compiled model; a test may break it on the way. */
export type Start = (compiled: CompiledModel) => Instance;

/**
 * Standard scores of the means of f ∂ log p + ∂ f over draws from the model, which are all zero when simulator and density agree (Stein),
 * for f = w and f = w q in each unconstrained coordinate q. `w` vanishes fast at small scales, where the score has no variance.
 */
export function scoreTest(
  compiled: CompiledModel,
  data: DataSet,
  draws: number,
  seed: number,
  begin: Start = (model) => model.instantiate(),
): number[] {
  const { dimension, parameters, bound } = compiled;
  const simulator = compileSimulator(bound);
  const { prior } = simulator.instantiate();
  const { unconstrain } = compiled.instantiate();
  const total = simulator.outcomes.reduce((sum, { size }) => sum + size, 0);
  const [values, outcomes] = [new Float64Array(dimension), new Float64Array(total)];
  const [position, gradient, slope] = [
    new Float64Array(dimension),
    new Float64Array(dimension),
    new Float64Array(dimension),
  ];
  const sums = new Float64Array(2 * dimension);
  const squares = new Float64Array(2 * dimension);
  const add = (k: number, value: number): void => {
    sums[k] += value;
    squares[k] += value * value;
  };
  for (let draw = 0; draw < draws; draw++) {
    prior(randomStream(seed, draw), values, outcomes);
    const simulated = { ...data };
    for (const { name, offset, size } of simulator.outcomes)
      simulated[name] = outcomeColumn(compiled, name, outcomes.subarray(offset, offset + size));
    const bindings = bind(bound.model, simulated);
    unconstrain(values, position);
    const w = weight(parameters, position, slope);
    if (!bindings.ok) {
      // A simulated outcome may round out of its support only where the weight is nothing.
      if (w > 1e-3) throw new Error(formatErrors(bound.model.program.text, bindings.errors));
      continue;
    }
    const instance = begin(compile(bindings.value));
    if (instance.logDensity(position, gradient) === -Infinity && w > 1e-12) throw new Error('a draw has density zero');
    for (let k = 0; k < dimension; k++) {
      const first = w < 1e-12 ? 0 : w * (gradient[k] + slope[k]);
      add(k, first);
      add(dimension + k, first * position[k] + w);
    }
  }
  return Array.from(sums, (sum, k) => {
    const mean = sum / draws;
    return mean / Math.sqrt((squares[k] / draws - mean * mean) / draws);
  });
}

function outcomeColumn(compiled: CompiledModel, name: string, values: Float64Array): Column {
  const { bound } = compiled;
  const statement = bound.model.statements.find((candidate) => candidate.name === name);
  if (statement?.kind !== 'draw' || statement.distribution.support.kind !== 'category')
    return Float64Array.from(values);
  const { vector } = statement.distribution.support;
  const argument = statement.arguments[statement.distribution.arguments.findIndex((other) => other.name === vector)];
  const plate = argument.kind === 'reference' ? bound.model.symbols.get(argument.name)?.plates.at(-1) : undefined;
  return indexColumn(Array.from(values), plate === undefined ? 0 : bound.plates[plate].size + 1);
}

/** The weight, and the derivative of its logarithm. */
function weight(parameters: readonly ParameterLayout[], position: Float64Array, slope: Float64Array): number {
  let log = 0;
  slope.fill(0);
  for (const { constraint, offset, size } of parameters) {
    for (let k = offset; k < offset + size; k++) {
      const q = position[k];
      if (constraint.kind === 'positive') {
        log -= 0.1 * Math.exp(-q);
        slope[k] = 0.1 * Math.exp(-q);
      } else if (constraint.kind === 'unit' || constraint.kind === 'interval') {
        // 1 / (s (1 - s)) = 2 + 2 cosh q
        log -= 0.1 * Math.cosh(q);
        slope[k] = -0.1 * Math.sinh(q);
      } else if (constraint.kind === 'ordered' && k > offset) {
        log -= 0.01 * Math.exp(-q);
        slope[k] = 0.01 * Math.exp(-q);
      }
    }
  }
  return Math.exp(log);
}
