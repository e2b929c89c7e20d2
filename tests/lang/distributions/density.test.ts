// Log densities and their derivatives against mpmath.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { distributions } from '../../../src/lang/distributions';
import type { Density, Distribution } from '../../../src/lang/distribution';
import { evaluate } from './evaluate';

interface Row {
  readonly at: readonly number[];
  readonly value: number;
  readonly largest: number;
  readonly partials: Readonly<Record<string, number | readonly number[]>>;
}

const stored: { readonly cases: Readonly<Record<string, readonly Row[]>> } = JSON.parse(
  readFileSync(new URL('../../reference/distributions.json', import.meta.url), 'utf8'),
);

function find(label: string): { distribution: Distribution; density: Density } {
  const [name, link] = label.split(' ');
  const distribution = distributions.get(name);
  if (distribution === undefined) throw new Error(`no distribution ${name}`);
  const density =
    link === undefined ? distribution.density : distribution.linked.find((form) => form.link === link)?.density;
  if (density === undefined) throw new Error(`no density ${label}`);
  return { distribution, density };
}

/** The gap, in units of the tolerance: `relative` times the larger of 1 and the scale. */
function miss(actual: number, wanted: number, scale: number, relative: number): number {
  if (actual === wanted) return 0;
  return Math.abs(actual - wanted) / (relative * Math.max(1, scale));
}

test('every distribution and every linked form has stored cases', () => {
  const labels = [...distributions.values()].flatMap((entry) => [
    entry.name,
    ...entry.linked.map((form) => `${entry.name} ${form.link}`),
  ]);
  expect(Object.keys(stored.cases).toSorted()).toEqual(labels.toSorted());
});

describe.each(Object.entries(stored.cases))('%s', (label, rows) => {
  const { distribution, density } = find(label);

  test.each(rows)('at $at', (row) => {
    const { value, partials } = evaluate(distribution, density, row.at);
    expect(miss(value, row.value, row.largest, 1e-12), `value ${value}, not ${row.value}`).toBeLessThan(1);
    for (const [name, wanted] of Object.entries(row.partials)) {
      const actual = [partials[name] ?? 0].flat();
      [wanted].flat().forEach((slope, k) => {
        expect(miss(actual[k], slope, Math.abs(slope), 1e-10), `d ${name} ${actual[k]}, not ${slope}`).toBeLessThan(1);
      });
    }
  });
});

describe('a density is zero, and never NaN, where the data cannot be', () => {
  const at = (label: string, point: readonly number[]): number => {
    const { distribution, density } = find(label);
    return evaluate(distribution, density, point).value;
  };

  test.each([
    { label: 'Bernoulli', point: [1, 0] },
    { label: 'Bernoulli', point: [0, 1] },
    { label: 'Binomial', point: [3, 10, 0] },
    { label: 'Binomial', point: [3, 10, 1] },
    { label: 'Poisson', point: [3, 0] },
    { label: 'NegativeBinomial', point: [3, 0, 2] },
    { label: 'Uniform', point: [2, 0, 1] },
    { label: 'OrderedLogit', point: [2, 0, 1, 1] },
  ])('$label at $point', ({ label, point }) => {
    expect(at(label, point)).toBe(-Infinity);
  });
});
