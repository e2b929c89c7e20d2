// Straight marks typed in a lesson become the right curled ones.
import { expect, test } from 'vitest';
import { curled } from '../../scripts/vite/typography';

test.each([
  [`a tank's tadpoles`, 'a tank’s tadpoles'],
  [`the tanks' numbers`, 'the tanks’ numbers'],
  [`"Multilevel Models", of`, '“Multilevel Models”, of'],
  [`he said "no." Then`, 'he said “no.” Then'],
  [`("yes")`, '(“yes”)'],
  [`'quoted' words`, '‘quoted’ words'],
])('%s', (typed, set) => {
  expect(curled(typed)).toBe(set);
});
