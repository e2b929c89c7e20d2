// Chart: how many percentage points each tank moved against its raw proportion, a line a density.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { config, estimate, ink, muted, percentLabel, population } from './style';
import { mostPoints } from './who-moves-rows';

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

interface Shape {
  readonly right: number;
  readonly label: 'text' | 'shortText';
}

const shapes: Readonly<Record<LayoutName, Shape>> = {
  narrow: { right: 68, label: 'shortText' },
  medium: { right: 176, label: 'text' },
  wide: { right: 184, label: 'text' },
};
const densities = [10, 25, 35];
/** Area of a mark grows with the number of tadpoles. */
const size = {
  condition: [
    { test: 'datum.density === 10', value: 30 },
    { test: 'datum.density === 25', value: 64 },
  ],
  value: 100,
};
const height = 260;
const left = 40;
const [top, bottom] = [52, 48];

const across = {
  type: 'quantitative' as const,
  scale: { domain: [0, 1.02], nice: false },
  axis: { values: [0, 0.25, 0.5, 0.75, 1], labelExpr: percentLabel, grid: false, ticks: true, tickColor: muted },
};
const up = {
  type: 'quantitative' as const,
  scale: { domain: [0, mostPoints], nice: false },
  axis: { values: [0, 2, 4, 6, 8], format: 'd' },
};

function layers({ label }: Shape): Layer[] {
  const at = { x: { field: 'raw', ...across }, y: { field: 'points', ...up } } as const;
  return [
    {
      name: 'typical',
      data: { name: 'typical' },
      mark: { type: 'rule', stroke: population, strokeWidth: 1.5 },
      encoding: { x: at.x, y: { value: -4 }, y2: { value: 'height' } },
    },
    {
      name: 'typicalLabel',
      data: { name: 'typical' },
      mark: { type: 'text', align: 'center', baseline: 'bottom', yOffset: -7, fill: population },
      encoding: { x: at.x, y: { value: 0 }, text: { field: 'text', type: 'nominal' } },
    },
    ...densities.map((density): Layer => ({
      name: `line-${density}`,
      data: { name: 'lines' },
      transform: [{ filter: `datum.density === ${density}` }],
      mark: { type: 'line', stroke: estimate, strokeWidth: 1, strokeOpacity: 0.6, interpolate: 'linear' },
      encoding: at,
    })),
    {
      name: 'moves',
      data: { name: 'moves' },
      mark: { type: 'point', shape: 'circle', filled: true, fill: estimate, opacity: 1 },
      encoding: { ...at, size },
    },
    {
      name: 'pointed',
      data: { name: 'moves' },
      transform: [{ filter: 'datum.tank === highlight' }],
      mark: { type: 'point', shape: 'circle', filled: false, stroke: ink, strokeWidth: 1.5, opacity: 1 },
      encoding: { ...at, size: { value: 180 } },
    },
    {
      name: 'leaders',
      data: { name: 'ends' },
      mark: { type: 'rule', stroke: muted, strokeWidth: 1, xOffset: 0, x2Offset: 10 },
      encoding: { x: { value: 'width' }, x2: { value: 'width' }, y: at.y, y2: { field: 'label' } },
    },
    {
      name: 'ends',
      data: { name: 'ends' },
      mark: { type: 'text', align: 'left', baseline: 'middle', xOffset: 14, fill: estimate },
      encoding: { x: { value: 'width' }, y: { field: 'label', ...up }, text: { field: label, type: 'nominal' } },
    },
    {
      data: { values: [{}] },
      mark: { type: 'text', align: 'left', baseline: 'alphabetic', fill: muted, text: 'moved, percentage points' },
      encoding: { x: { value: 4 - left }, y: { value: -34 } },
    },
    {
      data: { values: [{}] },
      mark: {
        type: 'text',
        align: 'center',
        baseline: 'alphabetic',
        yOffset: 40,
        fill: muted,
        text: 'raw proportion that survived',
      },
      encoding: { x: { datum: 0.5, type: 'quantitative' }, y: { value: 'height' } },
    },
  ];
}

function drawing(layout: LayoutName): Drawing<TopLevelSpec> {
  const shape = shapes[layout];
  const width = layoutWidth[layout];
  const spec: TopLevelSpec = {
    width: width - left - shape.right,
    height,
    padding: { left, right: shape.right, top, bottom },
    autosize: { type: 'none' },
    config,
    params: [{ name: 'highlight', value: 0 }],
    layer: layers(shape),
  };
  return { spec, width, height: height + top + bottom };
}

/** Data sets: those of `whoMovesData`. Param: `highlight`, a tank's number or 0. */
const chart: ChartDefinition = {
  name: 'who-moves',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
