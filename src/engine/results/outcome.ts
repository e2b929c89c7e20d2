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

/** Why the scores of `other` are not of the units of `shown`: a sentence about the first; null where they are. */
export function unitsDiffer(shown: Outcome, other: Outcome): string | null {
  const { name } = shown;
  if (other.name !== name) return `it scores ${other.name}, the fit that is shown ${name}`;
  if (other.values.length !== shown.values.length)
    return `it has ${other.values.length} rows of ${name}, the fit that is shown ${shown.values.length}`;
  if (!same(shown.values, other.values)) return `its values of ${name} are not those of the fit that is shown`;
  if (shown.discrete !== other.discrete) {
    const [its, ours] = other.discrete ? ['probabilities', 'densities'] : ['densities', 'probabilities'];
    return `it gives ${its} to the values of ${name}, the fit that is shown ${ours}, and the two have no common scale`;
  }
  const trials = shown.trials !== null && other.trials !== null && !same(shown.trials, other.trials);
  return trials ? `its trials behind ${name} are not those of the fit that is shown` : null;
}

function same(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, row) => value === b[row]);
}
