// Whether the model simulates data that vary as the real ones do: counted in the chain's own worker, from some of its draws.
import { randomStream } from '../math/random';
import { variance } from '../math/arrays';
import { dataValue } from '../lang/data-value';
import type { BoundModel } from '../lang/bind';
import type { CheckCount } from './check-count';
import type { PreparedModel } from './prepare';

/** First word of the path in the random streams. */
const checkStream = 5;

/** Rows simulated for one check, about: large data are simulated fewer times. */
const rowsAChain = 100_000;

export interface Checker {
  /** How many of a chain's draws to look at. */
  readonly looks: number;
  /** Simulates data from one draw of the parameters, on their own scale. */
  readonly look: (parameters: Float64Array) => void;
  readonly counts: () => readonly CheckCount[];
}

interface Outcome {
  readonly name: string;
  readonly offset: number;
  readonly size: number;
  /** Binomial counts are compared as shares of their trials; null where there are none. */
  readonly trials: Float64Array | null;
  readonly observed: number;
  larger: number;
  equal: number;
}

/**
 * Posterior predictive check (Gelman, Meng and Stern 1996) of the variance over rows of each observed variable; a count of
 * trials is taken as a share. Too little variation simulated is what pooling too much looks like.
 */
export function createChecker(model: PreparedModel, seed: number, chain: number): Checker {
  const { bound } = model.compiled;
  const random = randomStream(seed, checkStream, chain);
  const layouts = model.simulator().compiled.outcomes.filter(({ size }) => size > 2);
  const width = model.simulator().compiled.outcomes.reduce((sum, { size }) => sum + size, 0);
  const simulated = new Float64Array(width);
  const outcomes = layouts.map(({ name, offset, size }): Outcome => {
    const trials = trialsOf(bound, name);
    const values = bound.columns.get(name)?.values ?? new Float64Array(0);
    return { name, offset, size, trials, observed: spread(values, trials), larger: 0, equal: 0 };
  });
  let of = 0;
  return {
    looks: outcomes.length === 0 ? 0 : Math.max(20, Math.min(100, Math.floor(rowsAChain / width))),
    look: (parameters) => {
      model.simulator().instance.predict(random, parameters, simulated);
      of++;
      for (const outcome of outcomes) {
        const { offset, size, trials, observed } = outcome;
        const value = spread(simulated.subarray(offset, offset + size), trials);
        if (value > observed) outcome.larger++;
        else if (value === observed) outcome.equal++;
      }
    },
    counts: () =>
      outcomes.map(({ name, trials, larger, equal }) => {
        const what = trials === null ? name : `${name}, as a share of its trials,`;
        return { name, statistic: `how much ${what} differs from row to row`, larger, equal, of };
      }),
  };
}

function spread(values: Float64Array, trials: Float64Array | null): number {
  return variance(trials === null ? values : values.map((value, row) => value / trials[row]));
}

/** The trials of each row, where they are data and never zero. */
function trialsOf(bound: BoundModel, name: string): Float64Array | null {
  const statement = bound.model.statements.find((one) => one.name === name);
  if (statement?.kind !== 'draw' || statement.distribution.support.kind !== 'upTo' || statement.letters.length !== 1)
    return null;
  const wanted = statement.distribution.support.trials;
  const place = statement.distribution.arguments.findIndex((argument) => argument.name === wanted);
  const trials = dataValue(statement.arguments[place], bound);
  if (trials === null) return null;
  const rows = bound.plates[statement.plates[0]].size;
  const values = Float64Array.from({ length: rows }, (_, row) => trials(new Map([[statement.letters[0], row]])));
  return values.includes(0) ? null : values;
}
