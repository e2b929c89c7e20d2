// The charts of a world, group by group: marks stand for the numbers they are given, in all layouts.
import { describe, expect, test, vi } from 'vitest';
import baselines from '../../src/charts/baselines';
import { compileChart } from '../../src/charts/build/compile';
import { layoutNames } from '../../src/charts/definition';
import groupMeans from '../../src/charts/group-means';
import groupSizes from '../../src/charts/group-sizes';
import { renderStatic } from '../../src/charts/render-static';
import ridge from '../../src/charts/ridge';
import worldGroups from '../../src/charts/world-groups';
import { baselineRows, constantGroups, meansRows, sizeRows, worldRows } from '../../src/charts/world-rows';
import type { ShownWorld } from '../../src/charts/world-rows';
import { groups, percentScale } from './drawn';

// The site's bundle has the slim module in Vega's place: a transform that it lacks must fail here.
vi.mock('vega', () => import('../../src/charts/build/vega-slim.mjs'));

/** Group 3 has no member; in group 2 Y never varies. */
const world: ShownWorld = {
  group: [1, 1, 2, 2, 4],
  X: [0.5, 1.5, -1, -2, 3],
  Y: [0, 1, 0, 0, 1],
  sizes: [2, 2, 0, 1],
  centres: [0.8, -1.2, 0, 2],
  baselines: [0.2, 0.05, 0.5, 0.7],
};
const estimates = {
  look: 'partial' as const,
  mean: [0.25, 0.1, 0.45, 0.6],
  lower: [0.1, 0.02, 0.2, 0.3],
  upper: [0.4, 0.3, 0.8, 0.9],
};

describe('rows', () => {
  test('a group is constant when all its members agree, and not when it has none', () => {
    expect(constantGroups(world)).toEqual([false, true, false, true]);
  });

  test('the largest group stands first, groups of equal size in their order', () => {
    expect(sizeRows(world.sizes).groups.map(({ slot }) => slot)).toEqual([1, 2, 4, 3]);
  });

  test('groups stand in the order of their means; one without members where its confound is', () => {
    const { groups: rows, individuals } = worldRows(world);
    expect(rows.map(({ slot }) => slot)).toEqual([3, 1, 2, 4]);
    expect(individuals.map(({ slot }) => slot)).toEqual([3, 3, 1, 1, 4]);
    expect(rows.map(({ share }) => share)).toEqual([0.5, 0, 0, 1]);
  });

  test('two models of a group stand beside each other, around its place', () => {
    const { estimates: rows } = baselineRows(world, [{ ...estimates, look: 'none' }, estimates]);
    expect(rows).toHaveLength(8);
    expect(rows[0].place).toBeCloseTo(1.9, 12);
    expect(rows[4].place).toBeCloseTo(2.1, 12);
  });

  test('a mean carries twice its standard error, and a group without members has none', () => {
    const confound = { mean: [0, 1, 2, 3], lower: [-1, 0, 1, 2], upper: [1, 2, 3, 4] };
    const { groups: rows, line } = meansRows({
      sizes: world.sizes,
      means: [1, -1.5, 0, 3],
      confound,
      within: 1,
      slope: 1.5,
    });
    expect(rows.map(({ group }) => group)).toEqual([1, 2, 4]);
    expect(rows[2]).toMatchObject({ mean: 3, low: 1, high: 5, u: 3 });
    expect(line.map(({ mean, u }) => Number(mean) / Number(u))).toEqual([1.5, 1.5]);
  });
});

describe.each(layoutNames)('%s', (layout) => {
  test('a bar a group', () => {
    const svg = renderStatic(compileChart(groupSizes).layouts[layout], sizeRows(world.sizes), { count: 4, largest: 3 });
    const [, bars] = /role-mark sizes_marks">(.*?)<\/g>/.exec(svg) ?? [];
    expect(bars.split('<path')).toHaveLength(1 + 4);
    expect(groups(svg, 'empty').flat()).toHaveLength(1);
  });

  test('a hollow mark an individual, and a share for each group that has members', () => {
    const signals = { count: 4, lowest: -3, highest: 4 };
    const svg = renderStatic(compileChart(worldGroups).layouts[layout], worldRows(world), signals);
    expect(groups(svg, 'individuals').flat()).toHaveLength(5);
    expect(groups(svg, 'shares').flat()).toHaveLength(3);
    expect(groups(svg, 'truth').flat()).toHaveLength(4);
  });

  test('estimates stand at their probabilities', () => {
    const svg = renderStatic(compileChart(baselines).layouts[layout], baselineRows(world, [estimates]), { count: 4 });
    const y = percentScale(svg);
    const drawn = groups(svg, 'estimates').flat();
    drawn.forEach((mark, g) => expect(Math.abs(mark.y - y(estimates.mean[g]))).toBeLessThan(0.0011));
    expect(groups(svg, 'constant').flat()).toHaveLength(2);
  });

  test('draws outside the axes are left out', () => {
    const draws = [
      { x: 0, y: 0 },
      { x: 9, y: 0 },
    ];
    const svg = renderStatic(compileChart(ridge).layouts[layout], { draws }, { from: -1, to: 1, bottom: -1, top: 1 });
    expect(groups(svg, 'draws').flat()).toHaveLength(1);
  });

  test('a dot a group that has members', () => {
    const confound = { mean: [0, 1, 2, 3], lower: [-1, 0, 1, 2], upper: [1, 2, 3, 4] };
    const data = meansRows({ sizes: world.sizes, means: [1, -1.5, 0, 3], confound, within: 1, slope: 1.5 });
    const svg = renderStatic(compileChart(groupMeans).layouts[layout], data);
    expect(groups(svg, 'estimates').flat()).toHaveLength(3);
  });
});
