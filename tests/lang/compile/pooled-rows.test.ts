// Rows pooled into one that reads the sums of their data: the same density and gradient as row by row.
import { describe, expect, test } from 'vitest';
import { randomPositions } from '../checks';
import { largestDifference, withAndWithout } from './passes';
import type { PassModel } from './passes';

interface PooledModel extends PassModel {
  readonly id: string;
  /** What a pooled row reads. */
  readonly reads: readonly string[];
}

const rows = Array.from({ length: 60 }, (_, i) => i);
const groups = rows.map((i) => (i % 7) + 1);
const levels = rows.map((i) => i % 3);
const knobs = [] as const;

const models: readonly PooledModel[] = [
  {
    id: 'Binomial',
    text: 'S[i] ~ Binomial(D[i], p[i])\nlogit(p[i]) = a[g[i]]\na[j] ~ Normal(0, 1)\n',
    roles: { observed: ['S'], data: ['D', 'g'], knobs },
    data: { S: rows.map((i) => (i * 5) % 11), D: rows.map((i) => 10 + (i % 4)), g: groups },
    reads: ['sum_S', 'sum_D'],
  },
  {
    id: 'Binomial, every trial a success in one group and a failure in another',
    text: 'S[i] ~ Binomial(10, p[i])\nlogit(p[i]) = a[g[i]]\na[j] ~ Normal(0, 1)\n',
    roles: { observed: ['S'], data: ['g'], knobs },
    data: { S: groups.map((g) => (g === 1 ? 10 : g === 2 ? 0 : 4)), g: groups },
    reads: ['sum_S'],
  },
  {
    id: 'Bernoulli',
    text: 'Y[i] ~ Bernoulli(p[i])\nlogit(p[i]) = a[g[i]] + b * X[i]\na[j], b ~ Normal(0, 1)\n',
    roles: { observed: ['Y'], data: ['X', 'g'], knobs },
    data: { Y: rows.map((i) => (i * 7919) % 2), X: groups.map((g) => g / 3), g: groups },
    reads: ['sum_Y'],
  },
  {
    id: 'Poisson',
    text: 'W[i] ~ Poisson(r[i])\nlog(r[i]) = a[g[i]]\na[j] ~ Normal(0, 1)\n',
    roles: { observed: ['W'], data: ['g'], knobs },
    data: { W: rows.map((i) => (i * 5) % 13), g: groups },
    reads: ['sum_W'],
  },
  {
    id: 'Normal, one standard deviation',
    text: 'X[i] ~ Normal(m[i], s)\nm[i] = a[g[i]]\na[j] ~ Normal(0, 1)\ns ~ Exponential(1)\n',
    roles: { observed: ['X'], data: ['g'], knobs },
    data: { X: rows.map((i) => ((i * 37) % 17) / 5 - 1), g: groups },
    reads: ['mean_X', 'spread_X'],
  },
  {
    id: 'Normal, a standard deviation for each level',
    text: 'X[i] ~ Normal(m, s[h[i]])\nm ~ Normal(0, 1)\ns[j] ~ Exponential(1)\n',
    roles: { observed: ['X'], data: ['h'], knobs },
    data: { X: rows.map((i) => ((i * 37) % 17) / 5 - 1), h: levels.map((level) => level + 1) },
    reads: ['mean_X', 'spread_X'],
  },
  {
    id: 'Normal, all outcomes of a group alike',
    text: 'X[i] ~ Normal(a[g[i]], s)\na[j] ~ Normal(0, 1)\ns ~ Exponential(1)\n',
    roles: { observed: ['X'], data: ['g'], knobs },
    data: { X: groups.map((g) => g / 10), g: groups },
    reads: ['mean_X', 'spread_X'],
  },
];

describe.each(models)('$id', (model) => {
  const pair = withAndWithout(model, 'pooled rows');

  test('the pass applies', () => {
    for (const name of model.reads) {
      expect(pair.passed.data).toHaveProperty(name);
      expect(pair.plain.data).not.toHaveProperty(name);
    }
  });

  test('at 100 positions, from near the origin to far out', () => {
    const positions = [0.3, 1, 2, 4].flatMap((scale) => randomPositions(pair.plain.dimension, 25, 35, scale));
    expect(largestDifference(pair, positions)).toBeLessThan(1e-12);
  });
});

test('a continuous predictor leaves nothing to pool', () => {
  const { passed, plain } = withAndWithout(
    {
      text: 'Y[i] ~ Bernoulli(p[i])\nlogit(p[i]) = a + b * X[i]\na, b ~ Normal(0, 1)\n',
      roles: { observed: ['Y'], data: ['X'], knobs },
      data: { Y: rows.map((i) => i % 2), X: rows.map((i) => i / 60) },
    },
    'pooled rows',
  );
  expect(passed.source).toBe(plain.source);
});
