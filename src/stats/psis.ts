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

/** Smooths the largest importance weights, given as logarithms of their ratios, one a draw. */
export function psis(logRatios: Float64Array, relativeEfficiency: number): SmoothedWeights {
  const draws = logRatios.length;
  const tail = tailLength(draws, relativeEfficiency);
  const logWeights = logRatios.slice();
  if (tail < FEWEST_TAIL_DRAWS || !Number.isFinite(maximum(logRatios))) return { logWeights, paretoK: Infinity };
  // The tail, and the value before it.
  const { values, order } = largestWithOrder(logRatios, tail + 1);
  const largest = values[tail];
  if (largest - values[1] < Number.EPSILON / 100) return { logWeights, paretoK: null };
  const cutoff = exp(values[0] - largest);
  const exceedances = new Float64Array(tail);
  for (let i = 0; i < tail; i++) exceedances[i] = exp(values[1 + i] - largest) - cutoff;
  const fit = fitPareto(exceedances);
  if (fit.k < Infinity) {
    for (let i = 0; i < tail; i++) {
      const smoothed = log(paretoQuantile((i + 0.5) / tail, fit) + cutoff);
      // No weight above the largest raw one.
      logWeights[order[1 + i]] = Math.min(smoothed, 0) + largest;
    }
  }
  return { logWeights, paretoK: fit.k };
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
