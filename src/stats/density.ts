// A smooth density through draws, with the right height where the support ends.
import { variance } from '../math/arrays';
import { exp } from '../math/exp';
import { log } from '../math/log';
import { normalCdf } from '../math/normal';
import type { Chains } from './chains';
import { canDiagnose, pool } from './chains';
import type { Interval } from './hdi';
import { sortedQuantile } from './quantile';
import { sortWithOrder } from './sort';

export interface Density {
  /** Where it is evaluated: evenly spaced, increasing. */
  readonly x: Float64Array;
  readonly density: Float64Array;
  readonly bandwidth: number;
}

/** Where the quantity can lie; infinite ends have no boundary. */
export const REAL_LINE: Interval = { lower: -Infinity, upper: Infinity };
export const POSITIVE: Interval = { lower: 0, upper: Infinity };
export const UNIT: Interval = { lower: 0, upper: 1 };

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;
const BINS_PER_BANDWIDTH = 8;
/** The kernel is cut off at this many bandwidths, where it is 1e-5 of its height; the curve ends that far from the last draw. */
const REACH = 5;
const MARGIN = 3;
/** Draws farther than this many spreads from the median are counted but not drawn: a heavy tail must not flatten the curve. */
const WIDEST = 12;

/**
 * Gaussian kernel estimate at `points` places over the draws' range, bandwidth by Silverman's rule (1986, eq. 3.31). Near an end of
 * the support the kernel loses mass; the positive linear correction of Jones & Foster (1996) restores height and slope.
 * Null for constant or non-finite draws. Draws must lie in the support.
 */
export function density(chains: Chains, support: Interval, points: number): Density | null {
  return canDiagnose(chains) ? sortedDensity(sortWithOrder(pool(chains)).values, support, points) : null;
}

/** `density` of draws that are finite, not constant, and in increasing order. */
export function sortedDensity(sorted: Float64Array, support: Interval, points: number): Density {
  const spread = spreadOf(sorted);
  const bandwidth = 0.9 * spread * exp(-0.2 * log(sorted.length));
  const median = sortedQuantile(sorted, 0.5);
  const low = Math.max(sorted[0], median - WIDEST * spread);
  const high = Math.min(sorted[sorted.length - 1], median + WIDEST * spread);
  const start = Math.max(support.lower, low - MARGIN * bandwidth);
  const end = Math.min(support.upper, high + MARGIN * bandwidth);
  const bins = binDraws(sorted, low - bandwidth, high + bandwidth, bandwidth / BINS_PER_BANDWIDTH);
  const x = Float64Array.from({ length: points }, (_, i) => start + ((end - start) * i) / (points - 1));
  return { x, density: x.map((at) => heightAt(at, bins, bandwidth, support)), bandwidth };
}

/** The smaller of the standard deviation and the interquartile range over 1.34, a normal's; the sd where half the draws are equal. */
function spreadOf(sorted: Float64Array): number {
  const sd = Math.sqrt(variance(sorted));
  const quartiles = sortedQuantile(sorted, 0.75) - sortedQuantile(sorted, 0.25);
  return quartiles > 0 ? Math.min(sd, quartiles / 1.34) : sd;
}

interface Bins {
  readonly first: number;
  readonly width: number;
  /** Share of the draws at each bin's centre. */
  readonly share: Float64Array;
}

/** Each draw's mass is divided between the two nearest centres (linear binning); draws outside [low, high] are left out. */
function binDraws(sorted: Float64Array, low: number, high: number, width: number): Bins {
  const share = new Float64Array(Math.ceil((high - low) / width) + 2);
  const mass = 1 / sorted.length;
  for (let i = 0; i < sorted.length; i++) {
    if (sorted[i] < low || sorted[i] > high) continue;
    const position = (sorted[i] - low) / width;
    const bin = Math.floor(position);
    share[bin] += mass * (1 - (position - bin));
    share[bin + 1] += mass * (position - bin);
  }
  return { first: low, width, share };
}

function heightAt(x: number, { first, width, share }: Bins, bandwidth: number, support: Interval): number {
  const from = Math.max(0, Math.ceil((x - REACH * bandwidth - first) / width));
  const to = Math.min(share.length - 1, Math.floor((x + REACH * bandwidth - first) / width));
  let height = 0;
  let tilt = 0;
  for (let bin = from; bin <= to; bin++) {
    const u = (x - first - bin * width) / bandwidth;
    const kernel = share[bin] * exp(-0.5 * u * u);
    height += kernel;
    tilt += u * kernel;
  }
  const scale = INVERSE_SQRT_TWO_PI / bandwidth;
  return correctBoundary(
    height * scale,
    tilt * scale,
    (x - support.lower) / bandwidth,
    (x - support.upper) / bandwidth,
  );
}

/** Jones & Foster (1996): the renormalized estimate times exp(linear / renormalized - 1). `above` and `below` bound the kernel's u. */
function correctBoundary(height: number, tilt: number, above: number, below: number): number {
  if (height === 0 || (above > REACH && below < -REACH)) return height;
  const top = kernelAt(above);
  const bottom = kernelAt(below);
  const mass = normalCdf(above) - normalCdf(below);
  const first = bottom - top;
  const second = mass - (top === 0 ? 0 : above * top) + (bottom === 0 ? 0 : below * bottom);
  const renormalized = height / mass;
  const linear = (second * height - first * tilt) / (mass * second - first * first);
  return renormalized * exp(linear / renormalized - 1);
}

function kernelAt(u: number): number {
  return INVERSE_SQRT_TWO_PI * exp(-0.5 * u * u);
}
