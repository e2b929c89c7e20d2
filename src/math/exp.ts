// The exponential function and expm1, the same to the bit on every engine.
import { add, divide, multiply } from './double-double';
import type { DoubleDouble } from './double-double';

/** 2^52 + 2^51: adding it to a number below 2^51 rounds that number to a whole one, ties to even. */
const ROUND = 6755399441055744;
const STEPS_PER_LN2 = 184.6649652337873; // 128 / ln 2
const STEP_HIGH = 0.005415212348111709; // ln 2 / 128, the leading 36 bits: times a step number below 2^17 it is exact
const STEP_LOW = 1.2864023111638346e-14;
const LARGEST = 709.782712893384; // log of the largest double

/** 2^(k) at k + 1023, for k from -1023 to 1023. */
const POWER_OF_TWO = powersOfTwo();
/** 2^(j / 128) for j from 0 to 127, in two parts. */
const ROOT_HIGH = new Float64Array(128);
const ROOT_LOW = new Float64Array(128);
fillRoots();

function powersOfTwo(): Float64Array {
  const table = new Float64Array(2047);
  table[1023] = 1;
  for (let k = 1; k <= 1023; k++) {
    table[1023 + k] = table[1022 + k] * 2;
    table[1023 - k] = table[1024 - k] * 0.5;
  }
  return table;
}

function fillRoots(): void {
  const step = divide({ high: 0.6931471805599453, low: 2.3190468138462996e-17 }, 128);
  for (let j = 0; j < 128; j++) {
    const y = multiply(step, { high: j, low: 0 });
    let term: DoubleDouble = { high: 1, low: 0 };
    let sum = term;
    for (let k = 1; k <= 26; k++) {
      term = divide(multiply(term, y), k);
      sum = add(sum, term);
    }
    ROOT_HIGH[j] = sum.high;
    ROOT_LOW[j] = sum.low;
  }
}

/** exp(r) - 1 for |r| at most ln 2 / 256; Taylor to degree 5, truncation below 1e-17 of r. */
function tail(r: number): number {
  const r2 = r * r;
  return r + (r2 * (0.5 + r * 0.16666666666666666) + r2 * r2 * (0.041666666666666664 + r * 0.008333333333333333));
}

/**
 * exp(x), within 1.2e-16 relative. By definition 0 below -708, so that no result is denormal; Infinity where it overflows.
 * x = (128 k + j) ln 2 / 128 + r, and exp(x) = 2^k 2^(j/128) exp(r) (Tang 1989, with a longer table).
 * No call for what is rare: it would cost every caller's loop its registers, and a third of its time.
 */
export function exp(x: number): number {
  let place = 1023;
  let top = 1;
  if (!(x >= -708 && x <= 709.77)) {
    if (!(x > 0 && x <= LARGEST)) return x < 0 ? 0 : x + Infinity;
    // The last 0.013 before overflow: half the argument's factor of two is kept out of the scale.
    place = 1022;
    top = 2;
  }
  const n = x * STEPS_PER_LN2 + ROUND - ROUND;
  const i = n | 0;
  const j = i & 127;
  const root = ROOT_HIGH[j];
  return POWER_OF_TWO[(i >> 7) + place] * (root + (root * tail(x - n * STEP_HIGH - n * STEP_LOW) + ROOT_LOW[j])) * top;
}

/** exp(x) - 1 without cancellation, within 4e-16 relative. -1 below -708. */
export function expm1(x: number): number {
  if (!(x >= -708 && x <= 709.77)) return exp(x) - 1;
  if (x === 0) return x; // keeps -0
  const n = x * STEPS_PER_LN2 + ROUND - ROUND;
  const i = n | 0;
  const j = i & 127;
  const scale = POWER_OF_TWO[(i >> 7) + 1023];
  const root = scale * ROOT_HIGH[j];
  const rest = root * tail(x - n * STEP_HIGH - n * STEP_LOW) + scale * ROOT_LOW[j];
  return root - 1 + rest;
}

/** x 2^k for a result that is neither denormal nor infinite, and -1022 <= k <= 1023. */
export function scaleByPowerOfTwo(x: number, k: number): number {
  return x * POWER_OF_TWO[k + 1023];
}
