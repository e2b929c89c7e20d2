// A new tank’s survivors: against sums written out by the definition, to a hundredth of what a bar shows, and against each other.
import { describe, expect, test } from 'vitest';
import { meanCount, narrowestRange, newTank } from '../../src/stats/new-tank';

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

function choose(n: number, k: number): number {
  let product = 1;
  for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i;
  return product;
}

const binomial = (n: number, s: number, p: number): number => choose(n, s) * p ** s * (1 - p) ** (n - s);

/** By the definition, on a far finer grid. */
function byDefinition(middle: number, sd: number, effect: number, n: number) {
  const counts = Array.from({ length: n + 1 }, (_, s) => s);
  const without = counts.map(() => 0);
  const lost = Array.from({ length: 2 * n + 1 }, () => 0);
  for (let z = -8; z <= 8; z += 0.02) {
    const weight = (0.02 * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
    const a = middle + sd * z;
    for (const s of counts) {
      const one = weight * binomial(n, s, logistic(a));
      without[s] += one;
      for (const t of counts) lost[s - t + n] += one * binomial(n, t, logistic(a + effect));
    }
  }
  return { without, lost };
}

describe.each([
  [2.2, 0.91, -1.82, 10],
  [1.3, 1.6, -0.5, 25],
  [6, 3, -4, 10],
])('middle %d, sd %d, effect %d, %d tadpoles', (middle, sd, effect, n) => {
  const found = newTank({ middle: [middle], sd: [sd], effect: [effect] }, n);

  test('are the sums of the definition', () => {
    const exact = byDefinition(middle, sd, effect, n);
    found.without.forEach((value, s) => expect(Math.abs(value - exact.without[s])).toBeLessThan(1e-5));
    found.lost.forEach((value, k) => expect(Math.abs(value - exact.lost[k])).toBeLessThan(1e-5));
  });

  test('lose on average what their means differ by', () => {
    const difference = meanCount(found.without) - meanCount(found.withIt);
    expect(meanCount(found.lost, -n)).toBeCloseTo(difference, 6);
  });
});

test('without an effect both tanks are alike, and the loss is symmetric', () => {
  const { without, withIt, lost } = newTank({ middle: [0.4, 1], sd: [1, 0.5], effect: [0, 0] }, 12);
  without.forEach((value, s) => expect(withIt[s]).toBeCloseTo(value, 12));
  lost.forEach((value, k) => expect(lost[24 - k]).toBeCloseTo(value, 9));
});

test('draws are averaged', () => {
  const one = newTank({ middle: [1], sd: [1], effect: [-1] }, 10);
  const other = newTank({ middle: [-1], sd: [0.3], effect: [-2] }, 10);
  const both = newTank({ middle: [1, -1], sd: [1, 0.3], effect: [-1, -2] }, 10);
  both.withIt.forEach((value, s) => expect(value).toBeCloseTo((one.withIt[s] + other.withIt[s]) / 2, 12));
});

test('the narrowest range', () => {
  expect(narrowestRange([0.1, 0.2, 0.4, 0.2, 0.1], 0.75)).toEqual([1, 3]);
  expect(narrowestRange([0.5, 0.1, 0.1, 0.3], 0.5, -2)).toEqual([-2, -2]);
  expect(narrowestRange([0.3, 0.3, 0.4], 0.7)).toEqual([1, 2]);
  expect(narrowestRange([0.25, 0.25, 0.25, 0.25], 1)).toEqual([0, 3]);
});
