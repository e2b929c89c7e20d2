// Monte Carlo standard errors: how far an estimate from these draws may be from the one from infinitely many.
import { mean, variance } from '../math/arrays';
import { betaQuantile } from '../math/beta';
import type { Chains } from './chains';
import { pool } from './chains';
import { essMean, essQuantile } from './ess';

/** Standard error of the mean, sd / sqrt(ESS). */
export function mcseMean(chains: Chains): number | null {
  const ess = essMean(chains);
  return ess === null ? null : Math.sqrt(variance(pool(chains)) / ess);
}

/** Standard error of the standard deviation, from the fourth moment (Kenney & Keeping 1951, p. 141). */
export function mcseSd(chains: Chains): number | null {
  const centre = mean(pool(chains));
  const squares = chains.map((chain) => squaredDistances(chain, centre));
  const ess = essMean(squares);
  if (ess === null) return null;
  const pooled = pool(squares);
  const second = mean(pooled);
  let fourth = 0;
  for (let i = 0; i < pooled.length; i++) fourth += pooled[i] * pooled[i];
  fourth /= pooled.length;
  return Math.sqrt((fourth - second * second) / ess / second / 4);
}

function squaredDistances(chain: Float64Array, centre: number): Float64Array {
  const squares = new Float64Array(chain.length);
  for (let i = 0; i < chain.length; i++) squares[i] = (chain[i] - centre) * (chain[i] - centre);
  return squares;
}

/** Standard error of a quantile: half the distance between the draws at plus and minus one sd of its beta distribution. */
export function mcseQuantile(chains: Chains, probability: number): number | null {
  const ess = essQuantile(chains, probability);
  if (ess === null) return null;
  const sorted = pool(chains).sort();
  const n = sorted.length;
  const a = ess * probability + 1;
  const b = ess * (1 - probability) + 1;
  const low = Math.max(Math.floor(betaQuantile(0.1586553, a, b) * n), 1);
  const high = Math.min(Math.ceil(betaQuantile(0.8413447, a, b) * n), n);
  return (sorted[high - 1] - sorted[low - 1]) / 2;
}
