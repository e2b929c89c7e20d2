// The charts of pages 5 and 6 compile, and draw what they were given.
import { expect, test, vi } from 'vitest';
import { compileChart } from '../../src/charts/build/compile';
import { layoutNames, layoutWidth } from '../../src/charts/definition';
import efficiency from '../../src/charts/efficiency';
import errorCurve from '../../src/charts/error-curve';
import errors from '../../src/charts/errors';
import { errorCurves, errorRows, unitRows } from '../../src/charts/error-rows';
import funnel from '../../src/charts/funnel';
import { efficiencyRows, funnelRows } from '../../src/charts/funnel-rows';
import { renderStatic } from '../../src/charts/render-static';
import storyEffects from '../../src/charts/story-effects';
import units from '../../src/charts/units';
import { groups, percentScale } from './drawn';

vi.mock('vega', () => import('../../src/charts/build/vega-slim.mjs'));

test.each([efficiency, errorCurve, errors, funnel, storyEffects, units])('$name fills the size it states', (chart) => {
  const { layouts } = compileChart(chart);
  for (const name of layoutNames) {
    expect(layouts[name].width).toBe(layoutWidth[name]);
    expect(layouts[name].spec.autosize).toBe('none');
  }
});

const cut = 0.0011;
const measured = (value: number, error: number | null = 0.01) => ({ value, error });
const someErrors = { complete: measured(0.16), none: measured(0.1), partial: measured(0.08, null) };

test.each(layoutNames)('units, %s: truth, seen and estimate at their heights, lowest truth first', (layout) => {
  const rows = [
    { truth: 0.7, raw: 0.8, partial: 0.75 },
    { truth: 0.2, raw: 0, partial: 0.3 },
  ];
  const svg = renderStatic(compileChart(units).layouts[layout], unitRows(rows), { count: 2 });
  const y = percentScale(svg);
  for (const [name, field] of [
    ['truth', 'truth'],
    ['raw', 'raw'],
    ['partial', 'partial'],
  ] as const) {
    const [drawn] = groups(svg, name);
    expect(drawn).toHaveLength(2);
    expect(Math.abs(drawn[0].y - y(rows[1][field]))).toBeLessThan(cut);
    expect(Math.abs(drawn[1].y - y(rows[0][field]))).toBeLessThan(cut);
    expect(drawn[0].x).toBeLessThan(drawn[1].x);
  }
});

test.each(layoutNames)(
  'errors, %s: three marks a kind, in proportion to the error; a kind without trials has none',
  (layout) => {
    const kinds = [
      { label: 'a', errors: someErrors },
      { label: 'b', errors: null },
      { label: 'c', errors: someErrors },
      { label: 'd', errors: someErrors },
    ];
    const svg = renderStatic(compileChart(errors).layouts[layout], errorRows(kinds), { to: 20 });
    const [drawn] = groups(svg, 'errors');
    expect(drawn).toHaveLength(9);
    const [complete, none, partial] = drawn;
    expect(complete.x / none.x).toBeCloseTo(1.6, 3);
    expect(partial.x / none.x).toBeCloseTo(0.8, 3);
    const [bars] = groups(svg, 'bars');
    expect(bars[0].x / complete.x).toBeCloseTo(14 / 16, 3);
    // No Monte Carlo error yet: a bar without length.
    expect(Number(bars[2].attributes.get('x2'))).toBeCloseTo(0, 6);
  },
);

test('curves of errors: a point a count and pooling; labels at their ends stand apart', () => {
  const counts = [2, 10, 50].map((n) => ({ units: n, errors: someErrors }));
  const rows = errorCurves(counts);
  expect(rows.errors).toHaveLength(9);
  const heights = rows.ends.map(({ y }) => Number(y));
  for (let k = 1; k < heights.length; k++) expect(heights[k] - heights[k - 1]).toBeGreaterThan(1.5);
  const svg = renderStatic(compileChart(errorCurve).layouts.medium, { ...rows, here: [{ x: 1 }] }, { to: 20 });
  const [points] = groups(svg, 'errors');
  expect(points).toHaveLength(9);
  const [here] = groups(svg, 'here');
  expect(here[0].x).toBeCloseTo(points[1].x, 3);
});

test('the funnel shows draws and breaks inside its axes, in either coordinate', () => {
  const places = [
    { alpha: 0.5, z: 1, logSigma: -0.7 },
    { alpha: 0, z: -2, logSigma: -5 },
    { alpha: 0, z: 0, logSigma: -7 },
    { alpha: 9, z: 1, logSigma: 1 },
  ];
  const draw = (coordinate: 'alpha' | 'z') =>
    renderStatic(compileChart(funnel).layouts.narrow, funnelRows(places, places.slice(1, 2), coordinate), {
      from: -3,
      to: 3,
      axisTitle: coordinate,
    });
  const alpha = groups(draw('alpha'), 'draws')[0];
  const z = groups(draw('z'), 'draws')[0];
  expect(alpha).toHaveLength(2);
  expect(z).toHaveLength(3);
  expect(alpha[0].y).toBe(z[0].y);
  expect(alpha[0].x).toBeLessThan(z[0].x);
  expect(groups(draw('z'), 'broke')[0][0]).toMatchObject({ x: z[1].x, y: z[1].y });
});

test('yields are on a scale of powers of ten', () => {
  const rows = efficiencyRows(
    [
      { form: 'centred', observations: 100, yield: 100 },
      { form: 'centred', observations: 1, yield: 0.001 },
      { form: 'noncentred', observations: 1, yield: 10 },
      { form: 'noncentred', observations: 100, yield: 1 },
    ],
    10,
  );
  expect(rows.scores.map(({ form, x, y }) => [form, x, y])).toEqual([
    ['centred', 0, Math.log10(0.08)],
    ['noncentred', 0, 1],
    ['centred', 2, 2],
    ['noncentred', 2, 0],
  ]);
  expect(rows.ends.map(({ text }) => text)).toEqual(['centred', 'non-centred']);
  const svg = renderStatic(compileChart(efficiency).layouts.wide, rows, {});
  expect(groups(svg, 'points')[0]).toHaveLength(4);
});

test('story effects: both marks of a story on either side of its place', () => {
  const story = {
    story: 'aqu',
    slot: 1,
    before: 0.5,
    beforeLower: 0.4,
    beforeUpper: 0.6,
    after: -0.5,
    afterLower: -0.6,
    afterUpper: -0.4,
  };
  const svg = renderStatic(compileChart(storyEffects).layouts.wide, { stories: [story] }, { from: -1, to: 1 });
  const [before] = groups(svg, 'before').filter((group) => group.length === 1);
  expect(before).toHaveLength(1);
  const after = groups(svg, 'after').find((group) => group.length === 1);
  expect(after?.[0].x).toBeGreaterThan(before[0].x);
});
