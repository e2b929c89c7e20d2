// Factorized exponentials of ordered logits: the same density and gradient as row by row.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lectureData, readCsv } from '../../../src/engine/dataset';
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
