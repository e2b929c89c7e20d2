// The highest-density interval: the narrowest that holds a given share of the draws.
import type { Chains } from './chains';
import { pool } from './chains';

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * With n draws in increasing order and m = floor(probability n), the narrowest [x(k), x(k + m)]; of equally narrow ones, that with
 * the lowest k. Null of nothing and when a draw is not finite.
 */
export function sortedHdi(sorted: Float64Array, probability: number): Interval | null {
  const n = sorted.length;
  if (n === 0 || !Number.isFinite(sorted[0]) || !Number.isFinite(sorted[n - 1])) return null;
  const m = Math.min(Math.floor(probability * n), n - 1);
  let best = 0;
  for (let k = 1; k + m < n; k++) {
    if (sorted[k + m] - sorted[k] < sorted[best + m] - sorted[best]) best = k;
  }
  return { lower: sorted[best], upper: sorted[best + m] };
}

export function hdi(chains: Chains, probability: number): Interval | null {
  return sortedHdi(pool(chains).sort(), probability);
}
