// Identical rows as one weighted row: the same density and gradient.
import { describe, expect, test } from 'vitest';
import { randomPositions } from '../checks';
import { testModels } from '../models';
import { largestDifference, withAndWithout } from './passes';

const repeated = testModels.filter(({ id }) => /^trolley-(complete|partial|clusters)/.test(id));

describe.each(repeated)('$id', (model) => {
  const pair = withAndWithout(model, 'weighted rows');

  test('the pass applies', () => {
    expect(pair.passed.data).toHaveProperty('w');
    expect(pair.plain.data).not.toHaveProperty('w');
  });

  test('at 100 positions, from near the origin to far out', () => {
    const positions = [0.3, 1, 2, 4].flatMap((scale) => randomPositions(pair.plain.dimension, 25, 34, scale));
    expect(largestDifference(pair, positions)).toBeLessThan(1e-12);
  });
});
