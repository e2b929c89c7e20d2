// What the charts of the lab's results share: axes whose ends are params, titles at fixed places, the shades of chains.
import type { TopLevelSpec } from 'vega-lite';
import { layoutNames, layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { config, estimate, ink, muted } from './style';
import type { Layer } from './tank-frame';

/** Any scale of numbers in seven characters. */
const format = '.4~g';

/** Horizontal place: from the param `from` to the param `to`. */
export function across(field: string, ticks: number) {
  return {
    field,
    type: 'quantitative' as const,
    scale: { domain: [{ expr: 'from' }, { expr: 'to' }], nice: false, zero: false },
    axis: { tickCount: ticks, format, grid: false, ticks: true, tickColor: muted, labelFlush: false },
  };
}

/** Vertical place: from the param `bottom` to the param `top`. */
export function upward(field: string, ticks: number) {
  return {
    field,
    type: 'quantitative' as const,
    stack: null,
    scale: { domain: [{ expr: 'bottom' }, { expr: 'top' }], nice: false, zero: false },
    axis: { tickCount: ticks, format },
  };
}

const last = 8;
const shades = [estimate, ink, muted, 'var(--control)'];

/** Stroke of a chain by its number in the field `chain`: not the hues that mean something elsewhere. */
export const byChain = {
  stroke: {
    field: 'chain',
    type: 'nominal',
    legend: null,
    scale: {
      domain: Array.from({ length: last }, (_, k) => k + 1),
      range: Array.from({ length: last }, (_, k) => shades[k % shades.length]),
    },
  },
} as const;

/** What the param of this name says, at a fixed place. */
export function titleLayer(
  param: string,
  place: {
    readonly x: number;
    readonly y: number | 'height';
    readonly dy?: number;
    readonly align?: 'left' | 'center';
  },
  fill: string = muted,
): Layer {
  const { x, y, dy = 0, align = 'left' } = place;
  return {
    data: { values: [{}] },
    mark: { type: 'text', align, baseline: 'alphabetic', fill, yOffset: dy, text: { expr: param } },
    encoding: { x: { value: x }, y: { value: y } },
  };
}

export const floor: Layer = {
  data: { values: [{}] },
  mark: { type: 'rule', stroke: muted },
  encoding: { x: { value: 0 }, x2: { value: 'width' }, y: { value: 'height' } },
};

export interface Padding {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Plot {
  readonly padding: Padding;
  readonly height: number;
  /** Names and first values of the params. */
  readonly params: Readonly<Record<string, number | string>>;
  readonly layers: readonly Layer[];
}

/** A chart whose three drawings are made by one function of the layout. */
export function chartOf(name: string, plot: (layout: LayoutName) => Plot): ChartDefinition {
  const [narrow, medium, wide] = layoutNames.map((layout): Drawing<TopLevelSpec> => {
    const { padding, height, params, layers } = plot(layout);
    const spec: TopLevelSpec = {
      width: innerWidth(layout, padding),
      height,
      padding: { ...padding },
      autosize: { type: 'none' },
      config,
      params: Object.entries(params).map(([param, value]) => ({ name: param, value })),
      layer: [...layers],
    };
    return { spec, width: layoutWidth[layout], height: height + padding.top + padding.bottom };
  });
  return { name, layouts: { narrow, medium, wide } };
}

export function innerWidth(layout: LayoutName, { left, right }: Padding): number {
  return layoutWidth[layout] - left - right;
}

/** A cross where a trajectory diverged. */
export const cross = 'M-0.6,-0.6L0.6,0.6M0.6,-0.6L-0.6,0.6';
