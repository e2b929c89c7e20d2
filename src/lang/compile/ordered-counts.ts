// What an ordered logit needs to know of its rows: how often each part of the predictor meets each cutpoint.
import type { Parts } from './additive-terms';

/**
 * With t = exp(predictor - cutpoint), the log probability of level k is
 *   [k > 1] (predictor - cutpoint k-1) - log(1 + t k-1) - log(1 + t k) + [1 < k < K] log(1 - exp(-step k)),
 * so that a row takes one factor 1 + t for each cutpoint beside its level; all else is counts.
 */
export interface OrderedCounts {
  /** Rows above the first level: by outer cell, by inner cell, by the cutpoint below them. */
  readonly aboveOuter: Float64Array;
  readonly aboveInner: Float64Array;
  readonly below: Float64Array;
  /** Rows between two cutpoints, by the upper one. */
  readonly between: Float64Array;
  /** The factors of outer cell j are numbers `start[j]` to `start[j + 1]`. */
  readonly start: Int32Array;
  /** Of a factor: inner cell times cutpoints plus cutpoint. */
  readonly slot: Int32Array;
  /** How many rows take it; null where each stands for one row. */
  readonly weight: Float64Array | null;
}

/** Repeats cost a logarithm for each distinct factor, which is about this many multiplications. */
const repeatsWorthALog = 4;

/** `levels` from 1, one a row. */
export function countFactors(levels: Float64Array, cutpoints: number, { outer, inner }: Parts): OrderedCounts {
  const outerCells = outer.cells.first.length;
  const innerCells = inner?.cells.first.length ?? 1;
  const aboveOuter = new Float64Array(outerCells);
  const aboveInner = new Float64Array(innerCells);
  const below = new Float64Array(cutpoints);
  const between = new Float64Array(cutpoints);
  const slots = innerCells * cutpoints;
  const keys = new Float64Array(2 * levels.length);
  let factors = 0;
  levels.forEach((level, row) => {
    const j = outer.cells.cellOfRow[row];
    const i = inner?.cells.cellOfRow[row] ?? 0;
    const key = j * slots + i * cutpoints;
    if (level > 1) {
      aboveOuter[j]++;
      aboveInner[i]++;
      below[level - 2]++;
      keys[factors++] = key + level - 2;
    }
    if (level <= cutpoints) keys[factors++] = key + level - 1;
    if (level > 1 && level <= cutpoints) between[level - 1]++;
  });
  const sorted = keys.subarray(0, factors).sort();
  const distinct = sorted.filter((key, at) => at === 0 || key !== sorted[at - 1]);
  const weighted = distinct.length * repeatsWorthALog <= factors;
  const taken = weighted ? distinct : sorted;
  const start = new Int32Array(outerCells + 1);
  for (const key of taken) start[Math.floor(key / slots) + 1]++;
  for (let j = 0; j < outerCells; j++) start[j + 1] += start[j];
  const slot = Int32Array.from(taken, (key) => key % slots);
  const weight = weighted ? countEach(sorted, distinct) : null;
  return { aboveOuter, aboveInner, below, between, start, slot, weight };
}

/** How often each key occurs in a sorted array. */
function countEach(sorted: Float64Array, distinct: Float64Array): Float64Array {
  const counts = new Float64Array(distinct.length);
  let at = 0;
  for (const key of sorted) {
    if (key !== distinct[at]) at++;
    counts[at]++;
  }
  return counts;
}
