// The logarithm of the gamma function, its derivative digamma, and of the beta function, for positive arguments.
import { log, log1p } from './log';

const HALF_LOG_TWO_PI = 0.9189385332046728;
/** The zero of digamma in two parts. */
const ZERO_HIGH = 1.4616321449683622;
const ZERO_LOW = 9.549995429965697e-17;

/** lgamma(2 + u) / u for |u| <= 1/2; Chebyshev fit, relative error 4e-19 before rounding. Lowest degree first. */
const NEAR_TWO = Float64Array.of(
  0.42278433509846713,
  0.3224670334241132,
  -0.06735230105319814,
  0.02058080842778457,
  -0.0073855510286681535,
  0.002890510330738737,
  -0.0011927539120010226,
  0.0005096695248853096,
  -0.00022315475074520367,
  9.945750909889392e-5,
  -4.4926351103833334e-5,
  2.050726741605779e-5,
  -9.438458716242811e-6,
  4.374374916915131e-6,
  -2.0449201467015115e-6,
  9.578663334114758e-7,
  -4.303558760359961e-7,
  2.0304806751615227e-7,
  -1.3412819758517287e-7,
  6.379047507619774e-8,
);

/** digamma(3/2 + t) / (3/2 + t - zero) for |t| <= 1/2; Chebyshev fit, relative error 5e-19 before rounding. */
const NEAR_ZERO = Float64Array.of(
  0.9510558760318328,
  -0.42362742128146047,
  0.24054248424078736,
  -0.14840492305391761,
  0.09498872445283,
  -0.06192213327165706,
  0.04076083394462657,
  -0.02697579684427536,
  0.017907248195969127,
  -0.011908215172584002,
  0.007927024067961237,
  -0.00528001782089874,
  0.0035180800751066694,
  -0.002344650082351321,
  0.0015635679757533885,
  -0.001042261556504223,
  0.0006899717801166841,
  -0.0004599625144612576,
  0.0003268068044141764,
  -0.0002178682145501451,
  9.173383289174792e-5,
  -6.11554261750751e-5,
  0.00012230983055406747,
  -8.153978973309418e-5,
);

function polynomial(coefficients: Float64Array, x: number): number {
  let value = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) value = value * x + coefficients[k];
  return value;
}

/** Stirling's correction: lgamma(x) - ((x - 1/2) log x - x + log(2 pi) / 2), for x >= 10. */
function stirling(x: number): number {
  const w = 1 / x;
  const v = w * w;
  const first = 1 / 12 + v * (-1 / 360 + v * (1 / 1260 + v * (-1 / 1680)));
  const second = 1 / 1188 + v * (-691 / 360360 + v * (1 / 156 + v * (-3617 / 122400)));
  return w * (first + v * v * (v * v * second));
}

/** log gamma(x) for x > 0, within 1e-15 relative. Infinity at 0 and at Infinity, NaN below 0. */
export function lgamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  if (x >= 10) return x < 1e300 ? (x - 0.5) * log(x) - x + HALF_LOG_TWO_PI + stirling(x) : x * (log(x) - 1);
  if (x < 0.5) return x * polynomial(NEAR_TWO, x) - log1p(x) - log(x);
  if (x < 1.5) return (x - 1) * polynomial(NEAR_TWO, x - 1) - log1p(x - 1);
  let product = 1;
  let z = x;
  while (z > 2.5) {
    z -= 1;
    product *= z;
  }
  const u = z - 2;
  const base = u * polynomial(NEAR_TWO, u);
  return x > 2.5 ? base + log(product) : base;
}

/** d lgamma(x) / dx for x > 0, within 1e-15 relative. -Infinity at 0, NaN below 0. */
export function digamma(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x >= 10) {
    const w = 1 / x;
    const v = w * w;
    const first = 1 / 12 + v * (-1 / 120 + v * (1 / 252 + v * (-1 / 240)));
    const second = 1 / 132 + v * (-691 / 32760 + v * (1 / 12 + v * (-3617 / 8160)));
    return log(x) - 0.5 * w - v * (first + v * v * (v * v * second));
  }
  let shift = 0;
  let z = x;
  while (z > 2) {
    z -= 1;
    shift += 1 / z;
  }
  if (z < 1) {
    shift -= 1 / z;
    // Moving up by one loses the last bits of a small z: 3/2 + t = 1 + z is formed in t.
    const t = z - 0.5;
    return shift + (t - (ZERO_HIGH - 1.5) - ZERO_LOW) * polynomial(NEAR_ZERO, t);
  }
  return shift + (z - ZERO_HIGH - ZERO_LOW) * polynomial(NEAR_ZERO, z - 1.5);
}

/**
 * log B(a, b) = lgamma(a) + lgamma(b) - lgamma(a + b) for positive a and b, without cancellation when one is large;
 * within 3e-15 of the larger of one and the value.
 */
export function lbeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (!(small > 0)) return small === 0 ? Infinity : NaN;
  if (large === Infinity) return -Infinity;
  const ratio = small / (small + large);
  if (small >= 10) {
    const correction = stirling(small) + stirling(large) - stirling(small + large);
    const power = (small - 0.5) * log(ratio) + large * log1p(-ratio);
    return HALF_LOG_TWO_PI - 0.5 * log(large) + correction + power;
  }
  if (large >= 10) {
    const correction = stirling(large) - stirling(small + large);
    const power = (large - 0.5) * log1p(-ratio) + small * (1 - log(small + large));
    return lgamma(small) + correction + power;
  }
  return lgamma(small) + (lgamma(large) - lgamma(small + large));
}

/** log of the binomial coefficient, for whole 0 <= k <= n. */
export function lchoose(n: number, k: number): number {
  return k === 0 || k === n ? 0 : -log1p(n) - lbeta(n - k + 1, k + 1);
}
