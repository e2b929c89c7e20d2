// How far the distribution function of a sample is from that of the uniform, and how far chance alone would take it.
import { exp } from '../math/exp';
import { lgamma } from '../math/gamma';
import { log, log1p } from '../math/log';

/** F(z) - z at each of the points z, F being the share of `values` (in [0, 1]) at or below z. */
export function ecdfDifference(values: Float64Array, z: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  return z.map((point) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= point) low = middle + 1;
      else high = middle;
    }
    return low / sorted.length - point;
  });
}

export interface Band {
  /** Bounds of F(z) - z at each point, both included. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Probability, at least what was asked for, that a uniform sample stays inside at every point. */
  readonly coverage: number;
}

const BISECTIONS = 40;

/**
 * The band that the ECDF difference of `count` independent uniform values leaves with probability at most 1 - coverage at any of the
 * points `z` (increasing, inside (0, 1)). Binomial quantiles at one level for all points, the level found by bisection on the exact
 * simultaneous coverage (Saeilynoja, Buerkner & Vehtari 2022, section 2).
 */
export function simultaneousBand(count: number, z: Float64Array, coverage: number): Band {
  const cdfs = Array.from(z, (point) => binomialCdf(count, point));
  let narrow = 1;
  let wide = 0;
  for (let i = 0; i < BISECTIONS; i++) {
    const level = 0.5 * (narrow + wide);
    if (coverageOf(count, z, countBounds(cdfs, level)) >= coverage) wide = level;
    else narrow = level;
  }
  const bounds = countBounds(cdfs, wide);
  return {
    lower: bounds.lower.map((below, k) => below / count - z[k]),
    upper: bounds.upper.map((above, k) => above / count - z[k]),
    coverage: coverageOf(count, z, bounds),
  };
}

interface Bounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

function binomialCdf(count: number, p: number): Float64Array {
  const cdf = new Float64Array(count + 1);
  let total = 0;
  for (let c = 0; c <= count; c++) {
    const ways = lgamma(count + 1) - lgamma(c + 1) - lgamma(count - c + 1);
    total += exp(ways + c * log(p) + (count - c) * log1p(-p));
    cdf[c] = Math.min(total, 1);
  }
  cdf[count] = 1;
  return cdf;
}

/** The central counts at each point: from the quantile at level / 2 to that at 1 - level / 2. */
function countBounds(cdfs: readonly Float64Array[], level: number): Bounds {
  const quantiles = (p: number) => Float64Array.from(cdfs, (cdf) => cdf.findIndex((value) => value >= p));
  return { lower: quantiles(level / 2), upper: quantiles(1 - level / 2) };
}

/** Probability that the counts at or below each point all lie in their bounds: a Poisson process of `count` events, given its total. */
function coverageOf(count: number, z: Float64Array, { lower, upper }: Bounds): number {
  let probability = Float64Array.of(1);
  let offset = 0;
  let previous = 0;
  for (let k = 0; k <= z.length; k++) {
    const from = k < z.length ? lower[k] : count;
    const to = k < z.length ? upper[k] : count;
    const step = (k < z.length ? z[k] : 1) - previous;
    const jumps = poisson(count * step, to - offset);
    const next = new Float64Array(Math.max(to - from + 1, 0));
    for (let c = 0; c < next.length; c++) {
      const reached = from + c - offset;
      for (let b = 0; b < probability.length && b <= reached; b++) next[c] += probability[b] * jumps[reached - b];
    }
    probability = next;
    offset = from;
    previous += step;
  }
  return probability[0] / exp(count * log(count) - count - lgamma(count + 1));
}

/** Probabilities of 0 to `most` events where `expected` are expected. */
function poisson(expected: number, most: number): Float64Array {
  return Float64Array.from({ length: Math.max(most + 1, 0) }, (_, n) =>
    exp(n * log(expected) - expected - lgamma(n + 1)),
  );
}
