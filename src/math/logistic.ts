// The logistic function, its inverse and the logarithms around it, without overflow or cancellation.
import { exp, expm1 } from './exp';
import { log, log1p } from './log';

/** 1 / (1 + exp(-x)), within 4e-16 relative; 0 below -708. */
export function invLogit(x: number): number {
  const e = exp(x < 0 ? x : -x);
  return x < 0 ? e / (1 + e) : 1 / (1 + e);
}

/** log(p / (1 - p)) for p in [0, 1]. */
export function logit(p: number): number {
  // Near one half the ratio is near one: log1p of its exact distance from one.
  return p > 0.25 && p < 0.75 ? log1p((2 * p - 1) / (1 - p)) : log(p / (1 - p));
}

/** log(1 + exp(x)), also called softplus. */
export function log1pExp(x: number): number {
  return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x));
}

/** log(1 - exp(x)) for x <= 0 (Maechler 2012: the branch at -log 2). */
export function log1mExp(x: number): number {
  return x > -0.6931471805599453 ? log(-expm1(x)) : log1p(-exp(x));
}

/** log(invLogit(x)). */
export function logInvLogit(x: number): number {
  return -log1pExp(-x);
}

/** log(exp(a) + exp(b)). */
export function logAddExp(a: number, b: number): number {
  const larger = Math.max(a, b);
  if (larger === -Infinity || larger === Infinity) return larger;
  return larger + log1p(exp(Math.min(a, b) - larger));
}
