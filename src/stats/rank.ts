// Ranks over all chains, rank normalization, and rank histograms (Vehtari, Gelman, Simpson, Carpenter & Buerkner 2021).
import { normalQuantile } from '../math/normal';
import type { Chains } from './chains';
import { pool } from './chains';
import { sortWithOrder } from './sort';
import type { Sorted } from './sort';

/** Twice the rank of each value at its own place, 1-based; ties share the average of their ranks, so doubled ranks are whole. */
function doubledRanks({ values, order }: Sorted): Int32Array {
  const doubled = new Int32Array(values.length);
  for (let i = 0; i < order.length;) {
    let end = i + 1;
    while (end < order.length && values[end] === values[i]) end++;
    for (let k = i; k < end; k++) doubled[order[k]] = i + 1 + end;
    i = end;
  }
  return doubled;
}

/** 1-based ranks, ties averaged. */
export function averageRanks(values: Float64Array): Float64Array {
  return Float64Array.from(doubledRanks(sortWithOrder(values)), (rank) => rank / 2);
}

let scores = new Float64Array(0);

/** Normal scores z = quantile((r - 3/8) / (n + 1/4)) at index 2 r (Blom 1958). Kept for the last n asked for. */
function normalScores(n: number): Float64Array {
  if (scores.length !== 2 * n + 1) {
    scores = new Float64Array(2 * n + 1);
    for (let i = 2; i <= 2 * n; i++) scores[i] = normalQuantile((i / 2 - 0.375) / (n + 0.25));
  }
  return scores;
}

function toScores(doubled: Int32Array, shape: Chains): Chains {
  const table = normalScores(doubled.length);
  let offset = 0;
  return shape.map((chain) => {
    const z = new Float64Array(chain.length);
    for (let i = 0; i < z.length; i++) z[i] = table[doubled[offset + i]];
    offset += z.length;
    return z;
  });
}

/** Distances from `centre` in increasing order, by merging outwards from it. */
function fold({ values, order }: Sorted, centre: number): Sorted {
  const n = order.length;
  let right = 0;
  while (right < n && values[right] < centre) right++;
  let left = right - 1;
  const folded = { values: new Float64Array(n), order: new Int32Array(n) };
  for (let out = 0; out < n; out++) {
    const below = left >= 0 ? Math.abs(values[left] - centre) : Infinity;
    const above = right < n ? Math.abs(values[right] - centre) : Infinity;
    folded.values[out] = below <= above ? below : above;
    folded.order[out] = below <= above ? order[left--] : order[right++];
  }
  return folded;
}

export interface RankNormalized {
  /** Normal scores of the draws' ranks. */
  readonly bulk: Chains;
  /** Normal scores of the ranks of the distances from `centre`. */
  readonly folded: Chains;
}

/**
 * Rank-normalized draws and rank-normalized distances from `centre` (the median), in the shape of `chains`; `sorted` holds the
 * same draws, pooled and sorted. Draws must be finite.
 */
export function rankNormalize(chains: Chains, sorted: Sorted, centre: number): RankNormalized {
  return {
    bulk: toScores(doubledRanks(sorted), chains),
    folded: toScores(doubledRanks(fold(sorted, centre)), chains),
  };
}

/** Normal scores of the ranks of the draws, in the shape of `chains`. */
export function normalScoresOf(chains: Chains): Chains {
  return toScores(doubledRanks(sortWithOrder(pool(chains))), chains);
}

/** For each chain, how many of its draws fall into each of `bins` equal ranges of the ranks over all chains. */
export function rankHistograms(chains: Chains, bins: number): readonly Float64Array[] {
  const values = pool(chains);
  const { order } = sortWithOrder(values);
  const rank = new Int32Array(values.length);
  for (let i = 0; i < order.length; i++) rank[order[i]] = i;
  let offset = 0;
  return chains.map((chain) => {
    const counts = new Float64Array(bins);
    for (let i = 0; i < chain.length; i++) counts[Math.floor((rank[offset + i] * bins) / values.length)]++;
    offset += chain.length;
    return counts;
  });
}
