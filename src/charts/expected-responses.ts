// Chart: one story's observed responses as hollow bars, and what two poolings expect of them.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { byLook, looks } from './looks';
import { config, ink, muted, paper } from './style';

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

const levels = [1, 2, 3, 4, 5, 6, 7];
const heights: Readonly<Record<LayoutName, number>> = { narrow: 180, medium: 200, wide: 210 };
const padding = { left: 48, right: 16, top: 42, bottom: 48 };

const along = (field: string) => ({
  field,
  type: 'quantitative' as const,
  scale: { domain: [0.5, 7.5], nice: false },
  axis: { values: levels, grid: false },
});
const up = (field: string) => ({
  field,
  type: 'quantitative' as const,
  scale: { domain: [0, 1], nice: false },
  axis: { values: [0, 0.25, 0.5, 0.75, 1], labelExpr: "round(datum.value * 100) + '\u202f%'" },
});

function layers(plotWidth: number): Layer[] {
  const entries = [
    { x: 0, look: 'none', text: 'no pooling expects' },
    { x: 148, look: 'partial', text: 'partial pooling expects' },
  ];
  const x = { field: 'x', type: 'quantitative', axis: null, scale: null } as const;
  return [
    {
      data: { values: entries },
      mark: { type: 'point', filled: true, opacity: 1, size: 64 },
      encoding: { x, y: { value: -24 }, shape: byLook.shape, fill: byLook.colour },
    },
    {
      data: { values: entries },
      mark: { type: 'text', align: 'left', baseline: 'middle', xOffset: 9, fill: muted },
      encoding: { x, y: { value: -24 }, text: { field: 'text', type: 'nominal' } },
    },
    {
      name: 'bars',
      data: { name: 'observed' },
      transform: [
        { calculate: 'datum.response - 0.36', as: 'from' },
        { calculate: 'datum.response + 0.36', as: 'to' },
      ],
      mark: { type: 'rect', fill: paper, stroke: ink, strokeWidth: 1.25 },
      encoding: { x: along('from'), x2: { field: 'to' }, y: up('share'), y2: { datum: 0 } },
    },
    way('none'),
    way('partial'),
    {
      name: 'expected',
      data: { name: 'expected' },
      mark: { type: 'point', filled: true, opacity: 1, size: 72 },
      encoding: { x: along('x'), y: up('share'), shape: byLook.shape, fill: byLook.colour },
    },
    {
      data: { values: [{}] },
      mark: { type: 'text', align: 'center', baseline: 'alphabetic', yOffset: 40, fill: muted, text: 'response' },
      encoding: { x: { value: plotWidth / 2 }, y: { value: 'height' } },
    },
  ];
}

/** Between the marks of one pooling. */
function way(look: 'none' | 'partial'): Layer {
  return {
    name: `ways-${look}`,
    data: { name: 'expected' },
    transform: [{ filter: `datum.look === '${look}'` }],
    mark: { type: 'line', strokeWidth: 1.5, opacity: 0.6, stroke: looks[look].colour },
    encoding: { x: along('x'), y: up('share') },
  };
}

function drawing(name: LayoutName): Drawing<TopLevelSpec> {
  const width = layoutWidth[name];
  const height = heights[name];
  const plotWidth = width - padding.left - padding.right;
  const spec: TopLevelSpec = {
    width: plotWidth,
    height,
    padding,
    autosize: { type: 'none' },
    config,
    layer: layers(plotWidth),
  };
  return { spec, width, height: height + padding.top + padding.bottom };
}

/** Data sets: `observed` (response, share) and `expected` (look, x, share). */
const chart: ChartDefinition = {
  name: 'expected-responses',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
