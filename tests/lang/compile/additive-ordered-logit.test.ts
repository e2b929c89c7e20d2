// Factorized exponentials of ordered logits: the same density and gradient as row by row.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lectureData, readCsv } from '../../../src/engine/dataset';
import { instantiate } from '../../../src/lang/compile/compile';
import { lectureModels } from '../../../src/models';
import { randomPositions } from '../checks';
import { largestDifference, withAndWithout } from './passes';
import type { PassModel } from './passes';

const table = readCsv(readFileSync(new URL('../../../public/data/trolley.csv', import.meta.url), 'utf8'));
const trolleys = [...lectureModels.values()].filter(({ dataset }) => dataset === 'trolley');
const source = (id: string): PassModel => {
  const model = lectureModels.get(id);
  if (model === undefined) throw new Error(`no model ${id}`);
  return { text: model.text, roles: model.roles, data: lectureData(model, table) };
};

describe.each(trolleys)('$id', { timeout: 60_000 }, ({ id }) => {
  const pair = withAndWithout(source(id), 'additive ordered logit');

  test('the pass applies', () => {
    expect(pair.passed.source).toContain('reach');
    expect(pair.plain.source).not.toContain('reach');
  });

  test('at 100 positions, from near the origin to far out', () => {
    const positions = [0.3, 1, 3, 10].flatMap((scale) => randomPositions(pair.plain.dimension, 25, 31, scale));
    expect(largestDifference(pair, positions)).toBeLessThan(1e-12);
  });
});

describe('the limit of the range, 50', { timeout: 60_000 }, () => {
  const pair = withAndWithout(source('trolley-clusters'), 'additive ordered logit');
  const guard = /if \((reach[ \w+]*) <= 50\)/;
  const bits = (from: string, position: Float64Array): Float64Array => {
    const gradient = new Float64Array(pair.passed.dimension + 1);
    const { logDensity } = instantiate({ ...pair.passed, source: from });
    gradient[pair.passed.dimension] = logDensity(position, gradient.subarray(0, pair.passed.dimension));
    return gradient;
  };
  const inFactors = pair.passed.source.replace(guard, 'if (true)');
  const rowByRow = pair.passed.source.replace(guard, 'if (false)');

  /** Largest effects of story and participant, with a cutpoint of -5 or 5 the farthest: 20 + 25 + 5, and what is beyond. */
  const at = (story: number, participant: number, cutpoint: number, beyond: number): Float64Array => {
    const position = new Float64Array(pair.plain.dimension);
    const place = (name: string): number => pair.plain.parameters.find((one) => one.name === name)?.offset ?? NaN;
    position[place('a')] = story;
    position[place('b')] = participant + Math.sign(participant) * beyond;
    position[place('kappa')] = cutpoint < 0 ? cutpoint : cutpoint - 5;
    return position;
  };
  const signs = [
    [20, 25, -5],
    [20, -25, 5],
    [-20, -25, 5],
    [-20, 25, -5],
  ] as const;

  test.each(signs)('on it and below, in factors: %d, %d, %d', (story, participant, cutpoint) => {
    expect(inFactors).not.toBe(pair.passed.source);
    for (const beyond of [0, -1e-9]) {
      const position = at(story, participant, cutpoint, beyond);
      expect(bits(pair.passed.source, position)).toEqual(bits(inFactors, position));
      expect(bits(pair.passed.source, position)).not.toEqual(bits(rowByRow, position));
      expect(largestDifference(pair, [position])).toBeLessThan(1e-12);
    }
  });

  test.each(signs)('above, row by row: %d, %d, %d', (story, participant, cutpoint) => {
    const position = at(story, participant, cutpoint, 1e-9);
    expect(bits(pair.passed.source, position)).toEqual(bits(rowByRow, position));
    expect(bits(pair.passed.source, position)).not.toEqual(bits(inFactors, position));
    expect(largestDifference(pair, [position])).toBeLessThan(1e-12);
  });
});
