// Chart: the warm-up in time on one schedule: its phases, the step size, and the widths in the metric.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { titleUnder, words } from './flick-chart';
import { config, estimate, ink, muted, population } from './style';
import type { Layer } from './tank-frame';

const padding = { left: 48, right: 66, top: 58, bottom: 44 };
const rowGap = 36;
const stepHeight = 110;
const widthHeight = 110;
const transitions = 400;
const band = { top: -20, bottom: -8 };

const time = (field: string, axis: boolean) => ({
  field,
  type: 'quantitative' as const,
  axis: axis
    ? { values: [0, 100, 200, 300, 400], ticks: true, tickColor: muted, grid: false, labelFlush: false }
    : null,
  scale: { domain: [0, transitions], nice: false },
});
const log = (field: string, domain: readonly [number, number], values: readonly number[]) => ({
  field,
  type: 'quantitative' as const,
  axis: { values: [...values], format: '~g' },
  scale: { type: 'log' as const, domain: [...domain], nice: false, clamp: true },
});

function phase(kind: string, mark: object): Layer {
  return {
    name: kind.replace(' ', ''),
    data: { name: 'phases' },
    transform: [{ filter: `datum.kind === '${kind}'` }],
    mark: { type: 'rect', ...mark },
    encoding: { x: time('from', false), x2: { field: 'to' }, y: { value: band.top }, y2: { value: band.bottom } },
  };
}

const stepLayers: Layer[] = [
  phase('step size', { fill: estimate, fillOpacity: 0.35, stroke: estimate, strokeWidth: 1 }),
  phase('running', { fill: population, fillOpacity: 0.25, stroke: population, strokeWidth: 1 }),
  phase('window', { fill: population, fillOpacity: 0.6, stroke: population, strokeWidth: 1 }),
  {
    name: 'stepSizes',
    data: { name: 'stepSizes' },
    mark: { type: 'line', stroke: estimate, strokeWidth: 1.25 },
    encoding: { x: time('transition', false), y: log('stepSize', [0.015, 8], [0.03, 0.1, 0.3, 1, 3]) },
  },
  {
    data: { values: [{}] },
    mark: { type: 'text', align: 'left', baseline: 'alphabetic', fill: ink, text: { expr: 'title' } },
    encoding: { x: { value: 0 }, y: { value: -28 } },
  },
  words('step size', 'left', { value: 4 }, { value: 12 }),
];

function widthLayers(width: number): Layer[] {
  const value = log('value', [0.05, 2.5], [0.1, 0.3, 1]);
  return [
    {
      name: 'scales',
      data: { name: 'scales' },
      mark: { type: 'line', stroke: population, strokeWidth: 1.5, interpolate: 'step-after' },
      encoding: { x: time('transition', true), y: value, detail: { field: 'name' } },
    },
    {
      name: 'ends',
      data: { name: 'ends' },
      mark: { type: 'text', align: 'left', baseline: 'middle', fill: ink, xOffset: 6 },
      encoding: { x: { value: width }, y: value, text: { field: 'name', type: 'nominal' } },
    },
    words('widths in the metric', 'left', { value: 4 }, { value: -6 }),
    titleUnder('warm-up transition', width / 2),
  ];
}

function drawing(layout: LayoutName): Drawing<TopLevelSpec> {
  const total = layoutWidth[layout];
  const width = total - padding.left - padding.right;
  const spec: TopLevelSpec = {
    padding,
    autosize: { type: 'none' },
    bounds: 'flush',
    spacing: rowGap,
    config,
    params: [{ name: 'title', value: '' }],
    vconcat: [
      { width, height: stepHeight, layer: stepLayers },
      { width, height: widthHeight, layer: widthLayers(width) },
    ],
  };
  return { spec, width: total, height: padding.top + stepHeight + rowGap + widthHeight + padding.bottom };
}

/** Data sets: `phases` (kind, from, to), `stepSizes` (transition, stepSize), `scales` (name, transition, value), `ends` (name, value). Param: `title`. */
const chart: ChartDefinition = {
  name: 'warmup',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
