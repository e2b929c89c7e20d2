// Natural logarithms: log and log1p, the same to the bit on every engine.
import { scaleByPowerOfTwo } from './exp';

const LN2_HIGH = 0.6931471803691238; // the leading 32 bits: times an exponent it is exact
const LN2_LOW = 1.9082149292705877e-10;
/** High word of sqrt(1/2): subtracting it makes the exponent field that of x / 2^k in [sqrt(1/2), sqrt(2)). */
const SQRT_HALF_WORD = 0x3fe6a09e;
const TWO_54 = 18014398509481984;

// The exponent is read from the bits; which of the two words holds it depends on the machine, the answer does not.
const FLOAT = new Float64Array(1);
const WORDS = new Int32Array(FLOAT.buffer);
FLOAT[0] = 1;
const HIGH = WORDS[1] === 0x3ff00000 ? 1 : 0;

/** (2 atanh(s) - 2 s) / s for z = s^2 up to 0.03; Chebyshev fit, relative error 4e-18 before rounding. */
function atanhRest(z: number): number {
  const z2 = z * z;
  const z4 = z2 * z2;
  return (
    z *
    (0.6666666666666666 +
      z * 0.40000000000001007 +
      z2 * (0.2857142857072325 + z * 0.22222222409750114) +
      z4 * (0.18181793732111753 + z * 0.15386342449645143 + z2 * (0.13266048812203002 + z * 0.131148348695975)))
  );
}

/** k ln 2 + log(1 + f) + c, for f in [sqrt(1/2) - 1, sqrt(2) - 1] and a tiny c; log(1 + f) = 2 atanh(f / (2 + f)). */
function assemble(k: number, f: number, c: number): number {
  const s = f / (2 + f);
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + atanhRest(s * s)) + (k * LN2_LOW + c)) - f);
}

/** log(x), within 2e-16 relative. -Infinity at 0, NaN below. */
export function log(x: number): number {
  FLOAT[0] = x;
  const word = WORDS[HIGH];
  if (word < 0x00100000 || word >= 0x7fe00000) return logOutside(x);
  const k = (word - SQRT_HALF_WORD) >> 20;
  return assemble(k, scaleByPowerOfTwo(x, -k) - 1, 0);
}

function logOutside(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  if (x === Infinity) return Infinity;
  const shift = x < 1 ? 54 : -1;
  FLOAT[0] = x < 1 ? x * TWO_54 : x * 0.5;
  const k = (WORDS[HIGH] - SQRT_HALF_WORD) >> 20;
  return assemble(k - shift, scaleByPowerOfTwo(FLOAT[0], -k) - 1, 0);
}

/** log(1 + x) without cancellation, within 3e-16 relative. -Infinity at -1, NaN below. */
export function log1p(x: number): number {
  if (x > -0.29 && x < 0.41) {
    if (x === 0) return x; // keeps -0
    return assemble(0, x, 0);
  }
  if (!(x > -1 && x < 9e15)) return x === -1 ? -Infinity : log(x);
  const u = 1 + x;
  const lost = x > 1 ? 1 - (u - x) : x - (u - 1);
  FLOAT[0] = u;
  const k = (WORDS[HIGH] - SQRT_HALF_WORD) >> 20;
  return assemble(k, scaleByPowerOfTwo(u, -k) - 1, lost / u);
}
