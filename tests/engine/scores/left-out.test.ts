import { describe, expect, it, test } from 'vitest';
import { leaveOut, keepOnly, rowsOf, unitsOf } from '../../../src/engine/scores/left-out';
import type { LeftOutUnit } from '../../../src/engine/scores/left-out';
import { compile } from '../../../src/lang/compile/compile';
import { compileSimulator } from '../../../src/lang/compile/simulate';
import { build, gradientError, randomPositions } from '../../lang/checks';
import { testModel } from '../../lang/models';

function built(id: string): ReturnType<typeof build> {
  const { text, roles, data } = testModel(id);
  return build(text, roles, data);
}

const cases: readonly (readonly [string, LeftOutUnit])[] = [
  ['frogs-multilevel', { kind: 'level', index: 'T', level: 2 }],
  ['frogs-multilevel-noncentred', { kind: 'row', observed: 'S', row: 1 }],
  ['trolley-clusters', { kind: 'level', index: 'U', level: 1 }],
  ['trolley-full', { kind: 'row', observed: 'R', row: 3 }],
  ['mundlak-latent', { kind: 'level', index: 'G', level: 2 }],
  ['mundlak-latent', { kind: 'row', observed: 'X', row: 2 }],
  ['mundlak-latent', { kind: 'row', observed: 'Y', row: 2 }],
  ['eight-schools-centred', { kind: 'row', observed: 'y', row: 5 }],
  ['admissions', { kind: 'level', index: 'dept', level: 1 }],
  ['crossed-cells', { kind: 'level', index: 'r', level: 1 }],
  ['careers', { kind: 'row', observed: 'choice', row: 2 }],
];

describe('leaving data out', () => {
  it.each(cases)('takes the likelihood of the rows off, and nothing else: %s %o', (id, unit) => {
    const whole = built(id);
    const rows = rowsOf(unit, whole.bound);
    expect(rows.size).toBeGreaterThan(0);
    const reduced = compile(leaveOut(whole.bound, rows));
    expect(reduced.parameters.map(({ elements }) => elements)).toEqual(
      whole.parameters.map(({ elements }) => elements),
    );
    const simulator = compileSimulator(whole.bound);
    const likelihoods = simulator.instantiate();
    const [full, rest] = [whole.instantiate(), reduced.instantiate()];
    const gradient = new Float64Array(whole.dimension);
    const values = new Float64Array(whole.dimension);
    for (const position of randomPositions(whole.dimension, 10, 5)) {
      full.constrain(position, values);
      let lost = 0;
      for (const { name, cells, cellOfRow } of simulator.pointwise) {
        const out = new Float64Array(cells);
        likelihoods.logLikelihood[name](values, out);
        for (const row of rows.get(name) ?? []) lost += out[cellOfRow[row]];
      }
      const density = full.logDensity(position, gradient);
      expect(Math.abs(density - rest.logDensity(position, gradient) - lost)).toBeLessThan(
        1e-10 * Math.max(1, Math.abs(density)),
      );
      expect(gradientError(rest.logDensity, position)).toBeLessThan(1e-6);
    }
  });

  it('and its opposite add up to all of the likelihood', () => {
    const whole = built('mundlak-latent');
    const rows = rowsOf({ kind: 'level', index: 'G', level: 1 }, whole.bound);
    const none = compile(keepOnly(whole.bound, new Map())).instantiate();
    const parts = [leaveOut(whole.bound, rows), keepOnly(whole.bound, rows)].map((bound) =>
      compile(bound).instantiate(),
    );
    const full = whole.instantiate();
    const gradient = new Float64Array(whole.dimension);
    for (const position of randomPositions(whole.dimension, 5, 9)) {
      const prior = none.logDensity(position, gradient);
      const likelihoods = parts.map((part) => part.logDensity(position, gradient) - prior);
      const all = full.logDensity(position, gradient) - prior;
      expect(Math.abs(likelihoods[0] + likelihoods[1] - all)).toBeLessThan(1e-9);
    }
  });
});

test('a level loses its rows in every variable; a row of one variable leaves the others', () => {
  const { bound } = built('mundlak-latent');
  const group = bound.columns.get('G')?.codes ?? [];
  const own = Array.from(group).flatMap((code, row) => (code === 1 ? [row] : []));
  const level = rowsOf({ kind: 'level', index: 'G', level: 2 }, bound);
  expect([...level.keys()].sort()).toEqual(['X', 'Y']);
  for (const rows of level.values()) expect([...rows]).toEqual(own);
  expect(rowsOf({ kind: 'row', observed: 'Y', row: 2 }, bound)).toEqual(new Map([['Y', new Set([1])]]));
});

test('units are those with data, and a name that is none is answered with those there are', () => {
  const { text, roles } = testModel('frogs-multilevel');
  const { bound } = build(text, roles, {
    S: [1, 2, 3],
    D: [5, 5, 5],
    T: { kind: 'index', values: [1, 3, 3], size: 4 },
  });
  const levels = unitsOf({ kind: 'levels', index: 'T' }, bound);
  expect(typeof levels === 'string' ? levels : levels.map((unit) => (unit.kind === 'level' ? unit.level : 0))).toEqual([
    1, 3,
  ]);
  expect(unitsOf({ kind: 'rows', observed: 'S' }, bound)).toHaveLength(3);
  expect(unitsOf({ kind: 'rows', observed: 'T' }, bound)).toBe(
    'T is not an observed variable of this model; there is S.',
  );
  expect(unitsOf({ kind: 'levels', index: 'D' }, bound)).toBe('D is not an index column of this model; there is T.');
});
