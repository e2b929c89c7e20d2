// Chart: what a thousand gradients yield in effective draws, by observations a tank, for two ways to write one model.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { config, estimate, ink, muted, paper } from './style';

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

const heights: Readonly<Record<LayoutName, number>> = { narrow: 200, medium: 200, wide: 210 };
const padding = { left: 44, right: 96, top: 34, bottom: 50 };

/** Powers of ten. */
const lowest = -1.2;
const highest = 2.2;

const x = (field: string) => ({
  field,
  type: 'quantitative' as const,
  scale: { domain: [-0.06, 2.06], nice: false, zero: false },
  axis: null,
});
const y = (field: string) => ({
  field,
  type: 'quantitative' as const,
  scale: { domain: [lowest, highest], nice: false, zero: false },
  axis: {
    values: [-1, 0, 1, 2],
    labelExpr: "datum.value === -1 ? '0.1' : datum.value === 0 ? '1' : datum.value === 1 ? '10' : '100'",
  },
});

function layers(inner: number, height: number): Layer[] {
  const dash = {
    condition: { test: "datum.form === 'noncentred'", value: [6, 3] },
    value: [1, 0],
  };
  const detail = { field: 'form', type: 'nominal' } as const;
  return [
    {
      name: 'here',
      data: { name: 'here' },
      mark: { type: 'rule', stroke: ink, strokeWidth: 1 },
      encoding: { x: x('x'), y: { value: -6 }, y2: { value: 'height' } },
    },
    {
      name: 'lines',
      data: { name: 'scores' },
      mark: { type: 'line', stroke: estimate, strokeWidth: 2 },
      encoding: { x: x('x'), y: y('y'), detail, strokeDash: dash },
    },
    {
      name: 'points',
      data: { name: 'scores' },
      mark: { type: 'point', filled: true, opacity: 1, fill: estimate, stroke: paper, strokeWidth: 1, size: 50 },
      encoding: {
        x: x('x'),
        y: y('y'),
        shape: { condition: { test: "datum.form === 'noncentred'", value: 'diamond' }, value: 'circle' },
      },
    },
    {
      name: 'ends',
      data: { name: 'ends' },
      mark: { type: 'text', align: 'left', baseline: 'middle', xOffset: 8, fill: estimate },
      encoding: { x: x('x'), y: y('y'), text: { field: 'text', type: 'nominal' } },
    },
    {
      name: 'ticks',
      data: { name: 'ticks' },
      mark: { type: 'text', align: 'center', baseline: 'top', yOffset: 9, fill: muted },
      encoding: { x: x('x'), y: { value: 'height' }, text: { field: 'text', type: 'nominal' } },
    },
    {
      data: { values: [{}] },
      mark: {
        type: 'text',
        align: 'left',
        baseline: 'alphabetic',
        fill: muted,
        text: 'effective draws per 1,000 gradients, at worst',
      },
      encoding: { x: { value: -38 }, y: { value: -18 } },
    },
    {
      data: { values: [{}] },
      mark: { type: 'text', align: 'center', baseline: 'alphabetic', fill: muted, text: 'observations a tank' },
      encoding: { x: { value: inner / 2 }, y: { value: height + 42 } },
    },
  ];
}

function drawing(layout: LayoutName): Drawing<TopLevelSpec> {
  const width = layoutWidth[layout];
  const height = heights[layout];
  const inner = width - padding.left - padding.right;
  const spec: TopLevelSpec = {
    width: inner,
    height,
    padding,
    autosize: { type: 'none' },
    config,
    layer: layers(inner, height),
  };
  return { spec, width, height: height + padding.top + padding.bottom };
}

/** Data sets, x and y as powers of ten: `scores` (form, x, y), `ends` (x, y, text), `ticks` (x, text), `here` (x). */
const chart: ChartDefinition = {
  name: 'efficiency',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
