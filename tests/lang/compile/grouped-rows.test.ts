// Rows in a loop over their groups: the same density and gradient as row by row.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lectureData, readWorld } from '../../../src/engine/dataset';
import { lectureModels } from '../../../src/models';
import { randomPositions } from '../checks';
import { largestDifference, withAndWithout } from './passes';
import type { PassModel } from './passes';

const world = readWorld(readFileSync(new URL('../../../public/data/mundlak-lecture.json', import.meta.url), 'utf8'));
const lecture = ['mundlak-fixed', 'mundlak-multilevel', 'mundlak-mundlak', 'mundlak-latent'].map((id) => {
  const model = lectureModels.get(id);
  if (model === undefined) throw new Error(`no model ${id}`);
  return { id, text: model.text, roles: model.roles, data: lectureData(model, world) };
});

const rows = Array.from({ length: 60 }, (_, i) => i);
const continuous = rows.map((i) => ((i * 37) % 61) / 30 - 1);
const own: readonly (PassModel & { readonly id: string })[] = [
  {
    id: 'two groupings, the second with more to settle; levels without rows',
    text: `Y[i] ~ Normal(m[i], s)
m[i] = c + a[g[i]] - b[h[i]] * Z[h[i]] + d * X[i]
a[j], b[k], c, d ~ Normal(0, 1)
s ~ Exponential(1)
`,
    roles: { observed: ['Y'], data: ['X', 'Z', 'g', 'h'], knobs: [] },
    data: {
      Y: rows.map((i) => Math.sin(i)),
      X: continuous,
      Z: [0.5, -1, 2, 3, -2],
      g: rows.map((i) => (i % 9) + 1),
      h: rows.map((i) => [5, 2, 1, 2][i % 4]),
    },
  },
  {
    id: 'a standard deviation of the group is not taken apart',
    text: 'Y[i] ~ Normal(a[g[i]] + b * X[i], s[g[i]])\na[j], b ~ Normal(0, 1)\ns[j] ~ Exponential(1)\n',
    roles: { observed: ['Y'], data: ['X', 'g'], knobs: [] },
    data: { Y: rows.map((i) => Math.cos(i)), X: continuous, g: rows.map((i) => (i % 6) + 1) },
  },
];

describe.each([...lecture, ...own])('$id', (model) => {
  const pair = withAndWithout(model, 'grouped rows');

  test('the pass applies', () => {
    expect(pair.passed.source).toContain('_of_group');
    expect(pair.plain.source).not.toContain('_of_group');
  });

  test('at 100 positions, from near the origin to far out', () => {
    const positions = [0.3, 1, 2, 4].flatMap((scale) => randomPositions(pair.plain.dimension, 25, 36, scale));
    expect(largestDifference(pair, positions)).toBeLessThan(1e-12);
  });
});

test('rows that are read by their number keep their order', () => {
  const { passed, plain } = withAndWithout(
    {
      text: 'Y[i] ~ Normal(a[i], 1)\na[i] ~ Normal(m[g[i]] + b * X[i], 1)\nm[j], b ~ Normal(0, 1)\n',
      roles: { observed: ['Y'], data: ['X', 'g'], knobs: [] },
      data: { Y: rows, X: continuous, g: rows.map((i) => (i % 6) + 1) },
    },
    'grouped rows',
  );
  expect(passed.source).toBe(plain.source);
});
