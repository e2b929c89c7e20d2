// Chart: the funnel, a point a draw, the logarithm of sigma against how far a tank lies from the middle, with crosses for draws whose path broke off.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { config, estimate, muted } from './style';

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

const heights: Readonly<Record<LayoutName, number>> = { narrow: 270, medium: 300, wide: 320 };
const padding = { left: 44, right: 14, top: 30, bottom: 48 };

/** Both panels of a figure share the heights; below this neck nothing is told apart. */
const lowest = -6;
const highest = 2;

const inside = `datum.x >= from && datum.x <= to && datum.logSigma >= ${lowest} && datum.logSigma <= ${highest}`;

function drawing(layout: LayoutName): Drawing<TopLevelSpec> {
  const width = layoutWidth[layout];
  const height = heights[layout];
  const inner = width - padding.left - padding.right;
  const x = {
    field: 'x',
    type: 'quantitative' as const,
    axis: { tickCount: 6, ticks: true, tickColor: muted, labelFlush: false },
    scale: { domain: [{ expr: 'from' }, { expr: 'to' }], nice: false, zero: false },
  };
  const y = {
    field: 'logSigma',
    type: 'quantitative' as const,
    axis: { values: [-6, -4, -2, 0, 2] },
    scale: { domain: [lowest, highest], nice: false, zero: false },
  };
  const spec: TopLevelSpec = {
    width: inner,
    height,
    padding,
    autosize: { type: 'none' },
    config,
    params: [
      { name: 'from', value: -3 },
      { name: 'to', value: 3 },
      { name: 'axisTitle', value: '' },
    ],
    layer: [
      {
        name: 'draws',
        data: { name: 'draws' },
        transform: [{ filter: inside }],
        mark: { type: 'point', shape: 'circle', filled: true, fill: estimate, opacity: 0.4, size: 16 },
        encoding: { x, y },
      },
      {
        name: 'broke',
        data: { name: 'broke' },
        transform: [{ filter: inside }],
        mark: {
          type: 'point',
          shape: 'M-0.6,-0.6L0.6,0.6M0.6,-0.6L-0.6,0.6',
          filled: false,
          stroke: 'var(--wrong)',
          strokeWidth: 1.5,
          opacity: 0.9,
          size: 44,
        },
        encoding: { x, y },
      },
      text('log σ', 'left', { value: -38 }, -14),
      {
        data: { values: [{}] },
        mark: {
          type: 'text',
          align: 'center',
          baseline: 'alphabetic',
          yOffset: 38,
          fill: muted,
          text: { expr: 'axisTitle' },
        },
        encoding: { x: { value: inner / 2 }, y: { value: 'height' } },
      },
    ],
  };
  return { spec, width, height: height + padding.top + padding.bottom };
}

function text(words: string, align: 'left' | 'center', x: { readonly value: number }, y: number): Layer {
  return {
    data: { values: [{}] },
    mark: { type: 'text', align, baseline: 'alphabetic', fill: muted, text: words },
    encoding: { x, y: { value: y } },
  };
}

/** Data sets: `draws` and `broke` (x, logSigma). Params: `from` and `to`, the ends of the horizontal axis, and `axisTitle`. */
const chart: ChartDefinition = {
  name: 'funnel',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
