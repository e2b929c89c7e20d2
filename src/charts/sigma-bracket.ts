// Chart: the population of tanks in log-odds, with sigma as a bracket across it: how far a tank typically lies from the middle.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { logOddsRuler } from './log-odds-ruler';
import { config, muted, population } from './style';
import type { Layer } from './tank-frame';

const domain = [-4, 7] as const;
const padding = { left: 22, right: 22, top: 24, bottom: 78 };
const height = 130;

const along = (field: string) => ({
  field,
  type: 'quantitative' as const,
  scale: { domain: [...domain], nice: false },
  axis: {
    values: [-4, -2, 0, 2, 4, 6],
    grid: false,
    ticks: true,
    tickColor: muted,
    labelFlush: false,
    labelExpr: "replace(format(datum.value, 'd'), '-', '\u2212')",
  },
});
const up = { field: 'height', type: 'quantitative' as const, axis: null, scale: { domain: [0, 1], nice: false } };

function layers(width: number): Layer[] {
  return [
    {
      name: 'population',
      data: { name: 'population' },
      mark: {
        type: 'area',
        fill: population,
        fillOpacity: 0.16,
        stroke: population,
        strokeWidth: 2,
        line: false,
        clip: true,
      },
      encoding: { x: along('x'), y: { ...up, stack: null } },
    },
    {
      name: 'middle',
      data: { name: 'middle' },
      mark: { type: 'rule', stroke: population, strokeWidth: 1.25 },
      encoding: { x: along('at'), y: { value: 0 }, y2: { value: 'height' } },
    },
    {
      name: 'middleLabel',
      data: { name: 'middle' },
      mark: { type: 'text', align: 'right', baseline: 'alphabetic', xOffset: -6, fill: population, text: 'middle' },
      encoding: { x: along('at'), y: { value: -6 } },
    },
    {
      name: 'doubt',
      data: { name: 'doubt' },
      mark: { type: 'rule', stroke: population, strokeWidth: 7, strokeOpacity: 0.35, strokeCap: 'round' },
      encoding: { x: along('from'), x2: { field: 'to' }, y: up },
    },
    {
      name: 'bracket',
      data: { name: 'bracket' },
      mark: { type: 'rule', stroke: population, strokeWidth: 2.5 },
      encoding: { x: along('from'), x2: { field: 'to' }, y: up },
    },
    {
      name: 'ends',
      data: { name: 'ends' },
      mark: { type: 'rule', stroke: population, strokeWidth: 2.5, yOffset: -8, y2Offset: 8 },
      encoding: { x: along('at'), y: up, y2: { field: 'height' } },
    },
    {
      name: 'bracketLabel',
      data: { name: 'bracket' },
      mark: { type: 'text', align: 'left', baseline: 'alphabetic', yOffset: -12, xOffset: 8, fill: population },
      encoding: { x: along('to'), y: up, text: { field: 'text', type: 'nominal' } },
    },
    ...logOddsRuler({ domain: [...domain], side: 'bottom', length: width, offset: 30 }),
    {
      data: { values: [{}] },
      mark: {
        type: 'text',
        align: 'left',
        baseline: 'alphabetic',
        text: 'a tank’s log-odds, and its survival',
        fill: muted,
      },
      encoding: { x: { value: 0 }, y: { value: height + 72 } },
    },
  ];
}

function drawing(layout: LayoutName): Drawing<TopLevelSpec> {
  const total = layoutWidth[layout];
  const width = total - padding.left - padding.right;
  const spec: TopLevelSpec = { width, height, padding, autosize: { type: 'none' }, config, layer: layers(width) };
  return { spec, width: total, height: height + padding.top + padding.bottom };
}

/** Data sets: `population`, `bracket`, `ends`, `doubt`, `middle` (bracketRows). */
const chart: ChartDefinition = {
  name: 'sigma-bracket',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
