// The appendix's charts compile, draw what they are given, and agree with the engine about the ground they show.
import { describe, expect, it } from 'vitest';
import { compileChart } from '../../src/charts/build/compile';
import { layoutNames } from '../../src/charts/definition';
import energyChart from '../../src/charts/flick-energy';
import { groundFrames, boxOf } from '../../src/charts/flick-frame';
import frogsChart from '../../src/charts/flick-frogs';
import funnelChart from '../../src/charts/flick-funnel';
import { contourRows, energyPoints, energyRows, pathRows } from '../../src/charts/flick-rows';
import type { PathPicture } from '../../src/charts/flick-rows';
import { renderStatic } from '../../src/charts/render-static';
import wanderChart from '../../src/charts/wander';
import { countIn, stretches, wanderRows } from '../../src/charts/wander-rows';
import warmupChart from '../../src/charts/warmup';
import { warmupRows } from '../../src/charts/warmup-rows';
import { grounds } from '../../src/engine/trajectories/grounds';

/** Start, one step forward, two back of which the last broke; the second doubling was thrown away. */
const path: PathPicture = {
  positions: [1, 1, 2, 1.5, 0.5, 1.2, 7, 2],
  momenta: [1, 0, 0, 1, 2, 0, 0, 0],
  energies: [3, 3.25, 4, 2000],
  times: [0, 1, -1, -2],
  doublings: [0, 1, 2, 2],
  draw: 1,
  broke: 3,
  ending: 'divergence',
  depth: 1,
};
const frame = groundFrames.frogs;
const lines = [{ lines: [[[1, 1] as const, [2, 1] as const, [2, 2] as const]] }];

/** What a mark of this name draws, as text, wherever its group is. */
function shapes(svg: string, name: string): string[] {
  const groups = [...svg.matchAll(new RegExp(`<g class="[^"]*role-mark (?:\\w+_)?${name}_marks"[^>]*>(.*?)</g>`, 'g'))];
  return groups.flatMap(([, content]) => content.match(/<(path|text|line)[^>]*>/g) ?? []);
}

it('the ground has the same window in the chart as in the engine', () => {
  for (const name of ['frogs', 'funnel'] as const)
    expect([groundFrames[name].x, groundFrames[name].y]).toEqual([grounds[name].x, grounds[name].y]);
});

describe('rows of a path', () => {
  it('tell kept from thrown points, and end in the draw', () => {
    const rows = pathRows(path, 4, frame);
    expect(rows.path.map(({ x, y }) => [x, y])).toEqual([
      [1, 1],
      [2, 1.5],
    ]);
    // In order of time, from the kept point that the thrown ones grew from.
    expect(rows.thrown.map(({ x, y }) => [x, y])).toEqual([
      [7, 2],
      [0.5, 1.2],
      [1, 1],
    ]);
    expect([rows.steps.length, rows.thrownSteps.length]).toEqual([2, 2]);
    expect(rows.head).toEqual([{ x: 2, y: 1.5 }]);
    // The step that broke began one nearer to the start.
    expect(rows.broke).toEqual([{ x: 0.5, y: 1.2 }]);
  });

  it('show the particle where it is while it moves', () => {
    const rows = pathRows(path, 3, frame);
    expect(rows.head).toEqual([{ x: 0.5, y: 1.2 }]);
    expect(rows.broke).toEqual([]);
  });

  it('draw the chord of a U-turn from end to end in time', () => {
    const turned: PathPicture = { ...path, broke: null, ending: 'u-turn', depth: 2 };
    expect(pathRows(turned, 4, frame).chord).toEqual([{ x: 7, y: 2, x2: 2, y2: 1.5 }]);
    expect(pathRows(turned, 3, frame).chord).toEqual([]);
  });

  it('split energy into height and motion, in order of time', () => {
    expect(energyPoints(path, 1)).toEqual([
      { time: -2, total: 1999, potential: 1999, kinetic: 0 },
      { time: -1, total: 3, potential: 1, kinetic: 2 },
      { time: 0, total: 2, potential: 1.5, kinetic: 0.5 },
      { time: 1, total: 2.25, potential: 1.75, kinetic: 0.5 },
    ]);
  });

  it('keep a broken energy at the edge of the picture', () => {
    const { data, signals } = energyRows(path, 4, 1);
    expect(Math.max(...data.energy.map(({ total }) => Number(total)))).toBe(signals.energyTo);
    expect(data.energyBroke).toEqual([{ time: -2, total: signals.energyTo }]);
    expect(data.halves.map(({ doubling, kind }) => [doubling, kind])).toEqual([
      [1, 'before'],
      [1, 'added'],
      [2, 'before'],
      [2, 'thrown'],
    ]);
  });
});

describe.each(layoutNames)('%s', (layout) => {
  it('the particle is drawn where the axes say', () => {
    const { width, height } = boxOf(layout);
    const rows = { ...pathRows(path, 4, frame), contours: contourRows(lines, frame), trail: [], broken: [] };
    const drawing = compileChart(frogsChart).layouts[layout];
    const [head] = shapes(renderStatic(drawing, rows, {}), 'head');
    const place = /translate\(([-\d.]+),([-\d.]+)\)/.exec(head) ?? [];
    expect(Number(place[1])).toBeCloseTo((width * 2) / 8, 2);
    expect(Number(place[2])).toBeCloseTo(height * (1 - (1.5 - 0.5) / 2), 2);
    expect(renderStatic(compileChart(funnelChart).layouts[layout], rows, {})).toContain('<svg');
  });

  it('energy, wandering and warm-up draw their rows', () => {
    const { data, signals } = energyRows(path, 4, 1);
    const energy = renderStatic(compileChart(energyChart).layouts[layout], data, signals);
    expect(shapes(energy, 'thrown')).toHaveLength(1);
    expect(shapes(energy, 'before')).toHaveLength(2);
    const wandering = wanderRows({ draws: [0, 1, 2, -1, 1, 0.2], broke: [0, -3] });
    const funnel = renderStatic(
      compileChart(wanderChart).layouts[layout],
      { ...wandering, contours: contourRows(lines, frame) },
      {},
    );
    expect(shapes(funnel, 'draws')).toHaveLength(3);
    expect(shapes(funnel, 'broke')).toHaveLength(1);
    const phases = [
      { kind: 'running', first: 0, length: 300 },
      { kind: 'step size', first: 300, length: 100 },
    ] as const;
    const picture = {
      phases,
      stepSizes: [0.1, 0.2, 0.3],
      scales: [
        [1, 2, 2],
        [1, 1, 1],
        [1, 0.2, 0.2],
      ],
    };
    const warmup = renderStatic(compileChart(warmupChart).layouts[layout], warmupRows(picture), { title: 'in time' });
    expect(shapes(warmup, 'running')).toHaveLength(1);
    expect(shapes(warmup, 'ends')).toHaveLength(3);
    expect(warmup).toContain('>in time</text>');
  });
});

it('the table counts by stretches that hold all of v, with the shares of a normal of standard deviation 1.5', () => {
  expect(stretches.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 5);
  // Between standard deviations, as any table of the normal has them.
  expect(stretches.map(({ share }) => Math.round(1e4 * share) / 1e4)).toEqual([0.0228, 0.1359, 0.3413, 0.3413, 0.1587]);
  expect(stretches.map((stretch) => countIn([0, -4, 0, -2, 0, -1, 0, 0.5, 0, 2], stretch))).toEqual([1, 1, 1, 1, 1]);
});

it('bars of v are a density', () => {
  const { bars } = wanderRows({
    draws: Array.from({ length: 40 }, (_, k) => (k % 2 === 0 ? 0 : (k - 20) / 5)),
    broke: [],
  });
  expect(bars.reduce((sum, { density }) => sum + 0.5 * Number(density), 0)).toBeCloseTo(1, 9);
});
