import { describe, expect, test } from 'vitest';
import { exp, expm1 } from '../../src/math/exp';
import { log, log1p } from '../../src/math/log';
import { reference, worst } from './special-functions';

describe('against high-precision values, largest relative error', () => {
  test('exp', () => expect(worst(reference.exp, exp).relative).toBeLessThan(1.2e-16));
  test('log', () => expect(worst(reference.log, log).relative).toBeLessThan(2e-16));
  test('log1p', () => expect(worst(reference.log1p, log1p).relative).toBeLessThan(3e-16));
  test('expm1', () => expect(worst(reference.expm1, expm1).relative).toBeLessThan(4e-16));
});

test('exp at the edges of its range', () => {
  expect(exp(0)).toBe(1);
  expect(exp(-0)).toBe(1);
  expect(exp(5e-324)).toBe(1);
  expect(exp(-708)).toBeGreaterThan(0);
  for (const x of [-708.0000000000001, -1e308, -Infinity]) expect(exp(x)).toBe(0);
  expect(exp(709.782712893384)).toBeGreaterThan(1.797693134862e308);
  expect(exp(709.782712893384)).toBeLessThan(Infinity);
  for (const x of [709.7827128933841, 1e308, Infinity]) expect(exp(x)).toBe(Infinity);
  expect(exp(NaN)).toBeNaN();
});

test('expm1 at the edges of its range', () => {
  expect(expm1(-0)).toBe(-0);
  expect(expm1(5e-324)).toBe(5e-324);
  for (const x of [-708.5, -Infinity]) expect(expm1(x)).toBe(-1);
  expect(expm1(710)).toBe(Infinity);
  expect(expm1(NaN)).toBeNaN();
});

test('log and log1p at the edges of their range', () => {
  expect(log(1)).toBe(0);
  for (const x of [0, -0]) expect(log(x)).toBe(-Infinity);
  for (const x of [-5e-324, -1, -Infinity, NaN]) expect(log(x)).toBeNaN();
  expect(log(Infinity)).toBe(Infinity);
  expect(log1p(-0)).toBe(-0);
  expect(log1p(5e-324)).toBe(5e-324);
  expect(log1p(-1)).toBe(-Infinity);
  for (const x of [-1.0000000000000002, -Infinity, NaN]) expect(log1p(x)).toBeNaN();
  expect(log1p(Infinity)).toBe(Infinity);
});

test('exp grows and log grows, across every seam of their tables', () => {
  for (let i = -200; i <= 200; i++) {
    const seam = ((i + 0.5) * Math.LN2) / 128;
    expect(exp(seam + 1e-15)).toBeGreaterThanOrEqual(exp(seam - 1e-15));
  }
  for (const seam of [Math.SQRT1_2, Math.SQRT2, 0.5, 1, 2]) {
    expect(log(seam * (1 + 4e-16))).toBeGreaterThanOrEqual(log(seam * (1 - 4e-16)));
  }
});
