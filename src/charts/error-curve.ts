// Chart: the average error of three poolings by the number of units, with two Monte Carlo errors to either side.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { byLook } from './looks';
import { config, ink, muted, paper } from './style';

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

const heights: Readonly<Record<LayoutName, number>> = { narrow: 230, medium: 240, wide: 250 };
const padding = { left: 40, right: 86, top: 34, bottom: 50 };

const x = (field: string) => ({
  field,
  type: 'quantitative' as const,
  scale: { domain: [Math.log10(1.8), Math.log10(54)], nice: false, zero: false },
  axis: null,
});
const y = (field: string) => ({
  field,
  type: 'quantitative' as const,
  scale: { domain: [0, { expr: 'to' }], nice: false, zero: true },
  axis: { tickCount: 5 },
});

function layers(inner: number): Layer[] {
  return [
    {
      name: 'here',
      data: { name: 'here' },
      mark: { type: 'rule', stroke: ink, strokeWidth: 1 },
      encoding: { x: x('x'), y: { value: -6 }, y2: { value: 'height' } },
    },
    {
      name: 'lines',
      data: { name: 'errors' },
      mark: { type: 'line', strokeWidth: 2 },
      encoding: { x: x('x'), y: y('value'), stroke: byLook.colour },
    },
    {
      name: 'bars',
      data: { name: 'errors' },
      mark: { type: 'rule', strokeWidth: 2.5, opacity: 0.55 },
      encoding: { x: x('x'), y: y('lower'), y2: { field: 'upper' }, stroke: byLook.colour },
    },
    {
      name: 'errors',
      data: { name: 'errors' },
      mark: { type: 'point', filled: true, opacity: 1, stroke: paper, strokeWidth: 1, size: 70 },
      encoding: { x: x('x'), y: y('value'), shape: byLook.shape, fill: byLook.colour },
    },
    {
      name: 'ends',
      data: { name: 'ends' },
      mark: { type: 'text', align: 'left', baseline: 'middle', xOffset: 10 },
      encoding: { x: x('x'), y: y('y'), text: { field: 'text', type: 'nominal' }, fill: byLook.colour },
    },
    {
      name: 'ticks',
      data: { name: 'ticks' },
      mark: { type: 'text', align: 'center', baseline: 'top', yOffset: 9, fill: muted },
      encoding: { x: x('x'), y: { value: 'height' }, text: { field: 'text', type: 'nominal' } },
    },
    words('average error, percentage points', 'left', -34, -18),
    words('units in the study', 'center', inner / 2, 'height', 42),
  ];
}

function words(text: string, align: 'left' | 'center', left: number, top: number | 'height', yOffset = 0): Layer {
  return {
    data: { values: [{}] },
    mark: { type: 'text', align, baseline: 'alphabetic', yOffset, fill: muted, text },
    encoding: { x: { value: left }, y: { value: top } },
  };
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
    params: [{ name: 'to', value: 20 }],
    layer: layers(inner),
  };
  return { spec, width, height: height + padding.top + padding.bottom };
}

/** Data sets: those of `errorCurves`, and `here` (x, a power of ten). Params: `to`, the end of the axis in percentage points. */
const chart: ChartDefinition = {
  name: 'error-curve',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
