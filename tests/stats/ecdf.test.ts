import { expect, test } from 'vitest';
import { randomStream } from '../../src/math/random';
import { ecdfDifference, simultaneousBand } from '../../src/stats/ecdf';

test('the difference by hand', () => {
  const difference = ecdfDifference(Float64Array.of(0.9, 0.1, 0.2, 0.2), Float64Array.of(0.1, 0.2, 0.5, 0.95));
  [0.15, 0.55, 0.25, 0.05].forEach((expected, k) => expect(difference[k]).toBeCloseTo(expected, 14));
});

// One point: the count is Binomial(10, 1/2), and [2, 8] is its central interval of probability 1 - 22/1024.
test('at a single point the band is a binomial interval', () => {
  const band = simultaneousBand(10, Float64Array.of(0.5), 0.95);
  expect([...band.lower]).toEqual([-0.3]);
  expect(band.upper[0]).toBeCloseTo(0.3, 14);
  expect(band.coverage).toBeCloseTo(1 - 22 / 1024, 12);
});

// 4000 simulated samples: the share that stays inside is binomial about the stated coverage; 5 sd has probability 6e-7 each.
test.each([
  [50, 10, 0.95],
  [200, 40, 0.8],
])('%d uniform values stay inside at %d points as often as stated', (count, points, coverage) => {
  const z = Float64Array.from({ length: points }, (_, k) => (k + 1) / (points + 1));
  const band = simultaneousBand(count, z, coverage);
  expect(band.coverage).toBeGreaterThanOrEqual(coverage);
  expect(band.coverage).toBeLessThan(coverage + 0.03);
  const random = randomStream(99, count);
  const samples = 4000;
  let inside = 0;
  for (let s = 0; s < samples; s++) {
    const difference = ecdfDifference(
      Float64Array.from({ length: count }, () => random.uniform()),
      z,
    );
    if (difference.every((d, k) => d >= band.lower[k] - 1e-12 && d <= band.upper[k] + 1e-12)) inside++;
  }
  const sd = Math.sqrt((band.coverage * (1 - band.coverage)) / samples);
  expect(Math.abs(inside / samples - band.coverage)).toBeLessThan(5 * sd);
});
