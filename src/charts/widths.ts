// Chart: by tadpoles a tank, how wide the tanks' intervals are and which fraction of their gap to the typical tank they lost.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { config, estimate, ink, muted, percentLabel } from './style';
import type { Layer } from './tank-frame';

interface Panel {
  readonly name: 'width' | 'pulled';
  readonly title: string;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly label: string;
}

const panels: readonly Panel[] = [
  {
    name: 'width',
    title: 'width of the interval, points',
    domain: [0, 0.7],
    ticks: [0, 0.2, 0.4, 0.6],
    label: 'round(datum.value * 100)',
  },
  {
    name: 'pulled',
    title: 'part of the gap that is lost',
    domain: [0, 0.5],
    ticks: [0, 0.1, 0.2, 0.3, 0.4, 0.5],
    label: percentLabel,
  },
];

const padding = { left: 48, right: 14, top: 34, bottom: 44 };
const panelHeight = 190;
const columnGap = 70;
const rowGap = 84;

function layers({ name, title, domain, ticks, label }: Panel): Layer[] {
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    axis: null,
    scale: { domain: [-0.5, 2.5], nice: false },
  });
  const y = {
    field: name,
    type: 'quantitative' as const,
    scale: { domain: [...domain], nice: false },
    axis: { values: [...ticks], labelExpr: label },
  };
  const inside = `datum.${name} >= ${domain[0]} && datum.${name} <= ${domain[1]}`;
  return [
    {
      name: `tanks-${name}`,
      data: { name: 'tanks' },
      transform: [{ filter: name === 'pulled' ? `datum.apart && ${inside}` : inside }],
      mark: { type: 'point', shape: 'circle', filled: true, fill: estimate, opacity: 0.4 },
      encoding: { key: { field: 'tank' }, x: x('at'), y, size: { value: 30 } },
    },
    {
      name: `groups-${name}`,
      data: { name: 'groups' },
      transform: [
        { calculate: 'datum.group - 0.36', as: 'from' },
        { calculate: 'datum.group + 0.36', as: 'to' },
      ],
      mark: { type: 'rule', stroke: estimate, strokeWidth: 2.5 },
      encoding: { key: { field: 'group' }, x: x('from'), x2: { field: 'to' }, y },
    },
    {
      name: `values-${name}`,
      data: { name: 'groups' },
      transform: [{ calculate: 'datum.group + 0.36', as: 'to' }],
      mark: { type: 'text', align: 'left', baseline: 'middle', fontWeight: 600, fill: estimate, xOffset: 4 },
      encoding: { x: x('to'), y, text: { field: `${name}Text`, type: 'nominal' } },
    },
    {
      name: `densities-${name}`,
      data: { name: 'groups' },
      mark: { type: 'text', align: 'center', baseline: 'alphabetic', fill: ink, yOffset: 20 },
      encoding: { x: x('group'), y: { value: 'height' }, text: { field: 'density', type: 'nominal' } },
    },
    text(title, { align: 'left', x: -40, y: -16 }),
    text('tadpoles a tank', { align: 'left', x: 0, y: panelHeight + 38 }),
  ];
}

function text(words: string, at: { readonly align: 'left'; readonly x: number; readonly y: number }): Layer {
  return {
    data: { values: [{}] },
    mark: { type: 'text', align: at.align, baseline: 'alphabetic', text: words, fill: muted },
    encoding: { x: { value: at.x }, y: { value: at.y } },
  };
}

function drawing(layout: LayoutName): Drawing<TopLevelSpec> {
  const total = layoutWidth[layout];
  const inside = total - padding.left - padding.right;
  const common = { padding, autosize: { type: 'none' as const }, bounds: 'flush' as const, config };
  if (layout === 'narrow') {
    const spec: TopLevelSpec = {
      ...common,
      spacing: rowGap,
      vconcat: panels.map((panel) => ({ width: inside - 14, height: panelHeight, layer: layers(panel) })),
    };
    return { spec, width: total, height: 2 * panelHeight + rowGap + padding.top + padding.bottom };
  }
  const spec: TopLevelSpec = {
    ...common,
    spacing: columnGap,
    hconcat: panels.map((panel) => ({
      width: Math.floor((inside - columnGap) / 2),
      height: panelHeight,
      layer: layers(panel),
    })),
  };
  return { spec, width: total, height: panelHeight + padding.top + padding.bottom };
}

/** Data sets: `tanks` and `groups` (widthRows), the groups with `widthText` and `pulledText`. */
const chart: ChartDefinition = {
  name: 'widths',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
