// Chart: the energy along a trajectory in time, height and motion together, and under it the doublings of NUTS.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { cross, titleUnder, words } from './flick-chart';
import { config, estimate, ink, muted, paper } from './style';
import type { Layer } from './tank-frame';

const padding = { left: 40, right: 50, top: 30, bottom: 44 };
const energyHeight = 110;
const gap = 34;
const row = 11;
/** As many as NUTS may make here. */
const doublings = 8;
const treeHeight = doublings * row;

const time = (field: string, axis: object | null) => ({
  field,
  type: 'quantitative' as const,
  axis,
  scale: { domain: { expr: '[timeFrom, timeTo]' }, nice: false, zero: false },
});
const timeAxis = {
  tickCount: 6,
  tickMinStep: 1,
  ticks: true,
  tickColor: muted,
  labelFlush: false,
  grid: false,
  format: 'd',
};

const level = (field: string) => ({
  field,
  type: 'quantitative' as const,
  axis: { tickCount: 4 },
  scale: { domain: { expr: '[0, energyTo]' }, nice: false },
  stack: null,
});

const energyLayers: Layer[] = [
  {
    name: 'potential',
    data: { name: 'energy' },
    mark: { type: 'area', fill: muted, fillOpacity: 0.3, line: false },
    encoding: { x: time('time', null), y: level('potential') },
  },
  {
    name: 'total',
    data: { name: 'energy' },
    mark: { type: 'line', stroke: estimate, strokeWidth: 2 },
    encoding: { x: time('time', null), y: level('total') },
  },
  {
    name: 'energyBroke',
    data: { name: 'energyBroke' },
    mark: { type: 'point', shape: cross, filled: false, stroke: ink, strokeWidth: 2.5, size: 130, opacity: 1 },
    encoding: { x: time('time', null), y: level('total') },
  },
  key('energy', 0, estimate),
  key('of it height, the rest motion', 74, muted),
];

/** A name with a stroke of its colour before it, at a fixed place. */
function key(text: string, x: number, stroke: string): Layer {
  return {
    data: { values: [{}] },
    layer: [
      {
        mark: { type: 'rule', stroke, strokeWidth: 4 },
        encoding: { x: { value: x }, x2: { value: x + 14 }, y: { value: -16 } },
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'middle', fill: ink, text },
        encoding: { x: { value: x + 20 }, y: { value: -16 } },
      },
    ],
  };
}

const doubling = (offset: number) => ({
  field: 'doubling',
  type: 'quantitative' as const,
  axis: { values: [1, 2, 3, 4, 5, 6, 7, 8], grid: false, labelFontSize: 10 },
  scale: { domain: [doublings + 0.5, 0.5], nice: false, zero: false },
  ...(offset === 0 ? {} : { bandPosition: offset }),
});

function stretch(kind: string, mark: object): Layer {
  return {
    name: kind,
    data: { name: 'halves' },
    transform: [{ filter: `datum.kind === '${kind}'` }],
    mark: { type: 'bar', size: row - 4, ...mark },
    encoding: { x: time('from', timeAxis), x2: { field: 'to' }, y: doubling(0) },
  };
}

function treeLayers(width: number): Layer[] {
  return [
    stretch('before', { fill: muted, fillOpacity: 0.3 }),
    stretch('added', { fill: estimate }),
    stretch('thrown', { fill: paper, stroke: muted, strokeWidth: 1, strokeDash: [3, 2] }),
    {
      data: { values: [{}] },
      mark: { type: 'text', align: 'left', baseline: 'middle', fill: muted, text: { expr: 'note' } },
      encoding: { x: { value: 6 }, y: { value: treeHeight / 2 } },
    },
    words('doublings, from the first down', 'left', { value: 0 }, { value: -10 }),
    titleUnder('steps in time from the start', width / 2),
  ];
}

function drawing(layout: LayoutName): Drawing<TopLevelSpec> {
  const total = layoutWidth[layout];
  const width = total - padding.left - padding.right;
  const spec: TopLevelSpec = {
    padding,
    autosize: { type: 'none' },
    bounds: 'flush',
    spacing: gap,
    config,
    params: [
      { name: 'timeFrom', value: -0.5 },
      { name: 'timeTo', value: 10 },
      { name: 'energyTo', value: 6 },
      { name: 'note', value: '' },
    ],
    vconcat: [
      { width, height: energyHeight, layer: energyLayers },
      { width, height: treeHeight, layer: treeLayers(width) },
    ],
  };
  return { spec, width: total, height: energyHeight + gap + treeHeight + padding.top + padding.bottom };
}

/** Data sets: `energy` (time, total, potential), `energyBroke` (time, total), `halves` (doubling, from, to, kind). Params: the ends of the axes, `note`. */
const chart: ChartDefinition = {
  name: 'flick-energy',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
