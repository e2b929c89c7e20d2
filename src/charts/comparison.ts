// Chart: models compared by their scores, exact and by importance sampling: score and standard error, and the difference with its own.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { config, estimate, ink, muted, paper, rule } from './style';
import type { Layer } from './tank-frame';

const rowHeight = 40;
const methods = 2;
const models = 2;
const rows = methods * models + 1;

interface Shape {
  readonly left: number;
  readonly right: number;
}

const shapes: Readonly<Record<LayoutName, Shape>> = {
  narrow: { left: 104, right: 16 },
  medium: { left: 196, right: 24 },
  wide: { left: 236, right: 60 },
};
const top = 8;
const bottom = 50;
const domain = [-152, -104];
const ticks = [-150, -140, -130, -120, -110];

const along = {
  type: 'quantitative' as const,
  scale: { domain, nice: false },
  axis: { values: ticks, labelExpr: "replace(format(datum.value, 'd'), '-', '\u2212')", tickColor: muted },
};
const down = {
  type: 'quantitative' as const,
  scale: { domain: [-0.5, rows - 0.5], nice: false, reverse: true },
  axis: null,
};

function layers(narrow: boolean): Layer[] {
  const byName = { key: { field: 'key' } } as const;
  return [
    {
      name: 'differences',
      data: { name: 'differences' },
      mark: { type: 'rule', stroke: muted, strokeWidth: 1.25 },
      encoding: {
        ...byName,
        x: { field: 'from', ...along },
        x2: { field: 'to' },
        y: { field: 'row', ...down },
      },
    },
    {
      name: 'differenceMarks',
      data: { name: 'differences' },
      mark: { type: 'point', shape: 'triangle-up', filled: true, fill: paper, stroke: muted, opacity: 1 },
      encoding: {
        ...byName,
        x: { field: 'at', ...along },
        y: { field: 'row', ...down },
        size: { value: 56 },
      },
    },
    {
      name: 'errors',
      data: { name: 'scores' },
      mark: { type: 'rule', stroke: estimate, strokeWidth: 3, strokeCap: 'round', strokeOpacity: 0.35 },
      encoding: { ...byName, x: { field: 'from', ...along }, x2: { field: 'to' }, y: { field: 'row', ...down } },
    },
    {
      name: 'scores',
      data: { name: 'scores' },
      mark: { type: 'point', shape: 'circle', filled: true, fill: estimate, opacity: 1 },
      encoding: { ...byName, x: { field: 'elpd', ...along }, y: { field: 'row', ...down }, size: { value: 72 } },
    },
    {
      name: 'names',
      data: { name: 'scores' },
      mark: { type: 'text', align: 'left', baseline: 'middle', fill: ink },
      encoding: {
        x: { value: narrow ? -100 : -110 },
        y: { field: 'row', ...down },
        text: { field: 'name', type: 'nominal' },
      },
    },
    {
      name: 'methods',
      data: { name: 'methods' },
      mark: { type: 'text', align: 'left', baseline: 'middle', fontWeight: 600, yOffset: narrow ? -18 : 0 },
      encoding: {
        x: { value: narrow ? -100 : -190 },
        y: { field: 'row', ...down },
        text: { field: 'method', type: 'nominal' },
      },
    },
    {
      name: 'between',
      data: { values: [{ row: 2 }] },
      mark: { type: 'rule', stroke: rule },
      encoding: { x: { value: narrow ? -100 : -190 }, x2: { value: 'width' }, y: { field: 'row', ...down } },
    },
    {
      data: { values: [{}] },
      mark: {
        type: 'text',
        align: 'right',
        baseline: 'alphabetic',
        yOffset: 42,
        fill: muted,
        text: 'score (elpd), higher is better \u2192',
      },
      encoding: { x: { value: 'width' }, y: { value: 'height' } },
    },
  ];
}

function drawing(layout: LayoutName): Drawing<TopLevelSpec> {
  const { left, right } = shapes[layout];
  const width = layoutWidth[layout];
  const height = rows * rowHeight;
  const spec: TopLevelSpec = {
    width: width - left - right,
    height,
    padding: { left, right, top, bottom },
    autosize: { type: 'none' },
    config,
    layer: layers(layout === 'narrow'),
  };
  return { spec, width, height: height + top + bottom };
}

/**
 * Data sets (comparisonRows): `scores`, a row a method and model; `differences`, the worse model's distance to the better one;
 * `methods`.
 */
const chart: ChartDefinition = {
  name: 'comparison',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
