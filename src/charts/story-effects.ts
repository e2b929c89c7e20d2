// Chart: the effects of stories, without treatments in the model and with them, joined by how far each went.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { config, estimate, ink, muted } from './style';

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

const heights: Readonly<Record<LayoutName, number>> = { narrow: 220, medium: 240, wide: 260 };
const padding = { left: 44, right: 12, top: 52, bottom: 36 };
const places = 12;
const apart = 0.17;

const across = (field: string) => ({
  field,
  type: 'quantitative' as const,
  scale: { domain: [0.4, places + 0.6], nice: false, zero: false },
  axis: null,
});
const up = (field: string) => ({
  field,
  type: 'quantitative' as const,
  scale: { domain: [{ expr: 'from' }, { expr: 'to' }], nice: false, zero: false },
  axis: { tickCount: 6 },
});

const after = { data: { name: 'stories' }, transform: [{ calculate: `datum.slot + ${apart}`, as: 'x' }] };
const before = { data: { name: 'stories' }, transform: [{ calculate: `datum.slot - ${apart}`, as: 'x' }] };

function key(): Layer[] {
  const entry = (x: number, words: string, mark: typeof diamond | typeof circle, hue: string): Layer[] => [
    { data: { values: [{}] }, mark, encoding: { x: { value: x }, y: { value: -36 } } },
    {
      data: { values: [{}] },
      mark: { type: 'text', align: 'left', baseline: 'middle', xOffset: 9, fill: hue, text: words },
      encoding: { x: { value: x }, y: { value: -36 } },
    },
  ];
  return [
    ...entry(0, 'without treatments', diamond, muted),
    ...entry(150, 'with them', circle, estimate),
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

const diamond = { type: 'point', shape: 'diamond', filled: true, fill: muted, opacity: 1, size: 64 } as const;
const circle = { type: 'point', shape: 'circle', filled: true, fill: estimate, opacity: 1, size: 72 } as const;

function layers(): Layer[] {
  return [
    ...key(),
    {
      data: { values: [{ y: 0 }] },
      mark: { type: 'rule', stroke: muted, strokeWidth: 1 },
      encoding: { y: up('y') },
    },
    {
      name: 'before-intervals',
      ...before,
      mark: { type: 'rule', stroke: muted, strokeWidth: 2, strokeDash: [4, 3] },
      encoding: { key: { field: 'story' }, x: across('x'), y: up('beforeLower'), y2: { field: 'beforeUpper' } },
    },
    {
      name: 'after-intervals',
      ...after,
      mark: { type: 'rule', stroke: estimate, strokeWidth: 5, strokeCap: 'round', opacity: 0.4 },
      encoding: { key: { field: 'story' }, x: across('x'), y: up('afterLower'), y2: { field: 'afterUpper' } },
    },
    {
      name: 'before',
      ...before,
      mark: diamond,
      encoding: { key: { field: 'story' }, x: across('x'), y: up('before') },
    },
    { name: 'after', ...after, mark: circle, encoding: { key: { field: 'story' }, x: across('x'), y: up('after') } },
    {
      name: 'names',
      data: { name: 'stories' },
      mark: { type: 'text', baseline: 'top', dy: 10, fill: muted },
      encoding: { x: across('slot'), y: { value: 'height' }, text: { field: 'story', type: 'nominal' } },
    },
    {
      name: 'pointing',
      data: { name: 'stories' },
      transform: [
        { calculate: 'datum.slot - 0.5', as: 'left' },
        { calculate: 'datum.slot + 0.5', as: 'right' },
      ],
      mark: { type: 'rect', fill: ink, stroke: null },
      encoding: {
        key: { field: 'story' },
        x: across('left'),
        x2: { field: 'right' },
        y: { value: 0 },
        y2: { value: 'height' },
        fillOpacity: { condition: { test: 'datum.story === highlight', value: 0.06 }, value: 0 },
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
      { name: 'from', value: -1 },
      { name: 'to', value: 1 },
      { name: 'highlight', value: '' },
    ],
    layer: layers(),
  };
  return { spec, width, height: height + padding.top + padding.bottom };
}

/**
 * Data set `stories` (story, slot from 1, before, beforeLower, beforeUpper, after, afterLower, afterUpper). Params: `from` and `to`, the
 * ends of the axis; `highlight`, a story.
 */
const chart: ChartDefinition = {
  name: 'story-effects',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
