// Rows of the charts: bands, labels that keep apart, and the population's curve.
import { expect, test } from 'vitest';
import { curveRows, verticalRows } from '../../src/charts/population-rows';
import { describeShrinkage, describeTanks, shrinkageFacts } from '../../src/charts/shrinkage-description';
import { bandRows, percent, spread } from '../../src/charts/tank-rows';
import { rows } from './frogs';

test('the frogs come in three bands of sixteen', () => {
  expect(bandRows(rows).map((band) => [band.label, band.tankRange, band.places])).toEqual([
    ['10 tadpoles a tank', 'tanks 1 to 16', 16],
    ['25 tadpoles a tank', 'tanks 17 to 32', 16],
    ['35 tadpoles a tank', 'tanks 33 to 48', 16],
  ]);
});

test.each([[[0.72, 0.79, 0.725]], [[0.99, 1, 0.98]], [[0, 0.01, 0.5]], [[0.5, 0.5, 0.5]]])(
  'labels at %j keep their distance, order and room',
  (values) => {
    const gap = 0.06;
    const places = spread(values, gap);
    const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b]);
    for (let k = 1; k < order.length; k++) {
      expect(places[order[k]] - places[order[k - 1]]).toBeGreaterThan(gap - 1e-9);
    }
    for (const place of places) {
      expect(place).toBeGreaterThan(gap / 2 - 1e-9);
      expect(place).toBeLessThan(1 - gap / 2 + 1e-9);
    }
  },
);

test('labels with room stay where they are', () => {
  expect(spread([0.2, 0.8, 0.5], 0.06)).toEqual([0.2, 0.8, 0.5]);
});

test('percent is whole', () => {
  expect([percent(0.725), percent(1), percent(0)]).toEqual(['73\u202f%', '100\u202f%', '0\u202f%']);
});

test('the curve is the density of an inverse logit of a normal', () => {
  const [mean, sd] = [1.35, 1.6];
  const curve = curveRows([mean], sd).map(({ p, height }) => ({ p: Number(p), height: Number(height) }));
  const density = (p: number) => Math.exp(-0.5 * ((Math.log(p / (1 - p)) - mean) / sd) ** 2) / (p * (1 - p));
  const inside = curve.slice(1, -1);
  const scale = density(inside[60].p) / inside[60].height;
  for (const { p, height } of inside) expect(height * scale).toBeCloseTo(density(p), 9);
  expect(Math.max(...curve.map((row) => row.height))).toBe(1);
});

test('a symmetric population averages to a half, and many draws are averaged', () => {
  const curve = curveRows([-1, 1], [0.5, 0.5]).map(({ height }) => Number(height));
  curve.forEach((height, i) => expect(height).toBeCloseTo(curve[curve.length - 1 - i], 9));
  expect(curve[60]).toBeLessThan(Math.max(...curve));
});

test('labels of the verticals point away from each other', () => {
  expect(verticalRows({ typical: 0.79, average: 0.72 }).map((row) => row.side)).toEqual(['after', 'before']);
  expect(verticalRows({ typical: 0.2, average: 0.27 }).map((row) => row.side)).toEqual(['before', 'after']);
});

test('the description says what is drawn now', () => {
  const text = describeShrinkage(rows, 0.5, 0.79);
  const { farthest } = shrinkageFacts(rows);
  // Two added to each side move the tanks of 10 that all survived from 100 to 12/14.
  expect([farthest.density, farthest.raw, farthest.estimate]).toEqual([10, 1, 12 / 14]);
  expect(text).toContain('48 tanks at sigma 0.5');
  expect(text).toContain('raw proportions span 11 to 100 percent');
  expect(text).toContain('from 100 to 86 percent');
  const halfway = rows.map((row) => ({ ...row, estimate: (row.raw + 0.5) / 2 }));
  expect(describeShrinkage(halfway, 0.1, 0.5)).toContain('the estimates 31 to 75 percent');
  expect(describeTanks(rows, 0.72)).toContain('from 11 to 100 percent; the mean of the tanks is 72 percent');
});
