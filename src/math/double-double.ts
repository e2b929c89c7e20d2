// Sums and products in twice the working precision, for building the tables of exp. Not for the hot path.

/** The unevaluated sum `high + low`, |low| at most half a unit in the last place of high. */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

const SPLITTER = 134217729; // 2^27 + 1

function quickSum(a: number, b: number): DoubleDouble {
  const high = a + b;
  return { high, low: b - (high - a) };
}

/** a + b with an error near 2^-104 relative (Knuth's two-sum, then renormalized). */
export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const high = a.high + b.high;
  const part = high - a.high;
  const error = a.high - (high - part) + (b.high - part);
  return quickSum(high, error + (a.low + b.low));
}

/** a * b with an error near 2^-102 relative (Dekker's product by Veltkamp's split; no overflow guard). */
export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = a.high * b.high;
  const ta = SPLITTER * a.high;
  const ah = ta - (ta - a.high);
  const al = a.high - ah;
  const tb = SPLITTER * b.high;
  const bh = tb - (tb - b.high);
  const bl = b.high - bh;
  const error = ah * bh - product + ah * bl + al * bh + al * bl;
  return quickSum(product, error + (a.high * b.low + a.low * b.high));
}

/** a / n for a small whole number n. */
export function divide(a: DoubleDouble, n: number): DoubleDouble {
  const high = a.high / n;
  const back = multiply({ high, low: 0 }, { high: n, low: 0 });
  return quickSum(high, (a.high - back.high - back.low + a.low) / n);
}
