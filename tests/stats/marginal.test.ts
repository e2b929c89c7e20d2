// The curve and the central half of a quantity, against the normal distribution that the draws are quantiles of.
import { expect, test } from 'vitest';
import { normalQuantile } from '../../src/math/normal';
import { REAL_LINE } from '../../src/stats/density';
import { marginalOf, normalCurve } from '../../src/stats/marginal';

const n = 4000;
const draws = Float64Array.from({ length: n }, (_, k) => 2 + 0.5 * normalQuantile((k + 0.5) / n));

test('quantiles of a normal give back its central half and its curve', () => {
  const marginal = marginalOf([draws.subarray(0, n / 2), draws.subarray(n / 2)], REAL_LINE);
  if (marginal === null) throw new Error('there is a curve');
  const { inner, curve } = marginal;
  expect(inner.upper - inner.lower).toBeCloseTo(2 * 0.6745 * 0.5, 2);
  curve.x.forEach((x, k) => {
    const exact = Math.exp(-2 * (x - 2) ** 2) / (0.5 * Math.sqrt(2 * Math.PI));
    // The kernel flattens the peak by (bandwidth / sd)² / 2, one and a half percent here.
    expect(Math.abs(curve.density[k] - exact)).toBeLessThan(0.015 * 0.8);
  });
});

test('constant draws have no curve', () => {
  expect(marginalOf([new Float64Array(100).fill(1)], REAL_LINE)).toBeNull();
});

test('the curve of a normal holds its mass, and peaks at its mean', () => {
  const { x, density } = normalCurve(-1, 0.5);
  const mass = density.reduce((total, height) => total + height * (x[1] - x[0]), 0);
  expect(mass).toBeCloseTo(1, 3);
  expect(x[density.indexOf(Math.max(...density))]).toBeCloseTo(-1, 12);
});
