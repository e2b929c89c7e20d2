// Rows of intervals: marks, intervals, curves and the truth stand where the axis says, and looks keep to their poolings.
import { describe, expect, test, vi } from 'vitest';
import { compileChart } from '../../src/charts/build/compile';
import { layoutNames, layoutWidth } from '../../src/charts/definition';
import { intervalRows } from '../../src/charts/interval-rows';
import { looks } from '../../src/charts/looks';
import { describePosteriors, posteriorData, posteriorNumbers } from '../../src/charts/posterior-rows';
import type { Posterior } from '../../src/charts/posterior-rows';
import { renderStatic } from '../../src/charts/render-static';
import { normalCurve } from '../../src/stats/marginal';
import { groups } from './drawn';

// The site's bundle has the slim module in Vega's place: a transform that it lacks must fail here.
vi.mock('vega', () => import('../../src/charts/build/vega-slim.mjs'));

function normal(label: string, look: Posterior['look'], mean: number, sd: number): Posterior {
  const [half, most] = [0.674 * sd, 1.598 * sd];
  const ends = { lower: mean - most, upper: mean + most, innerLower: mean - half, innerUpper: mean + half };
  return { label, look, mean, ...ends, curve: normalCurve(mean, sd) };
}

const posteriors = [
  normal('prior', 'prior', 0, 0.5),
  normal('naive', 'complete', 1.79, 0.25),
  normal('fixed effects', 'none', 1.26, 0.3),
  normal('multilevel', 'partial', 1.62, 0.28),
  normal('Mundlak', 'mundlak', 1.1, 0.3),
];
const domain = { from: -2, to: 4 };
const data = posteriorData(posteriors, domain, { truth: 1 });
const dense = posteriorData(posteriors, domain, { truth: 1, densities: true });
const compiled = compileChart(intervalRows(posteriors.length));
/** Pictures keep three decimals. */
const cut = 0.0011;

describe.each(layoutNames)('%s', (layout) => {
  const drawing = compiled.layouts[layout];
  const signals = { ...domain, axisTitle: 'log-odds' };
  const svg = renderStatic(drawing, data, signals);
  const [truth] = groups(svg, 'truth')[0];
  const [zero] = [groups(svg, 'estimates')[0][0].x];
  const x = (value: number): number => zero + value * (truth.x - zero);

  test('a mark a row at its mean, in the shape and colour of its look', () => {
    const [marks] = groups(svg, 'estimates');
    expect(marks).toHaveLength(posteriors.length);
    marks.forEach((mark, row) => {
      expect(Math.abs(mark.x - x(posteriors[row].mean))).toBeLessThan(5 * cut);
      expect(mark.attributes.get('fill')).toBe(looks[posteriors[row].look].colour);
    });
    const shapes = marks.map((mark) => mark.attributes.get('d'));
    expect(new Set(shapes).size).toBe(new Set(posteriors.map(({ look }) => looks[look].shape)).size);
  });

  test.each([
    ['intervals', 'lower', 'upper'],
    ['halves', 'innerLower', 'innerUpper'],
  ] as const)('%s reach from %s to %s', (name, from, to) => {
    groups(svg, name)[0].forEach((mark, row) => {
      const end = mark.x + Number(mark.attributes.get('x2') ?? 0);
      const [left, right] = [Math.min(mark.x, end), Math.max(mark.x, end)];
      expect(Math.abs(left - x(posteriors[row][from]))).toBeLessThan(5 * cut);
      expect(Math.abs(right - x(posteriors[row][to]))).toBeLessThan(5 * cut);
    });
  });

  test('the Mundlak machine is dashed in the hue of partial pooling', () => {
    const dashes = groups(svg, 'intervals')[0].map((mark) => [
      mark.attributes.get('stroke'),
      mark.attributes.get('stroke-dasharray'),
    ]);
    expect(dashes[3]).toEqual(['var(--pool-partial)', '1,0']);
    expect(dashes[4]).toEqual(['var(--pool-partial)', '7,3']);
  });

  test('rows keep their order and their room, and nothing lies outside the picture', () => {
    const heights = groups(svg, 'estimates')[0].map(({ y }) => y);
    for (let row = 1; row < heights.length; row++) expect(heights[row] - heights[row - 1]).toBeGreaterThan(40);
    expect(Math.max(...heights)).toBeLessThan(drawing.height);
    expect(drawing.width).toBe(layoutWidth[layout]);
    expect(groups(svg, 'labels')[0]).toHaveLength(posteriors.length);
    expect(svg).toContain('truth 1.00');
  });

  test('curves are there when asked for, one a row, and change nothing else', () => {
    const fills = (picture: string) =>
      [...picture.matchAll(/<g class="mark-area [^"]*curves[^"]*">(.*?)<\/g>/g)].map(
        ([, group]) => /fill="([^"]*)"/.exec(group)?.[1],
      );
    expect(fills(svg)).toEqual([]);
    const asked = renderStatic(drawing, dense, signals);
    expect(fills(asked)).toEqual(posteriors.map(({ look }) => looks[look].colour));
    expect(groups(asked, 'estimates')).toEqual(groups(svg, 'estimates'));
  });
});

test('what lies outside the axis is cut there, and a mean outside is not drawn', () => {
  const { rows, curves } = posteriorData(posteriors, { from: 0.5, to: 1.5 }, { densities: true });
  const inside = (value: unknown): boolean => Number(value) >= 0.5 && Number(value) <= 1.5;
  for (const row of rows) expect([row['lower'], row['upper']].every(inside)).toBe(true);
  expect(rows.map((row) => row['meanShown'])).toEqual([false, false, true, false, true]);
  expect(curves.every((at) => inside(at['x']))).toBe(true);
});

test('curves share one scale, on which the narrowest posterior is the tallest', () => {
  const tops = posteriors.map((_, row) =>
    Math.max(...dense['curves'].flatMap((at) => (at['row'] === row ? [Number(at['height'])] : []))),
  );
  // A normal's peak is in inverse proportion to its sd; the sds are 0.5, 0.25, 0.3, 0.28 and 0.3.
  [0.5, 1, 0.25 / 0.3, 0.25 / 0.28, 0.25 / 0.3].forEach((top, row) => expect(tops[row]).toBeCloseTo(top, 9));
});

test('words and table say the numbers that are drawn', () => {
  const [, naive] = posteriors;
  expect(describePosteriors([naive], 'Effect', 89)).toBe(
    'Effect, posterior mean and 89 percent interval. naive: 1.79, from 1.39 to 2.19.',
  );
  const { columns, rows } = posteriorNumbers([naive], 'Effect', 89);
  expect(rows()[0]).toHaveLength(columns.length);
  expect(rows()[0].slice(0, 4)).toEqual(['naive', '1.79', '1.39', '2.19']);
});
