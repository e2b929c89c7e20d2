import { expect, test } from 'vitest';
import { randomStream } from '../../src/math/random';
import { splitChains } from '../../src/stats/chains';
import { ebfmi } from '../../src/stats/energy';
import { transform, transformReversed } from '../../src/stats/fourier';
import { hdi, sortedHdi } from '../../src/stats/hdi';
import { quantile, sortedQuantile } from '../../src/stats/quantile';
import { averageRanks, rankHistograms } from '../../src/stats/rank';
import { sortWithOrder } from '../../src/stats/sort';

const of = (...values: number[]) => Float64Array.from(values);

test('halves leave out the middle draw of an odd length', () => {
  expect(splitChains([of(1, 2, 3, 4, 5)]).map((half) => [...half])).toEqual([
    [1, 2],
    [4, 5],
  ]);
  expect(splitChains([of(1, 2), of(3, 4)]).map((half) => [...half])).toEqual([[1], [2], [3], [4]]);
  expect(splitChains([of(7)]).map((half) => [...half])).toEqual([[7]]);
});

test('sorting agrees with the comparison sort and keeps equal values in place', () => {
  const random = randomStream(1);
  const values = Float64Array.from({ length: 3000 }, (_, i) =>
    i % 3 === 0 ? random.integer(20) - 10 : random.normal() * 10 ** (random.integer(600) - 300),
  );
  values.set([Infinity, -Infinity, 5e-324, -5e-324, 0, -0, Number.MAX_VALUE]);
  const { values: sorted, order } = sortWithOrder(values);
  expect([...sorted]).toEqual([...values].sort((a, b) => a - b || (Object.is(a, -0) ? -1 : 0)));
  expect([...sorted]).toEqual([...order].map((i) => values[i]));
  for (let i = 1; i < order.length; i++) {
    if (Object.is(sorted[i], sorted[i - 1])) expect(order[i]).toBeGreaterThan(order[i - 1]);
  }
});

test('NaN sorts last, whatever its sign bit', () => {
  const values = of(3, NaN, -Infinity, Infinity);
  new Uint32Array(values.buffer).fill(0xffffffff, 2, 4);
  expect([...sortWithOrder(values).order]).toEqual([2, 0, 3, 1]);
});

test('ties share the average of their ranks', () => {
  expect([...averageRanks(of(10, 20, 10, 5, 20, 20))]).toEqual([2.5, 5, 2.5, 1, 5, 5]);
  expect([...averageRanks(of(0, -0))]).toEqual([1.5, 1.5]);
});

test('rank histograms count every draw once, and a high chain fills the high bins', () => {
  expect(rankHistograms([of(1, 2, 3, 4), of(5, 6, 7, 8)], 4).map((counts) => [...counts])).toEqual([
    [2, 2, 0, 0],
    [0, 0, 2, 2],
  ]);
});

// Values of R's quantile(c(1, 4, 9, 16), type = 7) follow from h = 3 p by hand.
test('quantiles of type 7', () => {
  const sorted = of(1, 4, 9, 16);
  expect(sortedQuantile(sorted, 0)).toBe(1);
  expect(sortedQuantile(sorted, 1)).toBe(16);
  expect(sortedQuantile(sorted, 0.5)).toBe(6.5);
  expect(sortedQuantile(sorted, 0.25)).toBe(3.25);
  expect(sortedQuantile(of(5), 0.3)).toBe(5);
  expect(quantile([of(16, 1), of(9, 4)], 0.5)).toBe(6.5);
  expect(quantile([of(1, NaN)], 0.5)).toBeNull();
  expect(quantile([], 0.5)).toBeNull();
  expect(sortedQuantile(of(-Infinity, -Infinity, 1), 0.25)).toBe(-Infinity);
});

test('the narrowest interval, the lowest of equals', () => {
  expect(sortedHdi(of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), 0.5)).toEqual({ lower: 0, upper: 5 });
  expect(sortedHdi(of(0, 5, 6, 7, 8, 12, 30, 40), 0.5)).toEqual({ lower: 5, upper: 12 });
  expect(sortedHdi(of(0, 10, 11, 12, 13, 14, 30, 40), 0.5)).toEqual({ lower: 10, upper: 14 });
  expect(sortedHdi(of(1, 2, 3), 1)).toEqual({ lower: 1, upper: 3 });
  expect(hdi([of(3), of(3)], 0.89)).toEqual({ lower: 3, upper: 3 });
  expect(hdi([of(3, NaN)], 0.89)).toBeNull();
  expect(hdi([of(3, -Infinity)], 0.89)).toBeNull();
  expect(hdi([], 0.89)).toBeNull();
});

test('E-BFMI by hand', () => {
  // mean 2.75; squared changes 1 + 9 + 4 = 14; squares about the mean 3.0625 + 0.5625 + 5.0625 + 0.0625 = 8.75.
  expect(ebfmi(of(1, 2, 5, 3))).toBeCloseTo(14 / 8.75, 12);
  expect(ebfmi(of(2, 2, 2))).toBeNull();
  expect(ebfmi(of(1))).toBeNull();
  expect(ebfmi(of(1, Infinity, 2))).toBeNull();
});

test('the Fourier transform agrees with its sum', () => {
  const random = randomStream(2);
  for (const n of [1, 2, 4, 16, 64]) {
    const re = Float64Array.from({ length: n }, () => random.normal());
    const im = Float64Array.from({ length: n }, () => random.normal());
    const expected = Array.from({ length: n }, (_, k) => {
      let [a, b] = [0, 0];
      for (let j = 0; j < n; j++) {
        const angle = (-2 * Math.PI * j * k) / n;
        a += re[j] * Math.cos(angle) - im[j] * Math.sin(angle);
        b += re[j] * Math.sin(angle) + im[j] * Math.cos(angle);
      }
      return [a, b];
    });
    const bits = Math.log2(n);
    const reversed = Array.from({ length: n }, (_, i) => {
      let r = 0;
      for (let b = 0; b < bits; b++) r |= ((i >> b) & 1) << (bits - 1 - b);
      return r;
    });
    const scrambled = { re: re.map((_, i) => re[reversed[i]]), im: im.map((_, i) => im[reversed[i]]) };
    transform(re, im);
    transformReversed(scrambled.re, scrambled.im);
    for (let k = 0; k < n; k++) {
      expect(Math.hypot(re[reversed[k]] - expected[k][0], im[reversed[k]] - expected[k][1])).toBeLessThan(1e-13 * n);
      expect(Math.hypot(scrambled.re[k] - expected[k][0], scrambled.im[k] - expected[k][1])).toBeLessThan(1e-13 * n);
    }
  }
});
