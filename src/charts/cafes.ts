// Chart: two robots side by side, one with memory and one without: what each believes of five cafés and of one it has never seen.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { config, estimate, ink, muted, paper, population } from './style';

type UnitOrLayer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];
type Panel = 'memory' | 'amnesia';

const titles: Readonly<Record<Panel, string>> = { memory: 'With memory', amnesia: 'With amnesia' };
const longestShown = 20;
const rowHeight = 30;
/** Rows 1 to 5 are cafés; above them the never visited one with its curve. */
const domain = [-1.1, 5.6] as const;
const plotHeight = (domain[1] - domain[0]) * rowHeight;

const alongScale = { domain: [0, longestShown], nice: false, clamp: true };
const downScale = { domain: [...domain], nice: false, reverse: true };

function along(field: string, labelled = false) {
  const axis = {
    values: [0, 5, 10, 15, 20],
    labelExpr: labelled ? "datum.value === 20 ? '20 min' : datum.value" : 'datum.value',
    ticks: true,
    tickColor: muted,
    labelFlush: false,
  };
  return { field, type: 'quantitative' as const, scale: alongScale, axis };
}

function down(field: string, labelled: boolean) {
  const labelExpr = "datum.value === 0 ? 'a new one' : 'café ' + datum.value";
  const axis = labelled ? { values: [0, 1, 2, 3, 4, 5], labelExpr, grid: false } : null;
  return { field, type: 'quantitative' as const, scale: downScale, axis };
}

function panelLayers(panel: Panel, labelled: boolean): UnitOrLayer[] {
  const of = (data: string) => ({
    data: { name: data },
    transform: [{ filter: `datum.panel === '${panel}' || datum.panel === 'both'` }],
  });
  const named = (name: string) => `${name}-${panel}`;
  const colour = { condition: { test: 'datum.row === 0', value: population }, value: estimate };
  return [
    {
      data: { values: [{}] },
      mark: { type: 'text', align: 'left', baseline: 'bottom', fontWeight: 600, text: titles[panel], fill: ink },
      encoding: { x: { value: 0 }, y: { value: -8 } },
    },
    {
      name: named('population'),
      ...of('curves'),
      mark: { type: 'area', fill: population, fillOpacity: 0.16, stroke: population, strokeWidth: 2, line: false },
      encoding: {
        x: along('minutes', true),
        y: { ...down('top', labelled), stack: null },
        y2: { field: 'base' },
      },
    },
    {
      name: named('intervals'),
      ...of('beliefs'),
      mark: { type: 'rule', strokeWidth: 6, strokeCap: 'round', opacity: 0.3 },
      encoding: {
        key: { field: 'row' },
        x: along('lower', true),
        x2: { field: 'upper' },
        y: down('row', labelled),
        stroke: colour,
      },
    },
    {
      name: named('visits'),
      ...of('visits'),
      mark: { type: 'point', shape: 'circle', filled: false, stroke: ink, fill: paper, opacity: 1 },
      encoding: {
        x: along('minutes', true),
        y: down('row', labelled),
        size: { value: 60 },
        strokeWidth: { condition: { test: 'datum.latest', value: 2.75 }, value: 1.25 },
      },
    },
    {
      name: named('estimates'),
      ...of('beliefs'),
      mark: { type: 'point', shape: 'circle', filled: true, size: 64, opacity: 1 },
      encoding: { key: { field: 'row' }, x: along('median', true), y: down('row', labelled), fill: colour },
    },
  ];
}

function axisTitle(plotWidth: number): UnitOrLayer {
  return {
    data: { values: [{}] },
    mark: {
      type: 'text',
      align: 'center',
      baseline: 'alphabetic',
      fill: muted,
      yOffset: 42,
      text: 'minutes a coffee takes',
    },
    encoding: { x: { value: plotWidth / 2 }, y: { value: 'height' } },
  };
}

const labels = 74;

function beside(layout: 'medium' | 'wide'): Drawing<TopLevelSpec> {
  const width = layoutWidth[layout];
  const spacing = 28;
  const padding = { left: labels, right: 30, top: 30, bottom: 52 };
  const plotWidth = Math.floor((width - padding.left - padding.right - spacing) / 2);
  const spec: TopLevelSpec = {
    padding,
    autosize: { type: 'none' },
    bounds: 'flush',
    spacing,
    config,
    hconcat: (['memory', 'amnesia'] as const).map((panel, k) => ({
      width: plotWidth,
      height: plotHeight,
      layer: [...panelLayers(panel, k === 0), axisTitle(plotWidth)],
    })),
  };
  return { spec, width, height: plotHeight + padding.top + padding.bottom };
}

function stacked(): Drawing<TopLevelSpec> {
  const width = layoutWidth.narrow;
  const spacing = 62;
  const padding = { left: labels, right: 26, top: 30, bottom: 52 };
  const plotWidth = width - padding.left - padding.right;
  const spec: TopLevelSpec = {
    padding,
    autosize: { type: 'none' },
    bounds: 'flush',
    spacing,
    config,
    vconcat: (['memory', 'amnesia'] as const).map((panel, k) => ({
      width: plotWidth,
      height: plotHeight,
      layer: [...panelLayers(panel, true), ...(k === 1 ? [axisTitle(plotWidth)] : [])],
    })),
  };
  return { spec, width, height: 2 * plotHeight + spacing + padding.top + padding.bottom };
}

const drawings: Readonly<Record<LayoutName, Drawing<TopLevelSpec>>> = {
  narrow: stacked(),
  medium: beside('medium'),
  wide: beside('wide'),
};

/** Data sets: `beliefs`, `curves`, `visits` (cafe-rows). */
const chart: ChartDefinition = { name: 'cafes', layouts: drawings };

export default chart;
