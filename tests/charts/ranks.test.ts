// The rank plot draws the counts that it is given, and the ruler stands where log-odds and percent agree.
import { describe, expect, test, vi } from 'vitest';
import { compileChart } from '../../src/charts/build/compile';
import { layoutNames, layoutWidth } from '../../src/charts/definition';
import type { ChartDefinition, Drawing } from '../../src/charts/definition';
import type { TopLevelSpec } from 'vega-lite';
import { logOddsRuler, rulerMarks } from '../../src/charts/log-odds-ruler';
import { describeRanks, rankRows } from '../../src/charts/rank-rows';
import ranks from '../../src/charts/ranks';
import { renderStatic } from '../../src/charts/render-static';
import { config } from '../../src/charts/style';
import { rankHistograms } from '../../src/stats/rank';
import { groups } from './drawn';

// The site's bundle has the slim module in Vega's place: a transform that it lacks must fail here.
vi.mock('vega', () => import('../../src/charts/build/vega-slim.mjs'));

const level = [5, 5, 5, 5];
const counts = [level, [5, 10, 5, 0], level, [5, 0, 5, 10]];

describe.each(layoutNames)('ranks, %s', (layout) => {
  const drawing = compileChart(ranks).layouts[layout];
  const svg = renderStatic(drawing, { ...rankRows(counts) });
  const heights = (drawn: string) =>
    [...drawn.matchAll(/<g class="mark-rect role-mark ranks[^"]*">(.*?)<\/g>/g)].flatMap(([, content]) =>
      [...content.matchAll(/d="M([\d.]+),([\d.]+)h([\d.]+)v([\d.]+)/g)].map((d) => Number(d[4])),
    );

  test('bars are as tall as their counts, chain by chain', () => {
    const drawn = heights(svg);
    // The panel ends at twice the expected count: 84 units for 10 draws. A bar without draws has no height.
    const flat = counts.flat();
    expect(drawn).toHaveLength(flat.length);
    drawn.forEach((height, i) => expect(height).toBeCloseTo(8.4 * flat[i], 2));
  });

  test('a bar above twice the expected count still fits', () => {
    const svgOfOne = renderStatic(drawing, { ...rankRows([[20, 0, 0, 0], ...counts.slice(1)]) });
    expect(Math.max(...heights(svgOfOne))).toBeCloseTo(84, 2);
  });

  test('four chains are named once each', () => {
    expect([...svg.matchAll(/>chain (\d)</g)].map(([, chain]) => chain)).toEqual(['1', '2', '3', '4']);
  });

  test('panels stand apart and inside the picture', () => {
    const panels = [...svg.matchAll(/<g class="mark-rect role-mark luck[^"]*">(.*?)<\/g>/g)].map(([, content]) =>
      [...content.matchAll(/d="M([\d.]+),[\d.]+h([\d.]+)/g)].map(([, from, width]) => [Number(from), Number(width)]),
    );
    expect(panels.map((row) => row.length)).toEqual(layout === 'narrow' ? [2, 2] : [4]);
    for (const row of panels) {
      row.forEach(([from], i) => {
        if (i > 0) expect(from).toBeGreaterThan(row[i - 1][0] + row[i - 1][1] + 10);
      });
      const [from, width] = row[row.length - 1];
      expect(from + width).toBeLessThanOrEqual(layoutWidth[layout]);
    }
  });
});

test('the band of luck is 1.96 standard deviations of a hypergeometric count', () => {
  // 4 chains of 1000 draws in 20 ranges: 1000 drawn from 4000 of which 200 lie in a range.
  const sd = Math.sqrt((1000 * 0.05 * 0.95 * 3000) / 3999);
  const [{ expected, lower, upper }] = rankRows(Array.from({ length: 4 }, () => Array(20).fill(50))).chains;
  expect(Number(upper) / Number(expected) - 1).toBeCloseTo((1.96 * sd) / 50, 3);
  expect(1 - Number(lower) / Number(expected)).toBeCloseTo((1.96 * sd) / 50, 3);
});

test('the words of a rank plot are those of its counts', () => {
  const chains = [Float64Array.of(1, 2, 3, 4), Float64Array.of(5, 6, 7, 8)];
  expect(describeRanks('sigma', rankHistograms(chains, 2))).toBe(
    'Rank plot of sigma: how the draws of each of 2 chains are spread over the ranks of all draws, in 2 ranges. ' +
      'If the chains mix, each range holds about 2 draws of each chain; here the emptiest holds 0 and the fullest 200 percent of that.',
  );
});

describe('the percent ruler', () => {
  test.each([
    [-4, 6, 400, 44],
    [-2, 2, 200, 18],
    [-12, 12, 300, 44],
  ])(
    'from %d to %d over %d: marks keep clear, lie inside, and are where their percent is',
    (low, high, length, clear) => {
      const marks = rulerMarks([low, high], length, clear);
      expect(marks.length).toBeGreaterThan(2);
      marks.forEach(({ proportion, logOdds, text }, i) => {
        expect(1 / (1 + Math.exp(-logOdds))).toBeCloseTo(proportion, 12);
        expect(Number.parseFloat(text) / 100).toBeCloseTo(proportion, 12);
        expect(logOdds >= low && logOdds <= high).toBe(true);
        if (i > 0) expect(((logOdds - marks[i - 1].logOdds) * length) / (high - low)).toBeGreaterThanOrEqual(clear);
      });
    },
  );

  test.each(['top', 'bottom', 'left', 'right'] as const)(
    '%s: a tick and a label at each mark, and no warning',
    (side) => {
      const along = side === 'top' || side === 'bottom';
      const length = along ? 400 : 200;
      const domain = [-4, 4] as const;
      const scale = { domain: [...domain], nice: false };
      const axis = { field: 'v', type: 'quantitative' as const, scale };
      const spec: TopLevelSpec = {
        width: 400,
        height: 200,
        padding: 60,
        autosize: { type: 'none' },
        config,
        layer: [
          { name: 'dots', data: { values: [{ v: 0 }] }, mark: 'point', encoding: along ? { x: axis } : { y: axis } },
          ...logOddsRuler({ domain, side, length }),
        ],
      };
      const drawing: Drawing<TopLevelSpec> = { spec, width: 520, height: 320 };
      const definition: ChartDefinition = {
        name: 'ruled',
        layouts: { narrow: drawing, medium: drawing, wide: drawing },
      };
      const svg = renderStatic(compileChart(definition).layouts.wide, {});
      const [ticks] = groups(svg, 'rulerTicks');
      const marks = rulerMarks(domain, length, along ? 44 : 18);
      expect(ticks).toHaveLength(marks.length);
      ticks.forEach((drawn, i) => {
        const share = (marks[i].logOdds + 4) / 8;
        if (along) expect(drawn.x).toBeCloseTo(400 * share, 2);
        else expect(drawn.y).toBeCloseTo(200 * (1 - share), 2);
      });
      for (const { text } of marks) expect(svg).toContain(`>${text}<`);
    },
  );
});
