// Chart: effects of a cluster's members relative to their mean, without pooling and with it, side by side.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { byLook, looks } from './looks';
import { config, ink, muted } from './style';

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

const heights: Readonly<Record<LayoutName, number>> = { narrow: 230, medium: 260, wide: 290 };
const padding = { left: 44, right: 12, top: 50, bottom: 34 };

const across = (field: string) => ({
  field,
  type: 'quantitative' as const,
  scale: { domain: { expr: '[0.4, count + 0.6]' }, nice: false },
  axis: null,
});
const up = (field: string) => ({
  field,
  type: 'quantitative' as const,
  scale: { domain: { expr: '[from, to]' }, nice: false, clamp: true },
  axis: { tickCount: 6 },
});

function key(): Layer[] {
  const entries = [
    { x: 0, look: 'none', text: 'no pooling' },
    { x: 108, look: 'partial', text: 'partial pooling' },
    { x: 240, look: 'complete', text: 'complete' },
  ];
  const x = { field: 'x', type: 'quantitative', axis: null, scale: null } as const;
  return [
    {
      data: { values: entries },
      mark: { type: 'point', filled: true, opacity: 1, size: 60 },
      encoding: { x, y: { value: -36 }, shape: byLook.shape, fill: byLook.colour },
    },
    {
      data: { values: entries },
      mark: { type: 'text', align: 'left', baseline: 'middle', xOffset: 9, fill: muted },
      encoding: { x, y: { value: -36 }, text: { field: 'text', type: 'nominal' } },
    },
    {
      data: { values: [{}] },
      mark: {
        type: 'text',
        align: 'left',
        baseline: 'middle',
        fill: muted,
        text: 'effect, log-odds relative to the mean of all',
      },
      encoding: { x: { value: -38 }, y: { value: -15 } },
    },
  ];
}

function layers(): Layer[] {
  const chosen = 'datum.member === highlight';
  return [
    ...key(),
    {
      name: 'complete',
      data: { values: [{ y: 0 }] },
      mark: { type: 'rule', stroke: looks.complete.colour, strokeWidth: 2.25 },
      encoding: { y: up('y') },
    },
    {
      name: 'intervals',
      data: { name: 'effects' },
      mark: { type: 'rule', strokeCap: 'round', opacity: 0.4 },
      encoding: {
        x: across('x'),
        y: up('lower'),
        y2: { field: 'upper' },
        stroke: byLook.colour,
        strokeWidth: { value: { expr: 'count > 20 ? 2.5 : 5' } },
      },
    },
    {
      name: 'estimates',
      data: { name: 'effects' },
      mark: { type: 'point', filled: true, opacity: 1 },
      encoding: {
        x: across('x'),
        y: up('mean'),
        shape: byLook.shape,
        fill: byLook.colour,
        size: { value: { expr: 'count > 20 ? 22 : 64' } },
      },
    },
    {
      name: 'names',
      data: { name: 'members' },
      mark: { type: 'text', baseline: 'top', dy: 9, fill: muted },
      encoding: { x: across('slot'), y: { value: 'height' }, text: { field: 'label', type: 'nominal' } },
    },
    {
      name: 'pointing',
      data: { name: 'members' },
      transform: [
        { calculate: 'datum.slot - 0.5', as: 'from' },
        { calculate: 'datum.slot + 0.5', as: 'to' },
      ],
      mark: { type: 'rect', fill: ink, stroke: null },
      encoding: {
        x: across('from'),
        x2: { field: 'to' },
        y: { value: 0 },
        y2: { value: 'height' },
        fillOpacity: { condition: { test: chosen, value: 0.06 }, value: 0 },
      },
    },
  ];
}

function drawing(name: LayoutName): Drawing<TopLevelSpec> {
  const width = layoutWidth[name];
  const height = heights[name];
  const spec: TopLevelSpec = {
    width: width - padding.left - padding.right,
    height,
    padding,
    autosize: { type: 'none' },
    config,
    params: [
      { name: 'count', value: 12 },
      { name: 'from', value: -1.5 },
      { name: 'to', value: 1.5 },
      { name: 'highlight', value: '' },
    ],
    layer: layers(),
  };
  return { spec, width, height: height + padding.top + padding.bottom };
}

/** Data sets: `effects`, `members` (effect-rows). Params: `count` of places, `from` and `to` of the axis, `highlight`, a member's key. */
const chart: ChartDefinition = {
  name: 'effects',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
