import { expect, test } from 'vitest';
import { scaleMixture } from '../../src/stats/scale-mixture';
import reference from '../reference/scale-mixture.json';

test.each(reference.cases)('Normal($mean, $sd), Exponential($rate) at $x', ({ x, density, cdf, ...constants }) => {
  const mixture = scaleMixture(constants);
  expect(Math.abs(mixture.density(x) - density)).toBeLessThan(1e-9);
  expect(Math.abs(mixture.density(x) / density - 1)).toBeLessThan(1e-6);
  expect(Math.abs(mixture.cdf(x) - cdf)).toBeLessThan(1e-9);
});

test('the variances add up', () => {
  const { density, sd } = scaleMixture({ mean: 0, sd: 1.5, rate: 1 });
  let variance = 0;
  for (let x = -80; x <= 80; x += 0.05) variance += 0.05 * x * x * density(x);
  expect(Math.sqrt(variance)).toBeCloseTo(sd, 5);
  expect(sd).toBeCloseTo(Math.sqrt(4.25), 12);
});
