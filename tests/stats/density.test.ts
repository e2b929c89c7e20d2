import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../src/math/normal';
import { density, POSITIVE, REAL_LINE, UNIT } from '../../src/stats/density';
import type { Density } from '../../src/stats/density';

const N = 4000;
// Draws at the quantiles (i - 1/2) / n have no sampling error: what is left is the estimator's own bias.
const spread = (quantile: (p: number) => number) => Float64Array.from({ length: N }, (_, i) => quantile((i + 0.5) / N));
const exponential = spread((p) => -Math.log(1 - p));
const normal = spread(normalQuantile);

function integral({ x, density: height }: Density): number {
  let total = 0;
  for (let i = 1; i < x.length; i++) total += ((height[i] + height[i - 1]) / 2) * (x[i] - x[i - 1]);
  return total;
}

function largestError({ x, density: height }: Density, truth: (x: number) => number): number {
  return Math.max(...x.map((at, i) => Math.abs(height[i] - truth(at))));
}

function estimate(draws: Float64Array, support = REAL_LINE): Density {
  const result = density([draws], support, 200);
  if (result === null) throw new Error('no density');
  return result;
}

describe('without sampling error', () => {
  // A Gaussian kernel of bandwidth h turns N(0, 1) into N(0, 1 + h^2), exactly.
  test('a normal comes back as a normal wider by the kernel', () => {
    const result = estimate(normal);
    const sd = Math.sqrt(1 + result.bandwidth ** 2);
    const truth = (x: number) => Math.exp(-((x / sd) ** 2) / 2) / sd / Math.sqrt(2 * Math.PI);
    expect(largestError(result, truth)).toBeLessThan(1e-3);
    expect(Math.abs(integral(result) - 1)).toBeLessThan(1e-3);
  });
  test('the bandwidth is 0.9 min(sd, IQR / 1.34) n^(-1/5)', () => {
    const unit = 0.9 / N ** 0.2;
    expect(estimate(normal).bandwidth / unit).toBeCloseTo(1, 2);
    // Interquartile range of an exponential: log 3.
    expect(estimate(exponential).bandwidth / unit).toBeCloseTo(Math.log(3) / 1.34, 2);
  });
  test('an exponential keeps its height and slope at zero', () => {
    const result = estimate(exponential, POSITIVE);
    expect(result.x[0]).toBe(0);
    expect(largestError(result, (x) => Math.exp(-x))).toBeLessThan(0.02);
    expect(Math.abs(integral(result) - 1)).toBeLessThan(0.01);
    // Without the boundary, the height at zero is half of what it should be.
    expect(largestError(estimate(exponential), (x) => (x >= 0 ? Math.exp(-x) : 0))).toBeGreaterThan(0.4);
  });
  test('a uniform is flat to both its ends', () => {
    const result = estimate(
      spread((p) => p),
      UNIT,
    );
    expect(largestError(result, () => 1)).toBeLessThan(0.01);
  });
  test('a density that vanishes at zero is not lifted there', () => {
    // Half-normal squared away from zero: a Gamma(3, 1) by its quantiles from bisection.
    const cdf = (x: number) => 1 - Math.exp(-x) * (1 + x + (x * x) / 2);
    const draws = spread((p) => {
      let [low, high] = [0, 40];
      for (let i = 0; i < 60; i++) {
        const middle = (low + high) / 2;
        if (cdf(middle) < p) low = middle;
        else high = middle;
      }
      return low;
    });
    const result = estimate(draws, POSITIVE);
    expect(largestError(result, (x) => (x * x * Math.exp(-x)) / 2)).toBeLessThan(0.01);
  });
});

test('a heavy tail does not flatten the curve', () => {
  const cauchy = spread((p) => Math.tan(Math.PI * (p - 0.5)));
  const result = estimate(cauchy);
  const tallest = Math.max(...result.density);
  expect(tallest).toBeGreaterThan(0.28);
  expect(tallest).toBeLessThan(1 / Math.PI + 1e-3);
  expect(result.x[199]).toBeLessThan(25);
});

test('no density of constant or non-finite draws', () => {
  expect(density([new Float64Array(10)], REAL_LINE, 50)).toBeNull();
  expect(density([Float64Array.of(1, 2, NaN)], REAL_LINE, 50)).toBeNull();
  expect(density([], REAL_LINE, 50)).toBeNull();
});
