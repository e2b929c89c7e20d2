// The prerendered pictures show the numbers that they were given, where the axis says they are.
import { describe, expect, test, vi } from 'vitest';
import { compileChart } from '../../src/charts/build/compile';
import { layoutNames } from '../../src/charts/definition';
import type { ChartSignals } from '../../src/charts/definition';
import population from '../../src/charts/population';
import { curveRows, verticalRows } from '../../src/charts/population-rows';
import { renderStatic } from '../../src/charts/render-static';
import shrinkage from '../../src/charts/shrinkage';
import tanks from '../../src/charts/tanks';
import { groups, percentScale } from './drawn';
import { data, lineValues, rows } from './frogs';

// The site's bundle has the slim module in Vega's place: a transform that it lacks must fail here.
vi.mock('vega', () => import('../../src/charts/build/vega-slim.mjs'));

const compiled = compileChart(shrinkage);
/** Pictures keep three decimals. */
const cut = 0.0011;

describe.each(layoutNames)('shrinkage, %s', (layout) => {
  const drawing = compiled.layouts[layout];
  const svg = renderStatic(drawing, data, { intervals: true });
  const y = percentScale(svg);
  const panels = layout === 'narrow' ? 3 : 1;

  test.each([
    ['raw', 'raw'],
    ['estimates', 'estimate'],
    ['stems', 'raw'],
    ['intervals', 'lower'],
  ] as const)('%s: a mark a tank at the height of its %s', (name, field) => {
    const drawn = groups(svg, name);
    expect(drawn.map((group) => group.length)).toEqual(Array(panels).fill(48 / panels));
    drawn.flat().forEach((mark, t) => expect(Math.abs(mark.y - y(rows[t][field]))).toBeLessThan(cut));
  });

  test.each([
    ['stems', 'raw', 'estimate'],
    ['intervals', 'lower', 'upper'],
  ] as const)('%s reach from %s to %s', (name, from, to) => {
    for (const [t, mark] of groups(svg, name).flat().entries()) {
      const length = Number(mark.attributes.get('y2') ?? 0);
      expect(Math.abs(length - (y(rows[t][to]) - y(rows[t][from])))).toBeLessThan(cut);
    }
  });

  test('raw marks are hollow, estimates filled, and they share a column', () => {
    const raw = groups(svg, 'raw').flat();
    const estimates = groups(svg, 'estimates').flat();
    raw.forEach((mark, t) => expect(mark.x).toBe(estimates[t].x));
    expect(new Set(raw.map((mark) => mark.attributes.get('fill')))).toEqual(new Set(['var(--paper)']));
    expect(new Set(estimates.map((mark) => mark.attributes.get('fill')))).toEqual(new Set(['var(--estimate)']));
  });

  test('marks of one panel do not overlap sideways', () => {
    for (const panel of groups(svg, 'estimates')) {
      for (let t = 1; t < panel.length; t++) expect(panel[t].x - panel[t - 1].x).toBeGreaterThan(6);
    }
  });

  test('three lines at their values in every panel, labelled once', () => {
    const drawn = groups(svg, 'lines');
    expect(drawn).toHaveLength(panels);
    for (const lines of drawn) {
      [lineValues.raw, lineValues.typical, lineValues.average].forEach((value, i) =>
        expect(Math.abs(lines[i].y - y(value))).toBeLessThan(cut),
      );
    }
    const labels = groups(svg, 'labels');
    expect(labels).toHaveLength(1);
    const heights = labels[0].map((label) => label.y).sort((a, b) => a - b);
    for (let i = 1; i < heights.length; i++) expect(heights[i] - heights[i - 1]).toBeGreaterThan(14);
  });

  test('intervals are as asked for, and off on a phone when nothing is asked', () => {
    const opacities = (signals: ChartSignals) =>
      new Set(
        groups(renderStatic(drawing, data, signals), 'intervals')
          .flat()
          .map((mark) => mark.attributes.get('opacity')),
      );
    expect(opacities({ intervals: false })).toEqual(new Set(['0']));
    expect(opacities({ intervals: true })).not.toContain('0');
    expect(opacities({})).toEqual(opacities({ intervals: layout !== 'narrow' }));
  });

  test('nothing lies outside the picture, and its size is the one that is reserved', () => {
    expect(svg).toContain(`viewBox="0 0 ${drawing.width} ${drawing.height}"`);
    for (const mark of groups(svg, 'estimates').flat()) {
      expect(mark.x).toBeGreaterThan(0);
      expect(mark.x).toBeLessThan(drawing.width);
    }
  });

  test('the same rows give the same text; colours are the theme’s', () => {
    expect(renderStatic(drawing, data, { intervals: true })).toBe(svg);
    const colours = [...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour);
    const fixed = colours.filter(
      (colour) => !colour.startsWith('var(--') && colour !== 'none' && colour !== 'transparent',
    );
    expect(fixed).toEqual([]);
  });
});

test('a mark moves with its number', () => {
  const drawing = compiled.layouts.wide;
  const moved = rows.map((row) => (row.tank === 20 ? { ...row, estimate: 0.5 } : row));
  const before = groups(renderStatic(drawing, data), 'estimates')[0];
  const svg = renderStatic(drawing, { ...data, tanks: moved });
  const after = groups(svg, 'estimates')[0];
  expect(after[19].y).toBeCloseTo(percentScale(svg)(0.5), 2);
  expect(after.filter((mark, t) => mark.y !== before[t].y)).toHaveLength(1);
});

test.each(layoutNames)('tanks, %s: 48 hollow marks and the mean, no estimates', (layout) => {
  const svg = renderStatic(compileChart(tanks).layouts[layout], { ...data, lines: data.lines.slice(0, 1) });
  expect(groups(svg, 'raw').flat()).toHaveLength(48);
  expect(svg).not.toContain('estimates');
  expect(svg).toContain('raw mean 72');
});

test.each(layoutNames)('population, %s: verticals stand at their proportions', (layout) => {
  const drawing = compileChart(population).layouts[layout];
  const curve = curveRows([1.35], 1.6);
  const svg = renderStatic(drawing, { curve, verticals: verticalRows({ typical: 0.79, average: 0.72 }), tanks: rows });
  const [typical, average] = groups(svg, 'verticals')[0];
  expect(typical.x / average.x).toBeCloseTo(0.79 / 0.72, 3);
  expect(groups(svg, 'rug').flat()).toHaveLength(48);
});
