// Quantiles of draws, as R's type 7 (Hyndman & Fan 1996): linear between the order statistics at 1 + (n - 1) p.
import type { Chains } from './chains';
import { pool } from './chains';

/** The quantile at `probability` in [0, 1] of draws in increasing order. NaN of nothing. */
export function sortedQuantile(sorted: Float64Array, probability: number): number {
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  const h = position - below;
  if (!(h > 0)) return sorted.length === 0 ? NaN : sorted[below];
  const low = sorted[below];
  const high = sorted[below + 1];
  return low === high ? low : (1 - h) * low + h * high;
}

/** The quantile at `probability` over all draws; null when a draw is NaN or there is none. */
export function quantile(chains: Chains, probability: number): number | null {
  const sorted = pool(chains).sort();
  // Sorting a Float64Array puts NaN last.
  if (sorted.length === 0 || Number.isNaN(sorted[sorted.length - 1])) return null;
  return sortedQuantile(sorted, probability);
}
