// Chart: the exact score of leaving out tanks as the prior of the predators' effect widens, and where the slider stands.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { config, ink, muted, paper, population } from './style';

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

const padding = { left: 52, right: 20, top: 34, bottom: 50 };
const plotHeight: Readonly<Record<LayoutName, number>> = { narrow: 170, medium: 190, wide: 200 };
const ticks: Readonly<Record<LayoutName, readonly number[]>> = {
  narrow: [0.1, 0.2, 0.5, 1, 3],
  medium: [0.1, 0.2, 0.3, 0.5, 1, 1.5, 2, 3],
  wide: [0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 1.5, 2, 3],
};

function layers(name: LayoutName): Layer[] {
  const axis = { values: [...ticks[name]], ticks: true, tickColor: muted, grid: false, labelFlush: false };
  const x = {
    field: 'sd',
    type: 'quantitative' as const,
    axis,
    scale: { type: 'log' as const, domain: [0.1, 3], nice: false },
  };
  const y = {
    field: 'elpd',
    type: 'quantitative' as const,
    axis: { tickCount: 4 },
    scale: { domain: [-137, -111], nice: false, zero: false },
  };
  return [
    {
      data: { values: [{}] },
      mark: {
        type: 'text',
        align: 'left',
        baseline: 'middle',
        fill: muted,
        text: 'exact score of tanks left out (elpd)',
      },
      encoding: { x: { value: 6 - padding.left }, y: { value: -20 } },
    },
    {
      data: { values: [{}] },
      mark: {
        type: 'text',
        align: 'center',
        baseline: 'alphabetic',
        yOffset: 42,
        fill: muted,
        text: 'sd of the prior on the effect, log-odds',
      },
      encoding: { x: { value: (layoutWidth[name] - padding.left - padding.right) / 2 }, y: { value: 'height' } },
    },
    {
      name: 'ignorant',
      data: { name: 'without' },
      mark: { type: 'rule', stroke: muted, strokeWidth: 1.25 },
      encoding: { y },
    },
    {
      name: 'ignorant-label',
      data: { name: 'without' },
      mark: {
        type: 'text',
        align: 'right',
        baseline: 'bottom',
        fill: ink,
        yOffset: -3,
        text: 'no predators in the model',
      },
      encoding: { x: { value: 'width' }, y },
    },
    {
      name: 'here-rule',
      data: { name: 'here' },
      mark: { type: 'rule', stroke: population, strokeWidth: 1.25 },
      encoding: { x, y: { value: 0 }, y2: { value: 'height' } },
    },
    {
      name: 'score',
      data: { name: 'curve' },
      mark: { type: 'line', stroke: ink, strokeWidth: 1.5, interpolate: 'monotone' },
      encoding: { x, y },
    },
    {
      name: 'scored',
      data: { name: 'curve' },
      mark: { type: 'point', filled: false, fill: paper, stroke: ink, strokeWidth: 1.25, size: 40, opacity: 1 },
      encoding: { x, y },
    },
    {
      name: 'estimates',
      data: { name: 'here' },
      mark: { type: 'point', filled: true, fill: population, stroke: paper, shape: 'diamond', size: 150, opacity: 1 },
      encoding: { x, y },
    },
  ];
}

function drawing(name: LayoutName): Drawing<TopLevelSpec> {
  const [width, height] = [layoutWidth[name], plotHeight[name]];
  const spec: TopLevelSpec = {
    width: width - padding.left - padding.right,
    height,
    padding,
    autosize: { type: 'none' },
    config,
    layer: layers(name),
  };
  return { spec, width, height: height + padding.top + padding.bottom };
}

/** Data sets: `curve`, scored places { sd, elpd } by sd; `here`, where the slider stands, in the same fields; `without`, one { elpd }. */
const chart: ChartDefinition = {
  name: 'prior-score',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
