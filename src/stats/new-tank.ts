// What a model says of a tank that nobody has seen: how many of its tadpoles survive without and with a treatment, and what that costs.
import { exp } from '../math/exp';
import { invLogit } from '../math/logistic';

/** Draws of a population of log-odds and of what the treatment adds to them; one entry a draw. */
export interface TreatedPopulation {
  readonly middle: readonly number[];
  readonly sd: readonly number[];
  readonly effect: readonly number[];
}

/** Probabilities of counts, each summing to 1. */
export interface NewTank {
  /** `without[s]`, `withIt[s]`: that s of the trials succeed in an untreated and in a treated tank, s from 0 to `trials`. */
  readonly without: readonly number[];
  readonly withIt: readonly number[];
  /** `lost[k]`: that the same tank has k - trials more successes untreated than treated, k from 0 to 2 trials. */
  readonly lost: readonly number[];
}

/** Nodes of the trapezoid rule over the tank's own standard normal. */
const reach = 5;
const step = 0.25;
const nodes = Array.from({ length: (2 * reach) / step + 1 }, (_, k) => -reach + k * step);
const weights = nodes.map((z) => (step * exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI));
/** Probabilities this small do not count. */
const negligible = 1e-9;

/**
 * Sums the binomial distributions over draws and over the population: no simulation. The loss holds the tank fixed and takes the two
 * counts as independent given its two probabilities.
 */
export function newTank({ middle, sd, effect }: TreatedPopulation, trials: number): NewTank {
  const without = new Float64Array(trials + 1);
  const withIt = new Float64Array(trials + 1);
  const lost = new Float64Array(2 * trials + 1);
  const [one, other] = [new Float64Array(trials + 1), new Float64Array(trials + 1)];
  for (let draw = 0; draw < middle.length; draw++) {
    nodes.forEach((z, k) => {
      const weight = weights[k] / middle.length;
      const logOdds = middle[draw] + sd[draw] * z;
      const [first, last] = binomial(logOdds, trials, one);
      const [firstOther, lastOther] = binomial(logOdds + effect[draw], trials, other);
      for (let s = first; s <= last; s++) {
        without[s] += weight * one[s];
        for (let t = firstOther; t <= lastOther; t++) lost[s - t + trials] += weight * one[s] * other[t];
      }
      for (let t = firstOther; t <= lastOther; t++) withIt[t] += weight * other[t];
    });
  }
  return { without: normalized(without), withIt: normalized(withIt), lost: normalized(lost) };
}

/** Fills `out` with the binomial probabilities that count, outwards from the mode; returns the first and the last. */
function binomial(logOdds: number, trials: number, out: Float64Array): readonly [number, number] {
  const p = invLogit(logOdds);
  const odds = exp(logOdds);
  const mode = Math.min(trials, Math.floor((trials + 1) * p));
  out[mode] = 1;
  let total = 1;
  let last = mode;
  while (last < trials && out[last] > negligible) {
    out[last + 1] = (out[last] * odds * (trials - last)) / (last + 1);
    total += out[++last];
  }
  let first = mode;
  while (first > 0 && out[first] > negligible) {
    out[first - 1] = (out[first] * first) / (odds * (trials - first + 1));
    total += out[--first];
  }
  for (let s = first; s <= last; s++) out[s] /= total;
  return [first, last];
}

function normalized(values: Float64Array): number[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  return Array.from(values, (value) => value / total);
}

/** Mean of a count whose probabilities these are, `first` being the smallest count. */
export function meanCount(probabilities: readonly number[], first = 0): number {
  return probabilities.reduce((sum, probability, k) => sum + probability * (k + first), 0);
}

/** The narrowest range of counts that holds at least `mass`; of equally narrow ones, that which holds most. */
export function narrowestRange(probabilities: readonly number[], mass: number, first = 0): readonly [number, number] {
  let best: { readonly from: number; readonly to: number; readonly held: number } = {
    from: 0,
    to: probabilities.length - 1,
    held: 1,
  };
  for (let from = 0; from < probabilities.length; from++) {
    let held = 0;
    let to = from - 1;
    while (held < mass && to + 1 < probabilities.length) held += probabilities[++to];
    if (held < mass) break;
    const shorter = to - from - (best.to - best.from);
    if (shorter < 0 || (shorter === 0 && held > best.held)) best = { from, to, held };
  }
  return [best.from + first, best.to + first];
}
