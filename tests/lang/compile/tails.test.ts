// Far out, where exponentials overflow and differences cancel: no NaN where the density is finite, and the right numbers.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { DataSet } from '../../../src/lang/data';
import { build } from '../checks';
import type { TextModel } from '../classics';
import { testModels } from '../models';
import { cafes } from '../../../src/models/cafes';

interface TailPoint {
  readonly position: readonly number[];
  readonly logDensity: number;
  readonly largestTerm: number;
  readonly gradient: readonly number[];
}

const file: {
  readonly models: Readonly<Record<string, { readonly data: DataSet; readonly points: readonly TailPoint[] }>>;
} = JSON.parse(readFileSync(new URL('../../reference/lang-tails.json', import.meta.url), 'utf8'));

const own: readonly TextModel[] = [
  { id: 'share', text: 'y[i] ~ Bernoulli(p)\np ~ Beta(2, 0.5)\n', roles: { observed: ['y'], data: [], knobs: [] } },
  { id: 'zeros', text: 'y[i] ~ Normal(0, s)\ns ~ HalfCauchy(1)\n', roles: { observed: ['y'], data: [], knobs: [] } },
];
const texts = [...testModels, ...cafes, ...own];

describe.each(Object.entries(file.models))('%s', (id, { data, points }) => {
  const model = texts.find((candidate) => candidate.id === id);
  if (model === undefined) throw new Error(`no text for ${id}`);
  const compiled = build(model.text, model.roles, data);
  const { logDensity } = compiled.instantiate();
  test.each(points)('at $position', ({ position, logDensity: density, largestTerm, gradient }) => {
    const found = new Float64Array(compiled.dimension);
    const value = logDensity(Float64Array.from(position), found);
    expect(Math.abs(value - density) / Math.max(1, largestTerm)).toBeLessThan(1e-12);
    const size = Math.max(1, ...gradient.map(Math.abs));
    expect(Math.max(...gradient.map((exact, k) => Math.abs(found[k] - exact))) / size).toBeLessThan(1e-6);
  });
});

test('beyond what a double can hold, the density is zero rather than NaN', () => {
  const frogs = file.models['frogs-multilevel'];
  const model = texts.find((candidate) => candidate.id === 'frogs-multilevel');
  if (frogs === undefined || model === undefined) throw new Error('no frogs');
  const { logDensity } = build(model.text, model.roles, frogs.data).instantiate();
  const gradient = new Float64Array(6);
  for (const far of [
    [0, 1, 2, 3, 0, -800],
    [0, 0, 0, 0, 0, 800],
    [1e200, 0, 0, 0, 0, 0],
    [NaN, 0, 0, 0, 0, 0],
    [Infinity, 0, 0, 0, 0, 0],
  ])
    // prettier-ignore
    expect(logDensity(Float64Array.from(far), gradient)).toBe(-Infinity);
});
