// The charts of page 3 draw what they are given, in every layout, with the parts of Vega that the site ships.
import { describe, expect, test, vi } from 'vitest';
import { compileChart } from '../../src/charts/build/compile';
import comparison from '../../src/charts/comparison';
import { comparisonRows } from '../../src/charts/comparison-rows';
import { layoutNames } from '../../src/charts/definition';
import hiddenTruth from '../../src/charts/hidden-truth';
import { priorFacts, priorRows } from '../../src/charts/prior-rows';
import priors from '../../src/charts/priors';
import { renderStatic } from '../../src/charts/render-static';
import settling from '../../src/charts/settling';
import sigmaBracket from '../../src/charts/sigma-bracket';
import sigmaPosterior from '../../src/charts/sigma-posterior';
import { bracketRows, sigmaPosteriorRows } from '../../src/charts/sigma-posterior-rows';
import { widthRows } from '../../src/charts/width-rows';
import widths from '../../src/charts/widths';
import { groups } from './drawn';
import { data, rows } from './frogs';

vi.mock('vega', () => import('../../src/charts/build/vega-slim.mjs'));

const constants = { mean: 0, sd: 1.5, rate: 1 };

describe('priors', () => {
  const compiled = compileChart(priors);
  test.each(layoutNames)('%s: four areas, and decades on demand alone', (layout) => {
    const drawing = compiled.layouts[layout];
    const plain = renderStatic(drawing, priorRows(constants, false));
    for (const name of ['sigma', 'middle', 'tank', 'survival'])
      expect(plain).toContain(`mark-area role-mark ${name}_area`);
    expect(groups(plain, 'decades').flat()).toHaveLength(0);
    expect(groups(renderStatic(drawing, priorRows(constants, true)), 'decades').flat()).toHaveLength(5);
    expect(plain).toContain(`viewBox="0 0 ${drawing.width} ${drawing.height}"`);
  });

  test('the mixture lies above the normal of equal variance in the middle and far out, and below it between', () => {
    const tank = priorRows(constants, true).tank.map(({ x, height, normal }) => ({
      x: Number(x),
      above: Number(height) - Number(normal),
    }));
    const at = (x: number): number =>
      tank.reduce((near, row) => (Math.abs(row.x - x) < Math.abs(near.x - x) ? row : near)).above;
    expect(at(0)).toBeGreaterThan(0);
    expect(at(3.2)).toBeLessThan(0);
    expect(at(8)).toBeGreaterThan(0);
  });

  test('facts: an exponential’s quantile, variances that add up, a tail that a normal does not have', () => {
    const { sigma89, tankSd, far, farNormal } = priorFacts({ mean: 0.7, sd: 2, rate: 0.5 });
    expect(1 - Math.exp(-0.5 * sigma89)).toBeCloseTo(0.89, 10);
    expect(tankSd).toBeCloseTo(Math.sqrt(4 + 8), 10);
    // 2 Phi(-4), from a table.
    expect(farNormal).toBeCloseTo(6.33e-5, 7);
    expect(far).toBeGreaterThan(10 * farNormal);
  });
});

describe('comparison', () => {
  const models = [
    { name: 'a', elpd: -120, se: 5, elpdDiff: 0, dse: 0 },
    { name: 'b', elpd: -130, se: 6, elpdDiff: -10, dse: 2 },
  ];
  const drawn = comparisonRows([
    { method: 'exact', models },
    { method: 'PSIS', models },
  ]);

  test.each(layoutNames)('%s: scores at their values, one difference a method', (layout) => {
    const svg = renderStatic(compileChart(comparison).layouts[layout], { ...drawn });
    const [a, b, c] = groups(svg, 'scores')[0];
    expect(a.x).toBeGreaterThan(b.x);
    expect(c.x).toBeCloseTo(a.x, 2);
    expect(groups(svg, 'differenceMarks')[0]).toHaveLength(2);
    const [difference] = groups(svg, 'differences')[0];
    // Two standard errors of the difference, on the scale on which the two scores are ten apart.
    expect(Math.abs(Number(difference.attributes.get('x2')))).toBeCloseTo((4 / 10) * (a.x - b.x), 1);
  });
});

describe('sigma found twice', () => {
  const density = { x: [1, 1.5, 2, 2.5], y: [0, 2, 1, 0] };
  const found = { sigma: [0.1, 1.6, 5], elpd: [-280, -134, -159], density, mean: 1.6, lower: 1.3, upper: 2, text: '' };
  test.each(layoutNames)(
    '%s: the best sigma and the mean stand over each other; what is off the chart is left out',
    (layout) => {
      const svg = renderStatic(compileChart(sigmaPosterior).layouts[layout], sigmaPosteriorRows(found));
      expect(groups(svg, 'scores')[0]).toHaveLength(2);
      expect(groups(svg, 'mean')[0][0].x).toBeCloseTo(groups(svg, 'best')[0][0].x, 2);
    },
  );

  test.each(layoutNames)('%s: the bracket is as long as sigma on the axis of the population', (layout) => {
    const curve = { x: [-2, 1, 4], y: [0.1, 1, 0.1] };
    const drawing = compileChart(sigmaBracket).layouts[layout];
    const draw = (sigma: number): number => {
      const bracket = { curve, middle: 1, sigma, lower: 1, upper: 2, text: 'σ' };
      return Number(groups(renderStatic(drawing, bracketRows(bracket)), 'bracket')[0][0].attributes.get('x2'));
    };
    const inside = drawing.width - 44;
    expect(Math.abs(draw(2))).toBeCloseTo((2 / 11) * inside, 1);
    expect(draw(3) / draw(1.5)).toBeCloseTo(2, 3);
  });
});

describe('widths', () => {
  const made = widthRows(rows, 0.79);
  test('a group’s part is all moves over all gaps; its width the mean', () => {
    const own = rows.filter(({ density }) => density === 10);
    const moved = own.reduce((sum, { raw, estimate }) => sum + Math.abs(raw - estimate), 0);
    const gap = own.reduce((sum, { raw }) => sum + Math.abs(raw - 0.79), 0);
    expect(made.groups.map(({ density }) => density)).toEqual([10, 25, 35]);
    expect(made.groups[0].pulled).toBeCloseTo(moved / gap, 12);
    expect(made.groups[0].width).toBeCloseTo(
      own.reduce((sum, { lower, upper }) => sum + upper - lower, 0) / own.length,
      12,
    );
  });
  test.each(layoutNames)('%s: three bars a panel, wider intervals higher', (layout) => {
    const groupRows = made.groups.map((group) => ({ ...group, widthText: '', pulledText: '' }));
    const svg = renderStatic(compileChart(widths).layouts[layout], { tanks: made.tanks, groups: groupRows });
    const bars = groups(svg, 'groups_width')[0];
    expect(bars).toHaveLength(3);
    const order = (values: readonly number[]): number[] =>
      values.map((_, k) => k).sort((a, b) => values[a] - values[b]);
    expect(order(bars.map(({ y }) => -y))).toEqual(order(made.groups.map(({ width }) => width)));
  });
});

test.each(layoutNames)('settling, %s: a mark a checkpoint in both panels', (layout) => {
  const rowsOfRun = [
    { draws: 40, rhat: 1.2, ess: 100 },
    { draws: 80, rhat: 1.01, ess: 300 },
  ];
  const svg = renderStatic(compileChart(settling).layouts[layout], { settling: rowsOfRun });
  for (const name of ['points_rhat', 'points_ess']) expect(groups(svg, name)[0]).toHaveLength(2);
});

test.each(layoutNames)('hidden truth, %s: truth and two estimates a tank', (layout) => {
  const tanks = rows.map((row) => ({ ...row, truth: 0.5, partial: row.estimate, none: row.raw }));
  const svg = renderStatic(compileChart(hiddenTruth).layouts[layout], { tanks, bands: data.bands });
  for (const name of ['truth', 'partial', 'none']) expect(groups(svg, name).flat()).toHaveLength(48);
  expect(
    new Set(
      groups(svg, 'truth')
        .flat()
        .map((mark) => mark.attributes.get('stroke-dasharray')),
    ),
  ).toEqual(new Set(['3,2']));
});
