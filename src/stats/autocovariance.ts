// Autocovariances averaged over chains: lag by lag while few are asked for, all at once by Fourier transform beyond that.
import { transform, transformReversed } from './fourier';

/** Lags computed directly. Chains that mix well need no more, and this is cheaper than a transform. */
const DIRECT_LAGS = 16;

/**
 * Reads the autocovariance (biased, divisor n) at a lag, averaged over chains of equal length that are already centred.
 * Lags should be asked for in pairs 2t, 2t + 1.
 */
export function autocovariances(centred: readonly Float64Array[]): (lag: number) => number {
  const n = centred[0].length;
  const scale = 1 / (n * centred.length);
  const direct = new Float64Array(DIRECT_LAGS);
  let known = 0;
  let transformed: Float64Array | null = null;
  return (lag) => {
    if (lag < DIRECT_LAGS) {
      for (; known <= lag; known += 2) addPair(centred, known, direct);
      return direct[lag] * scale;
    }
    transformed ??= allLags(centred);
    return transformed[lag] * scale;
  };
}

/** Sums of products at `lag` and `lag + 1` over all chains; two lags at a time keep the adder busy. */
function addPair(centred: readonly Float64Array[], lag: number, into: Float64Array): void {
  for (const x of centred) {
    const last = x.length - lag - 1;
    if (last < 0) continue;
    let even = 0;
    let odd = 0;
    for (let i = 0; i < last; i++) {
      even += x[i] * x[i + lag];
      odd += x[i] * x[i + lag + 1];
    }
    into[lag] += even + x[last] * x[last + lag];
    into[lag + 1] += odd;
  }
}

/** Sums of products at every lag, from the summed power spectrum; two chains share one complex transform. */
function allLags(centred: readonly Float64Array[]): Float64Array {
  let size = 1;
  while (size < 2 * centred[0].length) size *= 2;
  const power = new Float64Array(size);
  for (let k = 0; k < centred.length; k += 2) {
    const re = new Float64Array(size);
    const im = new Float64Array(size);
    re.set(centred[k]);
    if (k + 1 < centred.length) im.set(centred[k + 1]);
    transform(re, im);
    for (let i = 0; i < size; i++) power[i] += (re[i] * re[i] + im[i] * im[i]) / size;
  }
  // The power of two chains in one transform is not symmetric in frequency; the real part averages the two sides.
  transformReversed(power, new Float64Array(size));
  return power;
}
