// The normal distribution function, its logarithm and its inverse, and the error function behind them.
import { exp } from './exp';
import { log, log1p } from './log';

const SQRT_HALF = 0.7071067811865476;
const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

/** erf(x) / x in x^2, |x| <= 1; Chebyshev fit, relative error 2e-19 before rounding. Lowest degree first. */
const ERF_CENTRE = Float64Array.of(
  1.1283791670955126,
  -0.3761263890318375,
  0.11283791670954879,
  -0.026866170645076792,
  0.0052239776248180145,
  -0.000854832698083379,
  0.0001205533111164271,
  -1.4925595266831182e-5,
  1.6461000484121368e-6,
  -1.6350312701054695e-7,
  1.4659775274047436e-8,
  -1.1372848856791674e-9,
  5.957176147748911e-11,
);

/** (1 + 2x) exp(x^2) erfc(x) in t = (x - 3.75) / (x + 3.75) (Shepherd & Laframboise 1981); relative error 6e-18 before rounding. */
const ERFC_SCALED = Float64Array.of(
  1.2375126308378275,
  -0.14024059858554697,
  0.003585415485463775,
  0.08227673849014516,
  -0.10880393014171785,
  0.09230432116037876,
  -0.058693398590212366,
  0.028362277418940665,
  -0.009746579552504244,
  0.0017556258530017257,
  0.0002937136342850081,
  -0.0002901540809795271,
  5.1649211390702855e-5,
  2.2384240314224437e-5,
  -1.1444412439171722e-5,
  -9.735619015182663e-7,
  1.752057970166318e-6,
  -5.721597255990987e-8,
  -2.591069687796658e-7,
  2.3261913276696566e-8,
  3.8965452548985966e-8,
  -3.743568033634583e-9,
  -5.28428697963142e-9,
  3.110310719839165e-10,
  4.434959070009628e-10,
);

/** Starts for the quantile: x / q in q^2 for |q| = |p - 1/2| <= 0.425, and -x / r in 1 / r for r = sqrt(-2 log p); to 4e-6. */
const QUANTILE_CENTRE = Float64Array.of(
  2.506630549889207,
  2.6229028351520403,
  6.066221871739997,
  -0.3607099745222625,
  474.8082009211753,
  -6052.855881362062,
  50635.96806927481,
  -212664.00862664415,
  392582.9309446785,
);
const QUANTILE_TAIL = Float64Array.of(
  1.0002849970875263,
  -0.03899769595705552,
  -3.787573692085439,
  12.601543640351483,
  -47.58721081701628,
  135.59794646351054,
  -251.1697284276452,
  265.87586824044075,
  -121.45253663409288,
);

function polynomial(coefficients: Float64Array, x: number): number {
  let value = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) value = value * x + coefficients[k];
  return value;
}

/** exp(x^2) erfc(x) for x >= 0. */
function erfcScaled(x: number): number {
  return polynomial(ERFC_SCALED, (x - 3.75) / (x + 3.75)) / (1 + 2 * x);
}

/** exp(-x^2), with x^2 split so that its rounding is not magnified. */
function expMinusSquare(x: number): number {
  const high = Math.fround(x);
  return exp(-high * high) * exp(-(x - high) * (x + high));
}

/** The error function, within 4e-16 relative. */
export function erf(x: number): number {
  if (x >= -1 && x <= 1) return x * polynomial(ERF_CENTRE, x * x);
  return x > 0 ? 1 - erfc(x) : erfc(-x) - 1;
}

/** 1 - erf(x), within 1e-15 relative; 0 above 26.6. */
export function erfc(x: number): number {
  if (x >= -1 && x <= 0.5) return 1 - x * polynomial(ERF_CENTRE, x * x);
  if (x < 0) return 2 - erfc(-x);
  if (x > 27) return 0;
  return erfcScaled(x) * expMinusSquare(x);
}

/** P(Z <= x) for a standard normal Z; 0 below -37.6. */
export function normalCdf(x: number): number {
  if (x < -40) return 0;
  if (x > -0.7) return 0.5 * erfc(-x * SQRT_HALF);
  // exp(-x^2 / 2) from x itself: x / sqrt(2) is rounded, and the tail would magnify that.
  const high = Math.fround(x);
  return 0.5 * erfcScaled(-x * SQRT_HALF) * exp(-0.5 * high * high) * exp(-0.5 * (x - high) * (x + high));
}

/** log P(Z <= x) for a standard normal Z, also where the probability underflows. */
export function normalLogCdf(x: number): number {
  if (x > -0.7) return log1p(-normalCdf(-x));
  return x === -Infinity ? x : log(0.5 * erfcScaled(-x * SQRT_HALF)) - 0.5 * x * x;
}

/** The x with P(Z <= x) = p, within 1e-15 relative; NaN outside [0, 1]. A fitted start and one step of Halley's method. */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (q >= -0.425 && q <= 0.425) return centralQuantile(q);
  if (q > 0) return -lowerQuantile(1 - p);
  return lowerQuantile(p);
}

function centralQuantile(q: number): number {
  const x = q * polynomial(QUANTILE_CENTRE, q * q);
  const step = (0.5 * erf(x * SQRT_HALF) - q) / (INVERSE_SQRT_TWO_PI * exp(-0.5 * x * x));
  return x - step / (1 + 0.5 * x * step);
}

/** Halley on the logarithm of the probability, which is nearly a parabola; p below 0.075. */
function lowerQuantile(p: number): number {
  if (!(p > 0)) return p === 0 ? -Infinity : NaN;
  const logP = log(p);
  const r = Math.sqrt(-2 * logP);
  const x = -r * polynomial(QUANTILE_TAIL, 1 / r);
  const scaled = erfcScaled(-x * SQRT_HALF);
  const slope = (2 * INVERSE_SQRT_TWO_PI) / scaled;
  const step = (log(0.5 * scaled) - 0.5 * x * x - logP) / slope;
  return x - step / (1 + 0.5 * step * (slope + x));
}
