// The rising factorial x (x + 1) … (x + n - 1) on the log scale, and its derivative: without the cancellation of two large lgammas.
import { digamma, lgamma } from '../../math/gamma';
import { log, log1p } from '../../math/log';

/** From here on Stirling's series to w^7 is exact to a double. */
const LARGE = 20;

/** lgamma(x) - ((x - 1/2) log x - x + log(2 pi) / 2) for x >= 20 (Abramowitz & Stegun 6.1.41). */
function stirling(x: number): number {
  const w = 1 / x;
  const v = w * w;
  return w * (1 / 12 + v * (-1 / 360 + v * (1 / 1260 + v * (-1 / 1680 + v * (1 / 1188)))));
}

/** log of gamma(x + n) / gamma(x), for x > 0 and n >= 0. */
export function logRising(x: number, n: number): number {
  if (n === 0) return 0;
  if (x < LARGE) return lgamma(x + n) - lgamma(x);
  return (x - 0.5) * log1p(n / x) + n * (log(x + n) - 1) + (stirling(x + n) - stirling(x));
}

/** digamma(x + n) - digamma(x): the derivative of logRising in x. */
export function digammaRise(x: number, n: number): number {
  return n === 0 ? 0 : digamma(x + n) - digamma(x);
}
