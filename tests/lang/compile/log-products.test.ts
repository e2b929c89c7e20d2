// Logarithms of products in place of sums of logarithms: the same density and gradient.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lectureData, readCsv, readWorld } from '../../../src/engine/dataset';
import type { Table } from '../../../src/engine/dataset';
import { lectureModels } from '../../../src/models';
import { randomPositions } from '../checks';
import { largestDifference, withAndWithout } from './passes';
import type { PassModel } from './passes';

const read = (name: string): string => readFileSync(new URL(`../../../public/data/${name}`, import.meta.url), 'utf8');
const tables: Readonly<Record<string, Table>> = {
  frogs: readCsv(read('frogs.csv')),
  mundlak: readWorld(read('mundlak-lecture.json')),
};
const lecture = [...lectureModels.values()].flatMap((model): (PassModel & { readonly id: string })[] => {
  const table = tables[model.dataset];
  return table === undefined ? [] : [{ ...model, data: lectureData(model, table) }];
});

/** More rows than one product holds, and cells of unequal weight. */
const long: PassModel & { readonly id: string } = {
  id: 'ten thousand rows, a slope',
  text: 'Y[i] ~ Bernoulli(p[i])\nlogit(p[i]) = a + b * X[i]\na, b ~ Normal(0, 1)\n',
  roles: { observed: ['Y'], data: ['X'], knobs: [] },
  data: {
    Y: Array.from({ length: 10_000 }, (_, i) => ((i * 7919) % 3 === 0 ? 1 : 0)),
    X: Array.from({ length: 10_000 }, (_, i) => (i - 5000) / 5000),
  },
};
const few: PassModel & { readonly id: string } = {
  ...long,
  id: 'ten thousand rows of three kinds',
  data: { ...long.data, X: Array.from({ length: 10_000 }, (_, i) => i % 3) },
};

describe.each([...lecture, long, few])('$id', { timeout: 60_000 }, (model) => {
  const pair = withAndWithout(model, 'log products');

  test('the pass applies', () => {
    expect(pair.passed.source).toContain('product');
    expect(pair.plain.source).not.toContain('product');
  });

  test('at 100 positions, from near the origin to far out', () => {
    const positions = [0.3, 1, 3, 10].flatMap((scale) => randomPositions(pair.plain.dimension, 25, 32, scale));
    expect(largestDifference(pair, positions)).toBeLessThan(1e-12);
  });
});
