// The charts of the page on predators: marks stand where the axis says, and the two kinds of tank are told apart by hue and shape.
import { describe, expect, test, vi } from 'vitest';
import { compileChart } from '../../src/charts/build/compile';
import { countData, countSignals } from '../../src/charts/count-rows';
import type { CountDistribution } from '../../src/charts/count-rows';
import { layoutNames } from '../../src/charts/definition';
import { identityRows } from '../../src/charts/identity-rows';
import identityScores from '../../src/charts/identity-scores';
import identitySurvival from '../../src/charts/identity-survival';
import { intervalRows } from '../../src/charts/interval-rows';
import newTank from '../../src/charts/new-tank';
import { between, describePredators, predatorRows, typicalRows } from '../../src/charts/predator-rows';
import type { PredatorView } from '../../src/charts/predator-rows';
import predators from '../../src/charts/predators';
import priorScore from '../../src/charts/prior-score';
import { renderStatic } from '../../src/charts/render-static';
import tankLoss from '../../src/charts/tank-loss';
import { groups, percentScale } from './drawn';
import { data, rows } from './frogs';

// The site's bundle has the slim module in Vega's place: a transform that it lacks must fail here.
vi.mock('vega', () => import('../../src/charts/build/vega-slim.mjs'));

/** Pictures keep three decimals. */
const cut = 0.0011;
/** In each band of sixteen the second half. */
const held = rows.map((_, tank) => tank % 16 >= 8);
const tanks = {
  density: rows.map(({ density }) => density),
  survived: rows.map(({ survived }) => survived),
  predators: held,
};
const estimates = {
  mean: rows.map(({ estimate }) => estimate),
  lower: rows.map(({ lower }) => lower),
  upper: rows.map(({ upper }) => upper),
};
const view: PredatorView = { tanks: predatorRows(tanks, estimates), typical: { without: 0.9, withThem: 0.6 } };

test.each([predators, identityScores, identitySurvival, priorScore, newTank, tankLoss, intervalRows(2)])(
  '$name: every axis states its ends, for the page’s Vega cannot gather them from several fields',
  (definition) => {
    const { layouts } = compileChart(definition);
    for (const name of layoutNames) {
      const { spec, width, height } = layouts[name];
      for (const { domain } of spec.scales ?? []) expect(Array.isArray(domain)).toBe(true);
      expect(width).toBeGreaterThan(0);
      expect(height).toBeGreaterThan(0);
    }
  },
);

describe.each(layoutNames)('predators, %s', (layout) => {
  const drawing = compileChart(predators).layouts[layout];
  const drawn = (split: boolean) =>
    renderStatic(drawing, { tanks: view.tanks, bands: data['bands'], lines: typicalRows(view.typical, split) });
  const svg = drawn(true);
  const y = percentScale(svg);

  test('estimates stand at their heights, kinds apart by hue and shape', () => {
    const marks = groups(svg, 'estimates').flat();
    expect(marks).toHaveLength(48);
    marks.forEach((mark, tank) => {
      expect(Math.abs(mark.y - y(rows[tank].estimate))).toBeLessThan(cut);
      expect(mark.attributes.get('fill')).toBe(held[tank] ? 'var(--predators)' : 'var(--estimate)');
    });
    const shapes = (kind: boolean) =>
      new Set(marks.filter((_, tank) => held[tank] === kind).map((mark) => mark.attributes.get('d')));
    expect(shapes(true).size).toBe(1);
    expect(shapes(false).size).toBe(1);
    expect(shapes(true)).not.toEqual(shapes(false));
    expect(
      new Set(
        groups(svg, 'raw')
          .flat()
          .map((mark) => mark.attributes.get('fill')),
      ),
    ).toEqual(new Set(['var(--paper)']));
  });

  test('two lines at the typical tanks, labelled once; one label while they are one', () => {
    for (const panel of groups(svg, 'lines')) {
      expect(Math.abs(panel[0].y - y(0.9))).toBeLessThan(cut);
      expect(Math.abs(panel[1].y - y(0.6))).toBeLessThan(cut);
    }
    expect(groups(svg, 'labels')).toHaveLength(1);
    expect(svg).toMatch(/(?:no predators|without) 90/);
    expect(drawn(false)).toMatch(/typical(?: tank)? 90/);
    expect(drawn(false)).not.toMatch(/(?:without|with|predators) \d/);
  });
});

test('half of the way is the middle, and raw proportions stay', () => {
  const other: PredatorView = {
    tanks: view.tanks.map((row) => ({ ...row, estimate: 0.5 })),
    typical: { without: 0.8, withThem: 0.8 },
  };
  const half = between(other, view, 0.5);
  half.tanks.forEach((row, tank) => {
    expect(row.estimate).toBeCloseTo((0.5 + rows[tank].estimate) / 2, 12);
    expect(row.raw).toBe(rows[tank].raw);
  });
  expect(half.typical.without).toBeCloseTo(0.85, 12);
  expect(half.typical.withThem).toBeCloseTo(0.7, 12);
  between(other, view, 1).tanks.forEach((row, tank) => expect(row.estimate).toBeCloseTo(rows[tank].estimate, 12));
});

test('the words tell both kinds apart', () => {
  expect(describePredators(view, true)).toContain('at 90 percent without predators and at 60 percent with them');
  expect(describePredators(view, false)).toContain('does not know of predators');
});

test.each(layoutNames)('a tank of no change lies on the line, %s', (layout) => {
  const drawing = compileChart(identitySurvival).layouts[layout];
  const flags = [false, true, false];
  const svg = renderStatic(drawing, { tanks: identityRows(flags, [0.2, 0.5, 0.8], [0.2, 0.4, 0.8]) });
  const [same, below, high] = groups(svg, 'estimates')[0];
  // Both on the diagonal: as far right as up.
  expect(Math.abs(high.x - same.x - (same.y - high.y))).toBeLessThan(2 * cut);
  const middle = { x: (same.x + high.x) / 2, y: (same.y + high.y) / 2 };
  expect(Math.abs(below.x - middle.x)).toBeLessThan(2 * cut);
  expect(below.y).toBeGreaterThan(middle.y);
});

test.each(layoutNames)('the slider stands on the curve of scores, %s', (layout) => {
  const curve = [
    { sd: 0.1, elpd: -134 },
    { sd: 0.5, elpd: -116 },
    { sd: 3, elpd: -113 },
  ];
  const svg = renderStatic(compileChart(priorScore).layouts[layout], {
    curve,
    here: [{ sd: 0.5, elpd: -116 }],
    without: [{ elpd: -135 }],
  });
  const [, scored] = groups(svg, 'scored')[0];
  const [here] = groups(svg, 'estimates')[0];
  expect([here.x, here.y]).toEqual([scored.x, scored.y]);
  const [first, , last] = groups(svg, 'scored')[0];
  const share = (here.x - first.x) / (last.x - first.x);
  expect(share).toBeCloseTo(Math.log(5) / Math.log(30), 3);
});

test('bars are as tall as they are probable, those of tanks with predators downwards, and what cannot be seen is left out', () => {
  const distribution = (group: CountDistribution['group'], probabilities: readonly number[]): CountDistribution => ({
    group,
    name: group,
    probabilities,
    first: 0,
    mean: probabilities.reduce((sum, p, k) => sum + p * k, 0),
  });
  const two = [distribution('without', [0.0001, 0.1999, 0.8]), distribution('with', [0.5, 0.3, 0.2])];
  const found = countData(two);
  expect(found['bars']).toHaveLength(5);
  expect(found['means'].map((row) => row['label'])).toEqual(['without: 1.8 on average', 'with: 0.7 on average']);
  const signals = countSignals(two, { from: 0, to: 2, axisTitle: 'survivors' });
  expect(signals['top']).toBe(0.8);
  const svg = renderStatic(compileChart(newTank).layouts.wide, found, signals);
  const bars = [...svg.matchAll(/d="M[-\d.]+,([-\d.]+)h[-\d.]+v([\d.]+)h[-\d.]+Z"/g)].map(([, top, height]) => ({
    top: Number(top),
    height: Number(height),
  }));
  const middle = bars[1].top + bars[1].height;
  bars.forEach(({ height }, k) =>
    expect(height / bars[1].height).toBeCloseTo([0.1999, 0.8, 0.5, 0.3, 0.2][k] / 0.8, 3),
  );
  bars.forEach(({ top, height }, k) => expect(Math.abs((k < 2 ? top + height : top) - middle)).toBeLessThan(2 * cut));
});
