// What a score of a fit is about: the rows of an observed variable, as counts or as measurements.
import { numericColumn } from '../../lang/data';
import type { ModelSource } from '../key';
import { readSource } from '../prepare';

export interface Outcome {
  readonly name: string;
  readonly values: Float64Array;
  /** Whether the model gives probabilities to its values, or densities. */
  readonly discrete: boolean;
  /** Of binomial counts, where a data name holds them. */
  readonly trials: Float64Array | null;
}

/** Null where the source has no such observed variable. */
export function outcomeOf(source: ModelSource, name: string): Outcome | null {
  const model = readSource(source);
  const values = columnOf(source, name);
  if (!model.ok || values === null) return null;
  const statement = model.value.statements.find((one) => one.name === name);
  if (statement?.kind !== 'draw') return null;
  const { support } = statement.distribution;
  const discrete = ['binary', 'count', 'upTo', 'category'].includes(support.kind);
  if (support.kind !== 'upTo') return { name, values, discrete, trials: null };
  const place = statement.distribution.arguments.findIndex((argument) => argument.name === support.trials);
  const trials = statement.arguments[place];
  if (trials.kind === 'number') return { name, values, discrete, trials: values.map(() => trials.value) };
  return { name, values, discrete, trials: trials.kind === 'reference' ? columnOf(source, trials.name) : null };
}

function columnOf({ data }: ModelSource, name: string): Float64Array | null {
  return Object.hasOwn(data, name) ? (numericColumn(data[name])?.values ?? null) : null;
}

/** Why scores of two outcomes are not of the same units: a sentence; null where they are. */
export function unitsDiffer(one: Outcome, other: Outcome): string | null {
  if (one.name !== other.name) return `one scores ${one.name}, the other ${other.name}`;
  if (one.values.length !== other.values.length)
    return `${one.name} has ${one.values.length} rows in one and ${other.values.length} in the other`;
  if (!same(one.values, other.values)) return `the values of ${one.name} differ between them`;
  if (one.discrete !== other.discrete)
    return `one gives probabilities to ${one.name}, the other densities, which are no probabilities`;
  const trials = one.trials !== null && other.trials !== null && !same(one.trials, other.trials);
  return trials ? `the trials behind ${one.name} differ between them` : null;
}

function same(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, row) => value === b[row]);
}
