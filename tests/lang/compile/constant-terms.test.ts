// Terms of the data alone, added up once: the same density, and the gradient to the bit.
import { describe, expect, test } from 'vitest';
import { randomPositions } from '../checks';
import { testModel } from '../models';
import { largestDifference, withAndWithout } from './passes';

const counts = { W: [3, 0, 5, 2, 3, 3], cafe: [1, 1, 2, 3, 2, 1] };
const cafes = { ...testModel('cafes-memory'), data: counts };

describe.each([testModel('frogs-multilevel'), testModel('frogs-complete'), cafes])('$id', (model) => {
  const pair = withAndWithout(model, 'constant terms');

  test('the pass applies', () => {
    expect(pair.passed.source).toMatch(/^ {2}lp \+= c;$/m);
    expect(pair.plain.source).not.toMatch(/^ {2}lp \+= c;$/m);
  });

  test('at 100 positions, from near the origin to far out', () => {
    const positions = [0.3, 1, 3, 10].flatMap((scale) => randomPositions(pair.plain.dimension, 25, 37, scale));
    expect(largestDifference(pair, positions)).toBeLessThan(1e-12);
    const [before, after] = [pair.plain, pair.passed].map((compiled) => {
      const gradient = new Float64Array(compiled.dimension);
      compiled.instantiate().logDensity(positions[0], gradient);
      return gradient;
    });
    expect(after).toEqual(before);
  });
});
