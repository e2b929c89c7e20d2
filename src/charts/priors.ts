// Chart: the priors of sigma, of the population's middle and of a tank, in log-odds and in percent.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { logOddsRuler } from './log-odds-ruler';
import { logOddsDomain, sigmaDomain } from './prior-rows';
import { config, estimate, ink, labelSize, muted, percentLabel, population, rule } from './style';
import type { Layer } from './tank-frame';

interface Panel {
  readonly name: 'sigma' | 'middle' | 'tank' | 'survival';
  readonly title: string;
  readonly colour: string;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly unit: string;
}

const logOdds = { domain: logOddsDomain, ticks: [-8, -4, 0, 4, 8], unit: 'log-odds' } as const;
const panels: readonly Panel[] = [
  {
    name: 'sigma',
    title: 'σ, how much tanks differ',
    colour: population,
    domain: sigmaDomain,
    ticks: [0, 2, 4, 6],
    unit: 'log-odds',
  },
  { name: 'middle', title: 'the population’s middle', colour: population, ...logOdds },
  { name: 'tank', title: 'a tank’s α', colour: estimate, ...logOdds },
  {
    name: 'survival',
    title: 'a tank’s survival',
    colour: estimate,
    domain: [0, 1],
    ticks: [0, 0.25, 0.5, 0.75, 1],
    unit: '',
  },
];

const panelHeight = 112;
const padding = { left: 26, right: 26, top: 30, bottom: 74 };
const gap = 44;
const rowGap = 96;
const labels = "replace(format(datum.value, 'd'), '-', '\u2212')";

function layers(panel: Panel, width: number): Layer[] {
  const { name, colour, domain, ticks } = panel;
  const x = {
    field: 'x',
    type: 'quantitative' as const,
    scale: { domain: [...domain], nice: false },
    axis: {
      values: [...ticks],
      grid: false,
      ticks: true,
      tickColor: muted,
      labelFlush: false,
      labelExpr: name === 'survival' ? percentLabel : labels,
      // Four panels in a row leave no room for all percents.
      ...(name === 'survival' ? { values: width < 170 ? [0, 0.5, 1] : [...ticks] } : {}),
    },
  };
  const y = (field: string) => ({
    field,
    type: 'quantitative' as const,
    axis: null,
    scale: { domain: [0, 1], nice: false },
  });
  return [
    {
      name: `${name}-area`,
      data: { name },
      mark: { type: 'area', fill: colour, fillOpacity: 0.16, stroke: colour, strokeWidth: 2, line: false, clip: true },
      encoding: { x, y: { ...y('height'), stack: null } },
    },
    {
      name: `${name}-floor`,
      data: { values: [{}] },
      mark: { type: 'rule', stroke: muted },
      encoding: { x: { value: 0 }, x2: { value: 'width' }, y: { value: 'height' } },
    },
    text(panel.title, { x: 0, y: -12 }, ink),
    ...(name === 'tank' ? overlay(x, y('normal'), y('height'), width) : []),
    ...(domain === logOddsDomain
      ? logOddsRuler({ domain: logOddsDomain, side: 'bottom', length: width, offset: 30 })
      : [text(panel.unit, { x: 0, y: 'height' }, muted, 40)]),
  ];
}

type Channel = Record<string, unknown>;

/** The normal of equal variance as a thin line, and the powers of ten of the log scale. */
function overlay(x: Channel, normal: Channel, height: Channel, width: number): Layer[] {
  return [
    {
      name: 'normal',
      data: { name: 'tank' },
      mark: { type: 'line', stroke: ink, strokeWidth: 1.25, clip: true },
      encoding: { x, y: normal },
    },
    {
      name: 'decades',
      data: { name: 'decades' },
      mark: { type: 'rule', stroke: rule },
      encoding: { x: { value: 0 }, x2: { value: 'width' }, y: height },
    },
    {
      name: 'decadeLabels',
      data: { name: 'decades' },
      mark: { type: 'text', align: 'center', baseline: 'bottom', fill: muted, fontSize: labelSize - 2, yOffset: -1 },
      encoding: { x: { value: width / 2 }, y: height, text: { field: 'label', type: 'nominal' } },
    },
  ];
}

interface Place {
  readonly x: number;
  readonly y: number | 'height';
}

function text(words: string, at: Place, fill: string, yOffset = 0): Layer {
  return {
    data: { values: [{}] },
    mark: { type: 'text', align: 'left', baseline: 'alphabetic', yOffset, text: words, fill },
    encoding: { x: { value: at.x }, y: { value: at.y } },
  };
}

function drawing(layout: LayoutName, columns: number): Drawing<TopLevelSpec> {
  const total = layoutWidth[layout];
  const width = Math.floor((total - padding.left - padding.right - (columns - 1) * gap) / columns);
  const rows = panels.length / columns;
  const spec: TopLevelSpec = {
    padding,
    autosize: { type: 'none' },
    bounds: 'flush',
    spacing: { row: rowGap, column: gap },
    columns,
    config,
    concat: panels.map((panel) => ({ width, height: panelHeight, layer: layers(panel, width) })),
  };
  const height = rows * panelHeight + (rows - 1) * rowGap + padding.top + padding.bottom;
  return { spec, width: total, height };
}

/** Data sets: `sigma`, `middle`, `tank`, `survival` and `decades` (priorRows). */
const chart: ChartDefinition = {
  name: 'priors',
  layouts: { narrow: drawing('narrow', 2), medium: drawing('medium', 2), wide: drawing('wide', 4) },
};

export default chart;
