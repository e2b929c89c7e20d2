// Chart: the average error of three poolings, a row a kind of world, with two Monte Carlo errors to either side.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { byLook } from './looks';
import { config, ink, muted, paper } from './style';

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

const rows = 4;

interface Shape {
  readonly rowHeight: number;
  readonly left: number;
  /** Where a row's label stands, as a share of its height. */
  readonly label: number;
  readonly key: number;
}

const shapes: Readonly<Record<LayoutName, Shape>> = {
  narrow: { rowHeight: 78, left: 14, label: 0.09, key: 106 },
  medium: { rowHeight: 58, left: 190, label: 0.5, key: 120 },
  wide: { rowHeight: 58, left: 240, label: 0.5, key: 130 },
};
const padding = { top: 40, right: 24, bottom: 46 };

const x = (field: string) => ({
  field,
  type: 'quantitative' as const,
  scale: { domain: [0, { expr: 'to' }], nice: false, zero: true },
  axis: { tickCount: 6, ticks: true, tickColor: muted, labelFlush: false },
});
const y = (field: string) => ({
  field,
  type: 'quantitative' as const,
  axis: null,
  scale: { domain: [0, rows], reverse: true, nice: false },
});

/** The poolings by name, over the rows. */
export function poolingKey(left: number, step: number, top: number): Layer[] {
  const entries = (
    [
      ['complete', 'complete'],
      ['none', 'no pooling'],
      ['partial', 'partial'],
    ] as const
  ).map(([look, text], k) => ({ look, text, x: left + k * step }));
  const place = { field: 'x', type: 'quantitative', axis: null, scale: null } as const;
  return [
    {
      data: { values: entries },
      mark: { type: 'point', filled: true, opacity: 1, size: 64 },
      encoding: { x: place, y: { value: top }, shape: byLook.shape, fill: byLook.colour },
    },
    {
      data: { values: entries },
      mark: { type: 'text', align: 'left', baseline: 'middle', xOffset: 10 },
      encoding: { x: place, y: { value: top }, text: { field: 'text', type: 'nominal' }, fill: byLook.colour },
    },
  ];
}

function drawing(layout: LayoutName): Drawing<TopLevelSpec> {
  const { rowHeight, left, label, key } = shapes[layout];
  const width = layoutWidth[layout];
  const height = rows * rowHeight;
  const inner = width - left - padding.right;
  const spec: TopLevelSpec = {
    width: inner,
    height,
    padding: { ...padding, left },
    autosize: { type: 'none' },
    config,
    params: [
      { name: 'to', value: 20 },
      { name: 'highlight', value: -1 },
    ],
    layer: [
      ...poolingKey(6, key, -22),
      {
        name: 'chosen',
        data: { name: 'labels' },
        transform: [
          { calculate: 'datum.row + 0.02', as: 'top' },
          { calculate: 'datum.row + 0.98', as: 'bottom' },
        ],
        mark: { type: 'rect', fill: ink, stroke: null },
        encoding: {
          x: { value: 0 },
          x2: { value: 'width' },
          y: y('top'),
          y2: { field: 'bottom' },
          fillOpacity: { condition: { test: 'datum.row === highlight', value: 0.05 }, value: 0 },
        },
      },
      {
        name: 'bars',
        data: { name: 'errors' },
        mark: { type: 'rule', strokeWidth: 2.5, opacity: 0.55 },
        encoding: { x: x('lower'), x2: { field: 'upper' }, y: y('place'), stroke: byLook.colour },
      },
      {
        name: 'errors',
        data: { name: 'errors' },
        mark: { type: 'point', filled: true, opacity: 1, stroke: paper, strokeWidth: 1, size: 80 },
        encoding: { x: x('value'), y: y('place'), shape: byLook.shape, fill: byLook.colour },
      },
      {
        name: 'labels',
        data: { name: 'labels' },
        transform: [{ calculate: `datum.row + ${label}`, as: 'place' }],
        mark: { type: 'text', align: 'left', baseline: 'middle', fill: ink },
        encoding: { x: { value: 2 - left }, y: y('place'), text: { field: 'label', type: 'nominal' } },
      },
      {
        data: { values: [{}] },
        mark: {
          type: 'text',
          align: 'center',
          baseline: 'alphabetic',
          yOffset: 40,
          fill: muted,
          text: 'average error of a unit’s survival, percentage points',
        },
        encoding: { x: { value: inner / 2 }, y: { value: 'height' } },
      },
    ],
  };
  return { spec, width, height: height + padding.top + padding.bottom };
}

/** Data sets: those of `errorRows`, four kinds. Params: `to`, the end of the axis in percentage points; `highlight`, a row or -1. */
const chart: ChartDefinition = {
  name: 'errors',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
