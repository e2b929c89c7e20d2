// Chart: two quantities that the data cannot tell apart, a point a draw.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { looks } from './looks';
import { config, muted } from './style';

const heights: Readonly<Record<LayoutName, number>> = { narrow: 250, medium: 280, wide: 300 };
const padding = { left: 44, right: 16, top: 34, bottom: 48 };

function drawing(layout: LayoutName): Drawing<TopLevelSpec> {
  const width = layoutWidth[layout];
  const height = heights[layout];
  const inner = width - padding.left - padding.right;
  const axis = { tickCount: 6, ticks: true, tickColor: muted, labelFlush: false };
  const scale = { nice: false, zero: false };
  const spec: TopLevelSpec = {
    width: inner,
    height,
    padding,
    autosize: { type: 'none' },
    config,
    params: [
      { name: 'from', value: -4 },
      { name: 'to', value: 4 },
      { name: 'bottom', value: -6 },
      { name: 'top', value: 6 },
    ],
    layer: [
      {
        name: 'draws',
        data: { name: 'draws' },
        transform: [{ filter: 'datum.x >= from && datum.x <= to && datum.y >= bottom && datum.y <= top' }],
        mark: { type: 'point', shape: 'circle', filled: true, fill: looks.none.colour, opacity: 0.4, size: 16 },
        encoding: {
          x: { field: 'x', type: 'quantitative', axis, scale: { ...scale, domain: { expr: '[from, to]' } } },
          y: { field: 'y', type: 'quantitative', axis, scale: { ...scale, domain: { expr: '[bottom, top]' } } },
        },
      },
      text('slope of the groups’ intercepts on Z', 'left', { value: -36 }, { value: -18 }),
      text('effect of Z on Y, a point a draw', 'center', { value: inner / 2 }, { value: height + 38 }),
    ],
  };
  return { spec, width, height: height + padding.top + padding.bottom };
}

function text(words: string, align: 'left' | 'center', x: { readonly value: number }, y: { readonly value: number }) {
  return {
    data: { values: [{}] },
    mark: { type: 'text' as const, align, baseline: 'alphabetic' as const, fill: muted, text: words },
    encoding: { x, y },
  };
}

/** Data set: `draws` (x, y). Params: the ends of both axes. */
const chart: ChartDefinition = {
  name: 'ridge',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
