// The frame of charts with one place a group, side by side: axes, titles and layouts.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { config, muted } from './style';

type Layered = Extract<TopLevelSpec, { layer: unknown }>;
export type Layer = Layered['layer'][number];
type Params = NonNullable<Layered['params']>;

/** Groups stand at 1, 2, …, `count`, a param. */
const slots = { nice: false, domain: { expr: '[0.3, count + 0.7]' } };

export function across(field: string) {
  return { field, type: 'quantitative' as const, scale: slots, axis: null };
}

/** In place of the axis' title: beside the top of the axis, where it is read upright. */
export function panelTitle(text: string): Layer {
  return {
    data: { values: [{}] },
    mark: { type: 'text', align: 'left', baseline: 'middle', fill: muted, text },
    encoding: { x: { value: -36 }, y: { value: -18 } },
  };
}

/** Under the lowest panel. */
export function footing(text: string, below = 12): Layer {
  return {
    data: { values: [{}] },
    mark: { type: 'text', align: 'left', baseline: 'top', yOffset: below, fill: muted, text },
    encoding: { x: { value: 0 }, y: { value: 'height' } },
  };
}

export interface Panel {
  readonly height: number;
  readonly layers: readonly Layer[];
}

const padding = { left: 44, right: 12, top: 34, bottom: 36 };
const spacing = 46;

/** Panels under each other, in all three layouts. */
export function groupChart(
  name: string,
  panels: (layout: LayoutName) => readonly Panel[],
  params: Params,
): ChartDefinition {
  const drawing = (layout: LayoutName): Drawing<TopLevelSpec> => {
    const parts = panels(layout);
    const width = layoutWidth[layout] - padding.left - padding.right;
    const spec: TopLevelSpec = {
      padding,
      autosize: { type: 'none' },
      bounds: 'flush',
      spacing,
      config,
      params: [{ name: 'count', value: 30 }, ...params],
      vconcat: parts.map(({ height, layers }) => ({ width, height, layer: [...layers] })),
    };
    const inner = parts.reduce((total, { height }) => total + height, 0) + spacing * (parts.length - 1);
    return { spec, width: layoutWidth[layout], height: inner + padding.top + padding.bottom };
  };
  return {
    name,
    layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
  };
}
