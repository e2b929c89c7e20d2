// Chart: R-hat and effective sample size of one quantity as draws come in.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { config, estimate, ink, muted } from './style';
import type { Layer } from './tank-frame';

interface Panel {
  readonly name: 'rhat' | 'ess';
  readonly title: string;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly format: string;
  /** Where trust begins, and what is written there. */
  readonly limit: { readonly at: number; readonly text: string };
}

const panels: readonly Panel[] = [
  {
    name: 'rhat',
    title: 'R-hat',
    domain: [0.995, 1.08],
    ticks: [1, 1.02, 1.04, 1.06, 1.08],
    format: '.2f',
    limit: { at: 1.01, text: 'below 1.01: agreed' },
  },
  {
    name: 'ess',
    title: 'bulk ESS, all chains',
    domain: [0, 4000],
    ticks: [0, 1000, 2000, 3000, 4000],
    format: ',d',
    limit: { at: 400, text: 'above 400: enough' },
  },
];

const padding = { left: 52, right: 18, top: 30, bottom: 46 };
const height = 120;
const columnGap = 74;
const rowGap = 76;

function layers({ name, title, domain, ticks, format, limit }: Panel): Layer[] {
  const x = {
    field: 'draws',
    type: 'quantitative' as const,
    scale: { domain: [0, 1000], nice: false },
    axis: {
      values: [0, 250, 500, 750, 1000],
      grid: false,
      ticks: true,
      tickColor: muted,
      labelFlush: false,
      labelExpr: "format(datum.value, ',d')",
    },
  };
  const y = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [...domain], nice: false, clamp: true },
    axis: { values: [...ticks], format },
  });
  const words = (text: string, place: { readonly x: number; readonly y: number }): Layer => ({
    data: { values: [{}] },
    mark: { type: 'text', align: 'left', baseline: 'alphabetic', fill: muted, text },
    encoding: { x: { value: place.x }, y: { value: place.y } },
  });
  return [
    {
      name: `limit-${name}`,
      data: { values: [{ at: limit.at }] },
      mark: { type: 'rule', stroke: ink, strokeWidth: 1 },
      encoding: { x: { value: 0 }, x2: { value: 'width' }, y: y('at') },
    },
    {
      name: `limitText-${name}`,
      data: { values: [{ at: limit.at }] },
      mark: { type: 'text', align: 'right', baseline: 'bottom', fill: ink, text: limit.text, yOffset: -4 },
      encoding: { x: { value: 'width' }, y: y('at') },
    },
    {
      name: `line-${name}`,
      data: { name: 'settling' },
      mark: { type: 'line', stroke: estimate, strokeWidth: 2 },
      encoding: { x, y: y(name) },
    },
    {
      name: `points-${name}`,
      data: { name: 'settling' },
      mark: { type: 'point', shape: 'circle', filled: true, fill: estimate, opacity: 1 },
      encoding: { x, y: y(name), size: { value: 22 } },
    },
    words(title, { x: -46, y: -14 }),
    words('draws a chain', { x: 0, y: height + 40 }),
  ];
}

function drawing(layout: LayoutName): Drawing<TopLevelSpec> {
  const total = layoutWidth[layout];
  const inside = total - padding.left - padding.right;
  const common = { padding, autosize: { type: 'none' as const }, bounds: 'flush' as const, config };
  if (layout === 'narrow') {
    const spec: TopLevelSpec = {
      ...common,
      spacing: rowGap,
      vconcat: panels.map((panel) => ({ width: inside, height, layer: layers(panel) })),
    };
    return { spec, width: total, height: 2 * height + rowGap + padding.top + padding.bottom };
  }
  const width = Math.floor((inside - columnGap) / 2);
  const spec: TopLevelSpec = {
    ...common,
    spacing: columnGap,
    hconcat: panels.map((panel) => ({ width, height, layer: layers(panel) })),
  };
  return { spec, width: total, height: height + padding.top + padding.bottom };
}

/** Data set: `settling`, rows of draws a chain, rhat and ess. */
const chart: ChartDefinition = {
  name: 'settling',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
