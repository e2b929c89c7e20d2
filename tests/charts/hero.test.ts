// The front page's chart: six tanks and their population on a phone, all tanks elsewhere.
import { describe, expect, test, vi } from 'vitest';
import { compileChart } from '../../src/charts/build/compile';
import hero from '../../src/charts/hero';
import { curveRows } from '../../src/charts/population-rows';
import { renderStatic } from '../../src/charts/render-static';
import { heroRows, sixTanks } from '../../src/charts/tank-rows';
import { groups, percentScale } from './drawn';
import { data, rows } from './frogs';

// The site's bundle has the slim module in Vega's place: a transform that it lacks must fail here.
vi.mock('vega', () => import('../../src/charts/build/vega-slim.mjs'));

const { narrow, medium, wide } = compileChart(hero).layouts;
const curve = curveRows([1.3], 1.6);
const drawn = { ...data, tanks: heroRows(rows), curve };

test('the six are two a density', () => {
  expect(sixTanks.map((tank) => rows[tank - 1].density)).toEqual([10, 10, 25, 25, 35, 35]);
});

describe('on a phone', () => {
  const svg = renderStatic(narrow, drawn);
  const y = percentScale(svg);

  test.each([
    ['raw', 'raw'],
    ['estimates', 'estimate'],
  ] as const)('%s: the six tanks in their order, each at its %s', (name, field) => {
    const [marks, ...none] = groups(svg, name);
    expect(none).toEqual([]);
    expect(marks).toHaveLength(6);
    marks.forEach((mark, i) => expect(mark.y).toBeCloseTo(y(rows[sixTanks[i] - 1][field]), 2));
    marks.forEach((mark, i) => expect(i === 0 || mark.x > marks[i - 1].x + 10).toBe(true));
  });

  test('the curve stands to their right, highest where the population is densest', () => {
    const [, path] = /<g class="mark-line role-mark population[^"]*">.*?d="([^"]*)"/.exec(svg) ?? [];
    const points = [...path.matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(([, px, py]) => [Number(px), Number(py)]);
    const peak = curve.reduce((most, row) => (Number(row.height) > Number(most.height) ? row : most));
    const farthest = points.reduce((most, point) => (point[0] > most[0] ? point : most));
    expect(points).toHaveLength(curve.length);
    expect(farthest[1]).toBeCloseTo(y(Number(peak.p)), 2);
    const marks = groups(svg, 'estimates')[0];
    for (const [px] of points) expect(px).toBeGreaterThan(marks[5].x + 8);
  });
});

test.each([medium, wide])('elsewhere all 48 are drawn', (drawing) => {
  expect(groups(renderStatic(drawing, drawn), 'estimates').flat()).toHaveLength(48);
});
