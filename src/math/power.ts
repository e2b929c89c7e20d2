// Powers: by multiplications in a fixed order for whole exponents, by exp and log for the rest.
import { exp } from './exp';
import { log } from './log';

/** x^n for a whole n, by squaring from the lowest bit up; 1 / x^-n below zero. */
export function powInteger(x: number, n: number): number {
  if (n < 0) return 1 / powInteger(x, -n);
  let result = 1;
  let square = x;
  let rest = n;
  while (rest > 0) {
    if (rest % 2 === 1) {
      result *= square;
      rest -= 1;
    }
    rest *= 0.5;
    if (rest > 0) square *= square;
  }
  return result;
}

/**
 * x^y. A whole y of at most 1024 in size is multiplied out; otherwise exp(y log x), whose relative error grows to |y log x| 2e-16.
 * NaN for a negative x with a fractional y.
 */
export function pow(x: number, y: number): number {
  if (y === Math.trunc(y) && Math.abs(y) <= 1024) return powInteger(x, y);
  if (x < 0) return y === Math.trunc(y) ? (y % 2 === 0 ? pow(-x, y) : -pow(-x, y)) : NaN;
  return exp(y * log(x));
}
