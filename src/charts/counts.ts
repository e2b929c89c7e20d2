// Chart: how probable each count is, as bars; one distribution, or two with the second hanging down.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { config, estimate, ink, muted, paper, predators } from './style';

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

const padding = { left: 20, right: 20, top: 26, bottom: 48 };

/**
 * Data sets: `bars` (count, probability, group) and `means` (mean, group, label). A group is `without`, `with` (drawn downwards) or
 * `difference`. Params: `from` and `to`, the ends of the axis; `top`, the largest probability; `axisTitle`.
 */
export function countsChart(name: string, sides: 'one' | 'two', plotHeight: number): ChartDefinition {
  const of = (layout: LayoutName): Drawing<TopLevelSpec> => drawing(layoutWidth[layout], sides, plotHeight);
  return { name, layouts: { narrow: of('narrow'), medium: of('medium'), wide: of('wide') } };
}

const hue = {
  condition: [
    { test: "datum.group === 'with'", value: predators },
    { test: "datum.group === 'without'", value: estimate },
  ],
  value: muted,
};

function drawing(width: number, sides: 'one' | 'two', height: number): Drawing<TopLevelSpec> {
  const plotWidth = width - padding.left - padding.right;
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    axis: { tickCount: 6, grid: false, ticks: true, tickColor: muted, labelFlush: false },
    scale: { domain: [{ expr: 'from - 0.6' }, { expr: 'to + 0.6' }], nice: false, zero: false },
  });
  const y = (field: string) => ({
    field,
    type: 'quantitative' as const,
    axis: null,
    scale: {
      domain: [sides === 'two' ? { expr: '-top' } : 0, { expr: 'top' }],
      nice: false,
      zero: false,
    },
  });
  const side = "(datum.group === 'with' ? -1 : 1)";
  const meanLine: Layer = {
    name: 'means',
    data: { name: 'means' },
    transform: [
      { calculate: `${side} * 1.04 * top`, as: 'reach' },
      { calculate: '0', as: 'base' },
    ],
    mark: { type: 'rule', strokeWidth: 1.5 },
    encoding: { x: x('mean'), y: y('base'), y2: { field: 'reach' }, stroke: { value: ink } },
  };
  /** In the corners that the bars leave free. */
  const meanLabel = (group: 'up' | 'down'): Layer => ({
    name: `labels-${group}`,
    data: { name: 'means' },
    transform: [{ filter: `datum.group ${group === 'down' ? '===' : '!=='} 'with'` }],
    mark: { type: 'text', align: sides === 'two' ? 'left' : 'right', baseline: 'middle' },
    encoding: {
      x: { value: sides === 'two' ? 0 : plotWidth },
      y: { value: group === 'down' ? height - 10 : sides === 'two' ? 10 : -12 },
      text: { field: 'label', type: 'nominal' },
      fill: hue,
    },
  });
  const spec: TopLevelSpec = {
    width: plotWidth,
    height,
    padding,
    autosize: { type: 'none' },
    config,
    params: [
      { name: 'from', value: 0 },
      { name: 'to', value: 10 },
      { name: 'top', value: 1 },
      { name: 'axisTitle', value: '' },
    ],
    layer: [
      {
        name: 'bars',
        data: { name: 'bars' },
        transform: [
          { calculate: 'datum.count - 0.42', as: 'left' },
          { calculate: 'datum.count + 0.42', as: 'right' },
          { calculate: `${side} * datum.probability`, as: 'height' },
          { calculate: '0', as: 'base' },
        ],
        mark: { type: 'rect', stroke: paper, strokeWidth: 0.5 },
        encoding: { x: x('left'), x2: { field: 'right' }, y: y('base'), y2: { field: 'height' }, fill: hue },
      },
      meanLine,
      meanLabel('up'),
      ...(sides === 'two' ? [meanLabel('down')] : []),
      {
        data: { values: [{}] },
        mark: {
          type: 'text',
          align: 'center',
          baseline: 'alphabetic',
          yOffset: 42,
          fill: muted,
          text: { expr: 'axisTitle' },
        },
        encoding: { x: { value: plotWidth / 2 }, y: { value: 'height' } },
      },
    ],
  };
  return { spec, width, height: height + padding.top + padding.bottom };
}
