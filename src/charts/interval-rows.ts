// Chart: several posteriors compared as rows of intervals, mean marked, with their densities over them on demand.
import type { TopLevelSpec } from 'vega-lite';
import { layoutNames, layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { byLook } from './looks';
import { config, ink, muted } from './style';

type Layered = Extract<TopLevelSpec, { layer: unknown }>;
type Layer = Layered['layer'][number];

/** Where things stand within a row, as shares of its height. */
interface Shape {
  readonly rowHeight: number;
  readonly base: number;
  /** Of the tallest curve. */
  readonly curve: number;
  readonly label: number;
  /** Room for the labels left of the axis; on a phone they stand over their rows. */
  readonly left: number;
  readonly ticks: number;
}

const beside = { rowHeight: 50, base: 0.72, curve: 0.62, label: 0.72 };
const shapes: Readonly<Record<LayoutName, Shape>> = {
  narrow: { rowHeight: 62, base: 0.8, curve: 0.5, label: 0.2, left: 14, ticks: 4 },
  medium: { ...beside, left: 190, ticks: 5 },
  wide: { ...beside, left: 240, ticks: 7 },
};
const padding = { top: 26, right: 54, bottom: 46 };

/**
 * Data sets: those of `posteriorData`. Params: `from` and `to`, the ends of the axis; `axisTitle`;
 * `highlight`, the number of a row or -1. Rows can be told apart by the field `row`.
 */
export function intervalRows(count: number): ChartDefinition {
  const [narrow, medium, wide] = layoutNames.map((name) => drawing(name, count));
  return { name: `interval-rows-${count}`, layouts: { narrow, medium, wide } };
}

function drawing(name: LayoutName, count: number): Drawing<TopLevelSpec> {
  const shape = shapes[name];
  const width = layoutWidth[name];
  const height = count * shape.rowHeight;
  const spec: TopLevelSpec = {
    width: width - shape.left - padding.right,
    height,
    padding: { ...padding, left: shape.left },
    autosize: { type: 'none' },
    config,
    params: [
      { name: 'from', value: -1 },
      { name: 'to', value: 1 },
      { name: 'axisTitle', value: '' },
      { name: 'highlight', value: -1 },
    ],
    layer: [...frame(), ...curves(shape, count), ...intervals(shape, count), ...labels(shape, count), pointing(count)],
  };
  return { spec, width, height: height + padding.top + padding.bottom };

  function frame(): Layer[] {
    const x = along('x', shape.ticks);
    return [
      {
        data: { values: [{ x: 0 }] },
        transform: [{ filter: 'from < 0 && to > 0' }],
        mark: { type: 'rule', stroke: muted, strokeWidth: 1 },
        encoding: { x },
      },
      {
        data: { values: [{}] },
        mark: {
          type: 'text',
          align: 'center',
          baseline: 'alphabetic',
          yOffset: 40,
          fill: muted,
          text: { expr: 'axisTitle' },
        },
        encoding: { x: { value: (width - shape.left - padding.right) / 2 }, y: { value: 'height' } },
      },
      {
        name: 'truth',
        data: { name: 'truth' },
        mark: { type: 'rule', stroke: ink, strokeWidth: 1.5, strokeDash: [6, 4] },
        encoding: { x: along('truth', shape.ticks), y: { value: -6 }, y2: { value: 'height' } },
      },
      {
        name: 'truth-label',
        data: { name: 'truth' },
        mark: { type: 'text', align: 'center', baseline: 'bottom', fill: ink },
        encoding: { x: along('truth', shape.ticks), y: { value: -9 }, text: { field: 'text', type: 'nominal' } },
      },
    ];
  }
}

function along(field: string, ticks: number) {
  return {
    field,
    type: 'quantitative' as const,
    scale: { domain: [{ expr: 'from' }, { expr: 'to' }], nice: false, zero: false },
    axis: { tickCount: ticks, ticks: true, tickColor: muted, labelFlush: false },
  };
}

/** A place in the row as a field of the data. */
function down(field: string, count: number) {
  return {
    field,
    type: 'quantitative' as const,
    axis: null,
    scale: { domain: [0, count], reverse: true, nice: false },
  };
}

const byRow = { key: { field: 'row' } } as const;
const thickness = { condition: { test: 'datum.row === highlight', value: 3.5 }, value: 2 } as const;

function curves({ base, curve, ticks }: Shape, count: number): Layer[] {
  const x = along('x', ticks);
  const y = { ...down('top', count), stack: null };
  const detail = { field: 'row', type: 'ordinal' } as const;
  const rows = {
    data: { name: 'curves' },
    transform: [
      { calculate: `datum.row + ${base}`, as: 'base' },
      { calculate: `datum.row + ${base} - ${curve} * datum.height`, as: 'top' },
    ],
  };
  return [
    {
      ...rows,
      name: 'curves',
      mark: { type: 'area', orient: 'vertical', line: false, fillOpacity: 0.2 },
      encoding: { x, y, y2: { field: 'base' }, detail, fill: byLook.colour },
    },
    {
      ...rows,
      name: 'outlines',
      mark: { type: 'line', strokeWidth: 1.25 },
      encoding: { x, y, detail, stroke: byLook.colour },
    },
  ];
}

function intervals({ base, ticks }: Shape, count: number): Layer[] {
  const y = down('base', count);
  const rows = { data: { name: 'rows' }, transform: [{ calculate: `datum.row + ${base}`, as: 'base' }] };
  return [
    {
      ...rows,
      name: 'intervals',
      mark: { type: 'rule' },
      encoding: {
        ...byRow,
        x: along('lower', ticks),
        x2: { field: 'upper' },
        y,
        stroke: byLook.colour,
        strokeDash: byLook.dash,
        strokeWidth: thickness,
      },
    },
    {
      ...rows,
      name: 'halves',
      mark: { type: 'rule', strokeWidth: 6, strokeCap: 'butt' },
      encoding: { ...byRow, x: along('innerLower', ticks), x2: { field: 'innerUpper' }, y, stroke: byLook.colour },
    },
    {
      ...rows,
      name: 'estimates',
      transform: [{ filter: 'datum.meanShown' }, ...rows.transform],
      mark: { type: 'point', filled: true, stroke: 'var(--paper)', strokeWidth: 1.5, opacity: 1 },
      encoding: {
        ...byRow,
        x: along('mean', ticks),
        y,
        fill: byLook.colour,
        shape: byLook.shape,
        size: { value: 120 },
      },
    },
  ];
}

/** Names to the left, means to the right: both stand where no number can move them. */
function labels({ base, label, left }: Shape, count: number): Layer[] {
  const text = (name: 'labels' | 'means', place: number, field: string, x: number | 'width'): Layer => ({
    name,
    data: { name: 'rows' },
    transform: [{ calculate: `datum.row + ${place}`, as: 'place' }],
    mark: { type: 'text', baseline: 'middle', align: 'left', xOffset: name === 'means' ? 10 : 0 },
    encoding: {
      ...byRow,
      x: { value: x },
      y: down('place', count),
      text: { field, type: 'nominal' },
      fill: name === 'labels' ? { value: ink } : byLook.colour,
    },
  });
  const beginning = 2 - left;
  return [text('labels', label, 'label', beginning), text('means', base, 'value', 'width')];
}

function pointing(count: number): Layer {
  return {
    name: 'pointing',
    data: { name: 'rows' },
    transform: [
      { calculate: 'datum.row', as: 'rowFrom' },
      { calculate: 'datum.row + 1', as: 'rowTo' },
    ],
    mark: { type: 'rect', fill: ink, stroke: null, fillOpacity: 0 },
    encoding: {
      ...byRow,
      x: { value: 0 },
      x2: { value: 'width' },
      y: down('rowFrom', count),
      y2: { field: 'rowTo' },
    },
  };
}
