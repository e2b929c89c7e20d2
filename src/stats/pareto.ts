// The generalized Pareto distribution fitted to exceedances (Zhang & Stephens 2009), as PSIS uses it.
import { exp, expm1 } from '../math/exp';
import { log, log1p } from '../math/log';

export interface ParetoFit {
  /** Shape, shrunk towards 1/2 by a weak prior worth ten observations. */
  readonly k: number;
  readonly scale: number;
}

const PRIOR_WEIGHT = 10;
const PRIOR_SHAPE = 0.5;

/** Fit to exceedances in increasing order, all above zero at the first quartile; k is Infinity where there is no fit. */
export function fitPareto(exceedances: Float64Array): ParetoFit {
  const n = exceedances.length;
  const points = 30 + Math.floor(Math.sqrt(n));
  const quartile = exceedances[Math.floor(n / 4 + 0.5) - 1];
  const theta = new Float64Array(points);
  const profile = new Float64Array(points);
  let largest = -Infinity;
  for (let j = 0; j < points; j++) {
    theta[j] = 1 / exceedances[n - 1] + (1 - Math.sqrt(points / (j + 0.5))) / 3 / quartile;
    const shape = meanLogOneMinus(theta[j], exceedances);
    profile[j] = n * (log(-theta[j] / shape) - shape - 1);
    if (profile[j] > largest) largest = profile[j];
  }
  let weights = 0;
  let weighted = 0;
  for (let j = 0; j < points; j++) {
    const weight = exp(profile[j] - largest);
    weights += weight;
    weighted += weight * theta[j];
  }
  const best = weighted / weights;
  const raw = meanLogOneMinus(best, exceedances);
  const k = (raw * n + PRIOR_SHAPE * PRIOR_WEIGHT) / (n + PRIOR_WEIGHT);
  return { k: Number.isNaN(k) ? Infinity : k, scale: -raw / best };
}

/** Mean of log(1 - theta x): the factors are multiplied together, with one logarithm before the product leaves its range. */
function meanLogOneMinus(theta: number, x: Float64Array): number {
  let total = 0;
  let product = 1;
  for (let i = 0; i < x.length; i++) {
    const factor = 1 - theta * x[i];
    if (!(factor < 1e100)) total += log(factor);
    else product *= factor;
    if (!(product > 1e-150 && product < 1e150)) {
      total += log(product);
      product = 1;
    }
  }
  return (total + log(product)) / x.length;
}

/** The quantile at p of the distribution of exceedances. NaN for a scale that is not positive. */
export function paretoQuantile(p: number, { k, scale }: ParetoFit): number {
  if (!(scale > 0)) return NaN;
  const tail = -log1p(-p);
  return k === 0 ? scale * tail : (scale * expm1(k * tail)) / k;
}
