// Normal densities from sums of squares: the same density and gradient as row by row.
import { describe, expect, test } from 'vitest';
import { randomPositions } from '../checks';
import { testModels } from '../models';
import { largestDifference, withAndWithout } from './passes';

const normals = testModels.filter(({ text }) => /^\w+\[.*~ Normal\(/m.test(text));

describe.each(normals)('$id', (model) => {
  const pair = withAndWithout(model, 'row totals');

  test('at 100 positions, from near the origin to far out', () => {
    const positions = [0.3, 1, 2, 4].flatMap((scale) => randomPositions(pair.plain.dimension, 25, 33, scale));
    expect(largestDifference(pair, positions)).toBeLessThan(1e-12);
  });
});

test('the pass applies to likelihoods and to priors, with scales that move and that do not', () => {
  for (const id of ['mundlak-latent', 'frogs-multilevel', 'trolley-full']) {
    const model = testModels.find((candidate) => candidate.id === id);
    if (model === undefined) throw new Error(`no model ${id}`);
    const pair = withAndWithout(model, 'row totals');
    expect(pair.passed.source).toContain('squares');
    expect(pair.plain.source).not.toContain('squares');
  }
});
