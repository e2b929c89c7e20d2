// Chart: what a group's mean of X says of its confound, and what the latent machine makes of it.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { config, estimate, ink, muted, paper } from './style';

const heights: Readonly<Record<LayoutName, number>> = { narrow: 290, medium: 330, wide: 360 };
const padding = { left: 44, right: 16, top: 34, bottom: 48 };

/** Data sets: `groups` (mean, low, high, u, lower, upper, truth, size) and `line`, the ends of the truth. Params: the ends of both axes. */
function drawing(layout: LayoutName): Drawing<TopLevelSpec> {
  const width = layoutWidth[layout];
  const height = heights[layout];
  const inner = width - padding.left - padding.right;
  const axis = { tickCount: 6, ticks: true, tickColor: muted, labelFlush: false };
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    axis,
    scale: { nice: false, zero: false, domain: { expr: '[from, to]' } },
  });
  const y = (field: string) => ({
    field,
    type: 'quantitative' as const,
    axis,
    scale: { nice: false, zero: false, domain: { expr: '[bottom, top]' } },
  });
  const rows = { data: { name: 'groups' } };
  const spec: TopLevelSpec = {
    width: inner,
    height,
    padding,
    autosize: { type: 'none' },
    config,
    params: [
      { name: 'from', value: -5 },
      { name: 'to', value: 5 },
      { name: 'bottom', value: -3.5 },
      { name: 'top', value: 3.5 },
    ],
    layer: [
      {
        name: 'truth',
        data: { name: 'line' },
        mark: { type: 'line', stroke: ink, strokeWidth: 1.5, strokeDash: [6, 4] },
        encoding: { x: x('mean'), y: y('u') },
      },
      {
        ...rows,
        name: 'ignored',
        mark: { type: 'rule', stroke: ink, strokeWidth: 1.1, opacity: 0.45 },
        encoding: { x: x('low'), x2: { field: 'high' }, y: y('u') },
      },
      {
        ...rows,
        name: 'intervals',
        mark: { type: 'rule', stroke: estimate, strokeWidth: 1.6, strokeDash: [1.5, 3] },
        encoding: { x: x('mean'), y: y('lower'), y2: { field: 'upper' } },
      },
      {
        ...rows,
        name: 'estimates',
        mark: {
          type: 'point',
          shape: 'circle',
          filled: true,
          fill: estimate,
          stroke: paper,
          strokeWidth: 1,
          opacity: 1,
        },
        encoding: {
          x: x('mean'),
          y: y('u'),
          size: { field: 'area', type: 'quantitative', scale: null, legend: null },
        },
      },
      text('confound u', 'left', { value: -36 }, { value: -18 }),
      text('the group’s mean of X, taken as known by Mundlak', 'center', { value: inner / 2 }, { value: 'height' }, 38),
    ],
  };
  return { spec, width, height: height + padding.top + padding.bottom };
}

function text(
  words: string,
  align: 'left' | 'center',
  x: { readonly value: number },
  y: { readonly value: number | 'height' },
  yOffset = 0,
) {
  return {
    data: { values: [{}] },
    mark: { type: 'text' as const, align, baseline: 'alphabetic' as const, yOffset, fill: muted, text: words },
    encoding: { x, y },
  };
}

const chart: ChartDefinition = {
  name: 'group-means',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
