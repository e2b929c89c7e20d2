// Effective sample sizes (Vehtari, Gelman, Simpson, Carpenter & Buerkner 2021), with the definitions of R's posterior.
import { mean } from '../math/arrays';
import { log } from '../math/log';
import { autocovariances } from './autocovariance';
import type { Chains } from './chains';
import { canDiagnose, pool, splitChains } from './chains';
import { sortedQuantile } from './quantile';
import { normalScoresOf } from './rank';

const LN_10 = 2.302585092994046;

/**
 * Effective sample size of the mean of `chains` as they are, unsplit: Geyer's initial positive and monotone sequences over the
 * combined autocorrelations, at most n log10(n). Null for fewer than three draws a chain, and for constant or non-finite draws.
 */
export function effectiveSampleSize(chains: Chains): number | null {
  if (chains.length === 0 || chains[0].length < 3 || !canDiagnose(chains)) return null;
  const draws = chains[0].length;
  const means = chains.map((chain) => mean(chain));
  const covariance = autocovariances(chains.map((chain, k) => minus(chain, means[k])));
  const within = (covariance(0) * draws) / (draws - 1);
  const total = covariance(0) + varianceOf(means);
  const rho = (lag: number) => 1 - (within - covariance(lag)) / total;
  const count = chains.length * draws;
  // The bound keeps antithetic chains from claiming more than n log10(n).
  return count / Math.max(autocorrelationTime(rho, draws), LN_10 / log(count));
}

function minus(chain: Float64Array, centre: number): Float64Array {
  const centred = new Float64Array(chain.length);
  for (let i = 0; i < chain.length; i++) centred[i] = chain[i] - centre;
  return centred;
}

/** 1 + 2 sum of the autocorrelations, cut off where the sum of a pair turns negative and made monotone (Geyer 1992). */
function autocorrelationTime(rho: (lag: number) => number, draws: number): number {
  const kept = [1, rho(1)];
  let even = 1;
  let odd = kept[1];
  let last = 0;
  while (last < draws - 5 && even + odd > 0) {
    last += 2;
    even = rho(last);
    odd = rho(last + 1);
    kept.push(even + odd >= 0 ? even : 0, even + odd >= 0 ? odd : 0);
  }
  if (even > 0) kept[last] = even;
  for (let t = 2; t <= last - 2; t += 2) {
    const before = kept[t - 2] + kept[t - 1];
    if (kept[t] + kept[t + 1] > before) {
      kept[t] = before / 2;
      kept[t + 1] = before / 2;
    }
  }
  let sum = 0;
  // With no pair beyond the first, posterior still counts the first term.
  for (let t = 0; t < Math.max(last, 1); t++) sum += kept[t];
  return -1 + 2 * sum + kept[last];
}

function varianceOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  return values.reduce((total, x) => total + (x - centre) * (x - centre), 0) / (values.length - 1);
}

/** ESS of the rank-normalized draws: how well the middle of the distribution is known. */
export function essBulk(chains: Chains): number | null {
  if (!canDiagnose(chains)) return null;
  return effectiveSampleSize(normalScoresOf(splitChains(chains)));
}

/** The smaller of the ESS of the 5 % and the 95 % quantile. */
export function essTail(chains: Chains): number | null {
  if (!canDiagnose(chains)) return null;
  return essTailSorted(chains, pool(chains).sort());
}

/** `essTail` where the sorted draws are at hand; draws must be finite and not constant. */
export function essTailSorted(chains: Chains, sorted: Float64Array): number | null {
  return smaller(essBelow(chains, sortedQuantile(sorted, 0.05)), essBelow(chains, sortedQuantile(sorted, 0.95)));
}

function smaller(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.min(a, b);
}

/** ESS of the share of draws at or below `threshold`. */
function essBelow(chains: Chains, threshold: number): number | null {
  const below = chains.map((chain) => {
    const indicator = new Float64Array(chain.length);
    for (let i = 0; i < chain.length; i++) indicator[i] = chain[i] <= threshold ? 1 : 0;
    return indicator;
  });
  return effectiveSampleSize(splitChains(below));
}

/** ESS of the estimate of the mean. */
export function essMean(chains: Chains): number | null {
  return effectiveSampleSize(splitChains(chains));
}

/** ESS of the estimate of a quantile, `probability` in [0, 1]. */
export function essQuantile(chains: Chains, probability: number): number | null {
  if (!canDiagnose(chains)) return null;
  const sorted = pool(chains).sort();
  const inside = probability === 1 ? (sorted.length - 0.5) / sorted.length : probability;
  return essBelow(chains, sortedQuantile(sorted, inside));
}

/** Draws that count, per draw taken, for the mean of a quantity; chains as they are. 1 when that cannot be told. */
export function relativeEfficiency(chains: Chains): number {
  const ess = effectiveSampleSize(chains);
  return ess === null ? 1 : ess / chains.reduce((total, chain) => total + chain.length, 0);
}
