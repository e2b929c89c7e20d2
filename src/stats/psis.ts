// Pareto-smoothed importance sampling (Vehtari, Simpson, Gelman, Yao & Gabry 2024, JMLR 25:72), with the choices of R's loo.
import { exp } from '../math/exp';
import { log } from '../math/log';
import { fitPareto, paretoQuantile } from './pareto';
import { largestWithOrder } from './largest';

const LN_10 = 2.302585092994046;
const FEWEST_TAIL_DRAWS = 5;

export interface SmoothedWeights {
  /** Logarithms of the smoothed importance weights, not normalized. */
  readonly logWeights: Float64Array;
  /**
   * Shape of the fitted tail: the larger, the fewer draws carry the estimate. Null when all weights of the tail are equal, so that
   * there is nothing to fit; Infinity when the tail has too few draws or a weight is infinite or not a number.
   */
  readonly paretoK: number | null;
}

/** Draws in the tail that is smoothed: the smaller of a fifth of all and 3 sqrt(draws / relative efficiency). */
function tailLength(draws: number, relativeEfficiency: number): number {
  return Math.ceil(Math.min(0.2 * draws, 3 * Math.sqrt(draws / relativeEfficiency)));
}

/** Up to where k may go for the estimate to be relied on with so many draws: min(1 - 1 / log10(draws), 0.7). */
export function paretoKThreshold(draws: number): number {
  return Math.min(1 - LN_10 / log(draws), 0.7);
}

/** The tail of the weights, smoothed: `weights[i]` in place of that of draw `places[i]`. Empty where the raw weights stand. */
export interface SmoothedTail {
  readonly places: Int32Array;
  readonly weights: Float64Array;
  /** As in `SmoothedWeights`. */
  readonly paretoK: number | null;
}

const rawWeights = { places: new Int32Array(0), weights: new Float64Array(0) };

/** Smooths the largest importance ratios, one a draw, relative to the largest of them: it is 1, the others are in [0, 1]. */
export function smoothTail(ratios: Float64Array, relativeEfficiency: number): SmoothedTail {
  const tail = tailLength(ratios.length, relativeEfficiency);
  if (tail < FEWEST_TAIL_DRAWS) return { ...rawWeights, paretoK: Infinity };
  // The tail, and the value before it.
  const { values, order } = largestWithOrder(ratios, tail + 1);
  if (1 - values[1] < Number.EPSILON / 100) return { ...rawWeights, paretoK: null };
  const cutoff = values[0];
  const exceedances = new Float64Array(tail);
  for (let i = 0; i < tail; i++) exceedances[i] = values[1 + i] - cutoff;
  const fit = fitPareto(exceedances);
  if (!(fit.k < Infinity)) return { ...rawWeights, paretoK: fit.k };
  const weights = new Float64Array(tail);
  // No weight above the largest raw one.
  for (let i = 0; i < tail; i++) weights[i] = Math.min(paretoQuantile((i + 0.5) / tail, fit) + cutoff, 1);
  return { places: order.subarray(1), weights, paretoK: fit.k };
}

/** Smooths the largest importance weights, given as logarithms of their ratios, one a draw. */
export function psis(logRatios: Float64Array, relativeEfficiency: number): SmoothedWeights {
  const logWeights = logRatios.slice();
  const largest = maximum(logRatios);
  if (!Number.isFinite(largest)) return { logWeights, paretoK: Infinity };
  const ratios = logRatios.map((value) => exp(value - largest));
  const { places, weights, paretoK } = smoothTail(ratios, relativeEfficiency);
  for (let i = 0; i < places.length; i++) logWeights[places[i]] = log(weights[i]) + largest;
  return { logWeights, paretoK };
}

/** NaN where there is one. */
function maximum(values: Float64Array): number {
  let largest = -Infinity;
  for (let i = 0; i < values.length; i++) {
    if (values[i] > largest) largest = values[i];
    else if (Number.isNaN(values[i])) return NaN;
  }
  return largest;
}
