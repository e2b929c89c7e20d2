// What a normal population of log-odds means on the scale of probabilities.
import { exp } from '../math/exp';
import { invLogit } from '../math/logistic';

/** Nodes of the trapezoid rule, from -8 to 8 standard deviations. */
const nodes = 65;
const step = 16 / (nodes - 1);
const offsets = Float64Array.from({ length: nodes }, (_, k) => -8 + k * step);
const weights = offsets.map((z) => (step * exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI));

/**
 * Mean of inv_logit(x) with x ~ Normal(mean, sd): the survival of a tank picked from the population. The trapezoid rule is accurate
 * to 1e-6 for sd up to 5, because the integrand is smooth and dies off at both ends.
 */
export function logisticNormalMean(mean: number, sd: number): number {
  let total = 0;
  for (let k = 0; k < nodes; k++) total += weights[k] * invLogit(mean + sd * offsets[k]);
  return total;
}

export interface PopulationLines {
  /** Posterior mean of inv_logit(alpha_bar): the member in the middle. */
  readonly typical: number;
  /** Posterior mean of the average probability over the population. */
  readonly average: number;
}

/** `location` and `scale`: draws of the population's mean and sd in log-odds; a number where the sd is fixed. */
export function populationLines(location: Float64Array, scale: Float64Array | number): PopulationLines {
  let typical = 0;
  let average = 0;
  for (let draw = 0; draw < location.length; draw++) {
    typical += invLogit(location[draw]);
    average += logisticNormalMean(location[draw], typeof scale === 'number' ? scale : scale[draw]);
  }
  return { typical: typical / location.length, average: average / location.length };
}
