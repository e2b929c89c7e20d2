// Chart: the rank plot of one quantity, a panel a chain (Vehtari et al. 2021): level bars mean chains that mix.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { extentOf, panelsARow } from './rank-rows';
import { config, estimate, ink, muted, rule } from './style';
import type { Layer } from './tank-frame';

interface Panels {
  readonly from: 'from' | 'halfFrom';
  readonly to: 'to' | 'halfTo';
  readonly count: number;
  /** Which chains stand in this row. */
  readonly chains: string;
  /** Vega-Lite takes equal names in two rows for one thing. */
  readonly suffix: string;
}

const row: Panels = { from: 'from', to: 'to', count: panelsARow.all, chains: 'true', suffix: '' };
const phoneRows: readonly Panels[] = [
  { from: 'halfFrom', to: 'halfTo', count: panelsARow.phone, chains: 'datum.chain <= 2', suffix: '-0' },
  { from: 'halfFrom', to: 'halfTo', count: panelsARow.phone, chains: 'datum.chain > 2', suffix: '-1' },
];

const panelHeight = 84;
const rowGap = 30;
const padding = { left: 2, right: 2, top: 24, bottom: 24 };

function layers(panels: Panels): Layer[] {
  const place = (field: string) => ({
    field,
    type: 'quantitative' as const,
    axis: null,
    scale: { domain: [0, extentOf(panels.count)], nice: false },
  });
  const x = place(panels.from);
  const x2 = { field: panels.to };
  const up = (field: string) => ({
    field,
    type: 'quantitative' as const,
    axis: null,
    scale: { domain: [0, 1], nice: false },
  });
  const transform = [{ filter: panels.chains }];
  return [
    {
      name: `luck${panels.suffix}`,
      data: { name: 'chains' },
      transform,
      mark: { type: 'rect', fill: rule, fillOpacity: 0.6 },
      encoding: { x, x2, y: up('lower'), y2: { field: 'upper' } },
    },
    {
      name: `ranks${panels.suffix}`,
      data: { name: 'ranks' },
      transform,
      mark: { type: 'rect', fill: estimate, fillOpacity: 0.3, stroke: estimate, strokeWidth: 1 },
      encoding: { x, x2, y: up('height'), y2: { datum: 0 } },
    },
    {
      name: `expected${panels.suffix}`,
      data: { name: 'chains' },
      transform,
      mark: { type: 'rule', stroke: ink, strokeWidth: 1 },
      encoding: { x, x2, y: up('expected') },
    },
    {
      name: `floor${panels.suffix}`,
      data: { name: 'chains' },
      transform,
      mark: { type: 'rule', stroke: muted, strokeWidth: 1 },
      encoding: { x, x2, y: { value: 'height' } },
    },
    {
      name: `chainNames${panels.suffix}`,
      data: { name: 'chains' },
      transform,
      mark: { type: 'text', align: 'left', baseline: 'bottom', fill: muted },
      encoding: { x, y: { value: -5 }, text: { field: 'label', type: 'nominal' } },
    },
  ];
}

const axisTitle: Layer = {
  data: { values: [{}] },
  mark: {
    type: 'text',
    align: 'left',
    baseline: 'alphabetic',
    yOffset: 17,
    fill: muted,
    text: 'rank among all draws, low to high \u2192',
  },
  encoding: { x: { value: 0 }, y: { value: 'height' } },
};

function rowDrawing(layout: 'medium' | 'wide'): Drawing<TopLevelSpec> {
  const width = layoutWidth[layout];
  const spec: TopLevelSpec = {
    width: width - padding.left - padding.right,
    height: panelHeight,
    padding,
    autosize: { type: 'none' },
    config,
    layer: [...layers(row), axisTitle],
  };
  return { spec, width, height: panelHeight + padding.top + padding.bottom };
}

function phoneDrawing(): Drawing<TopLevelSpec> {
  const width = layoutWidth.narrow;
  const last = phoneRows.length - 1;
  const spec: TopLevelSpec = {
    padding,
    autosize: { type: 'none' },
    bounds: 'flush',
    spacing: rowGap,
    config,
    vconcat: phoneRows.map((panels, i) => ({
      width: width - padding.left - padding.right,
      height: panelHeight,
      layer: [...layers(panels), ...(i === last ? [axisTitle] : [])],
    })),
  };
  const height = phoneRows.length * panelHeight + last * rowGap + padding.top + padding.bottom;
  return { spec, width, height };
}

const layouts: Readonly<Record<LayoutName, Drawing<TopLevelSpec>>> = {
  narrow: phoneDrawing(),
  medium: rowDrawing('medium'),
  wide: rowDrawing('wide'),
};

/** Data sets: `ranks` and `chains` (rankRows), for four chains or fewer. */
const chart: ChartDefinition = { name: 'ranks', layouts };

export default chart;
