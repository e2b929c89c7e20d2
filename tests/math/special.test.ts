import { describe, expect, test } from 'vitest';
import { betaCdf, betaQuantile } from '../../src/math/beta';
import { digamma, lbeta, lchoose, lgamma } from '../../src/math/gamma';
import { invLogit, log1mExp, log1pExp, logAddExp, logInvLogit, logit } from '../../src/math/logistic';
import { erf, erfc, normalCdf, normalLogCdf, normalQuantile } from '../../src/math/normal';
import { pow, powInteger } from '../../src/math/power';
import { reference, worst } from './special-functions';

describe('against high-precision values, largest relative error', () => {
  test('invLogit', () => expect(worst(reference.invLogit, invLogit).relative).toBeLessThan(3e-16));
  test('logit', () => expect(worst(reference.logit, logit).relative).toBeLessThan(4e-16));
  test('log1pExp', () => expect(worst(reference.log1pExp, log1pExp).relative).toBeLessThan(3e-16));
  test('log1mExp', () => expect(worst(reference.log1mExp, log1mExp).relative).toBeLessThan(4e-16));
  test('lgamma', () => expect(worst(reference.lgamma, lgamma).relative).toBeLessThan(1e-15));
  test('digamma', () => expect(worst(reference.digamma, digamma).relative).toBeLessThan(1e-15));
  test('erf', () => expect(worst(reference.erf, erf).relative).toBeLessThan(3e-16));
  test('erfc', () => expect(worst(reference.erfc, erfc).relative).toBeLessThan(1e-15));
  test('normalCdf', () => expect(worst(reference.normalCdf, normalCdf).relative).toBeLessThan(1e-15));
  test('normalLogCdf', () => expect(worst(reference.normalLogCdf, normalLogCdf).relative).toBeLessThan(1e-15));
  test('normalQuantile', () => expect(worst(reference.normalQuantile, normalQuantile).relative).toBeLessThan(1e-15));
});

test('lbeta, error against the larger of one and the value', () => {
  const { x, y, high, low } = reference.lbeta;
  const errors = x.map((a, i) => Math.abs(lbeta(a, y[i]) - high[i] - low[i]) / Math.max(1, Math.abs(high[i])));
  expect(Math.max(...errors)).toBeLessThan(3e-15);
});

test('quantiles of the beta distribution, and its distribution function there', () => {
  const { p, a, b, x } = reference.betaQuantile;
  x.forEach((quantile, i) => {
    expect(Math.abs(betaQuantile(p[i], a[i], b[i]) / quantile - 1)).toBeLessThan(1e-12);
    expect(Math.abs(betaCdf(quantile, a[i], b[i]) / p[i] - 1)).toBeLessThan(1e-11);
  });
  expect(betaQuantile(0, 2, 3)).toBe(0);
  expect(betaQuantile(1, 2, 3)).toBe(1);
  expect(betaQuantile(1.1, 2, 3)).toBeNaN();
});

test('logarithms of binomial coefficients', () => {
  expect(lchoose(5, 0)).toBe(0);
  expect(lchoose(5, 5)).toBe(0);
  expect(Math.abs(lchoose(35, 9) / Math.log(70607460) - 1)).toBeLessThan(1e-15);
  expect(Math.abs(lchoose(1e6, 1) / Math.log(1e6) - 1)).toBeLessThan(1e-14);
});

test('the gamma family at the edges', () => {
  expect(lgamma(1)).toBe(0);
  expect(lgamma(2)).toBe(0);
  expect(lgamma(0)).toBe(Infinity);
  expect(lgamma(Infinity)).toBe(Infinity);
  expect(lgamma(-0.5)).toBeNaN();
  expect(digamma(0)).toBe(-Infinity);
  expect(digamma(Infinity)).toBe(Infinity);
  expect(digamma(-1)).toBeNaN();
  expect(lbeta(0, 1)).toBe(Infinity);
  expect(lbeta(-1, 1)).toBeNaN();
});

test('the logistic family at the edges', () => {
  expect(invLogit(0)).toBe(0.5);
  expect(invLogit(-Infinity)).toBe(0);
  expect(invLogit(Infinity)).toBe(1);
  expect(logit(0)).toBe(-Infinity);
  expect(logit(1)).toBe(Infinity);
  expect(logit(1.5)).toBeNaN();
  expect(logInvLogit(-800)).toBe(-800);
  expect(logInvLogit(800)).toBeCloseTo(0, 300);
  expect(log1pExp(800)).toBe(800);
  expect(log1mExp(0)).toBe(-Infinity);
  expect(logAddExp(-Infinity, -Infinity)).toBe(-Infinity);
  expect(logAddExp(-Infinity, 3)).toBe(3);
  expect(logAddExp(1000, 1000)).toBeCloseTo(1000 + Math.LN2, 12);
});

test('the normal family at the edges', () => {
  expect(normalQuantile(0)).toBe(-Infinity);
  expect(normalQuantile(1)).toBe(Infinity);
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(-0.1)).toBeNaN();
  expect(normalQuantile(1.1)).toBeNaN();
  expect(normalQuantile(NaN)).toBeNaN();
  expect(normalCdf(-Infinity)).toBe(0);
  expect(normalCdf(Infinity)).toBe(1);
  expect(normalLogCdf(-Infinity)).toBe(-Infinity);
  expect(erf(Infinity)).toBe(1);
  expect(erfc(-Infinity)).toBe(2);
  for (const f of [erf, erfc, normalCdf, normalLogCdf]) expect(f(NaN)).toBeNaN();
});

test('powers', () => {
  expect(powInteger(3, 5)).toBe(243);
  expect(powInteger(2, -3)).toBe(0.125);
  expect(powInteger(7, 0)).toBe(1);
  expect(powInteger(-2, 3)).toBe(-8);
  expect(pow(0, 0)).toBe(1);
  expect(pow(0, 0.5)).toBe(0);
  expect(pow(0, -0.5)).toBe(Infinity);
  expect(pow(-8, 1 / 3)).toBeNaN();
  expect(pow(-1, 1e15 + 1)).toBe(-1);
  expect(pow(4, 0.5) / 2 - 1).toBeCloseTo(0, 14);
  expect(pow(10, 2.5) / 316.22776601683796 - 1).toBeCloseTo(0, 14);
});
