// Chart: the population of tanks on the scale of survival, as a curve whose peak has height 1.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { config, ink, muted, paper, percentLabel, population } from './style';

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

const padding = { left: 20, right: 20, top: 34, bottom: 52 };
const plotHeight: Readonly<Record<LayoutName, number>> = { narrow: 130, medium: 150, wide: 160 };

const along = {
  type: 'quantitative' as const,
  scale: { domain: [0, 1], nice: false },
  axis: {
    values: [0, 0.25, 0.5, 0.75, 1],
    labelExpr: percentLabel,
    grid: false,
    ticks: true,
    tickColor: muted,
    labelFlush: false,
  },
};
const up = { type: 'quantitative' as const, scale: { domain: [0, 1], nice: false }, axis: null };

/** The curve, the tanks' own proportions as a hollow rug under it, and labelled verticals. */
function layers(): Layer[] {
  return [
    {
      name: 'population',
      data: { name: 'curve' },
      mark: { type: 'area', fill: population, fillOpacity: 0.16, stroke: population, strokeWidth: 2, line: false },
      encoding: { x: { field: 'p', ...along }, y: { field: 'height', ...up, stack: null } },
    },
    {
      name: 'verticals',
      data: { name: 'verticals' },
      mark: { type: 'rule', stroke: population, strokeWidth: 1.25 },
      encoding: { x: { field: 'value', ...along }, y: { value: -6 }, y2: { value: 'height' } },
    },
    verticalLabels('before', 'right'),
    verticalLabels('after', 'left'),
    {
      name: 'rug',
      data: { name: 'tanks' },
      mark: { type: 'point', shape: 'circle', filled: false, stroke: ink, fill: paper, strokeWidth: 1, opacity: 0.75 },
      encoding: { x: { field: 'raw', ...along }, y: { value: 'height' }, size: { value: 30 } },
    },
    {
      data: { values: [{}] },
      mark: {
        type: 'text',
        align: 'center',
        baseline: 'alphabetic',
        yOffset: 44,
        fill: muted,
        text: 'a tank’s survival',
      },
      encoding: { x: { datum: 0.5, type: 'quantitative' }, y: { value: 'height' } },
    },
  ];
}

function verticalLabels(side: 'before' | 'after', align: 'left' | 'right'): Layer {
  return {
    name: `labels-${side}`,
    data: { name: 'verticals' },
    transform: [{ filter: `datum.side === '${side}'` }],
    mark: { type: 'text', align, baseline: 'bottom', fill: population },
    encoding: { x: { field: 'label', ...along }, y: { value: -10 }, text: { field: 'text', type: 'nominal' } },
  };
}

function drawing(name: LayoutName): Drawing<TopLevelSpec> {
  const width = layoutWidth[name];
  const height = plotHeight[name];
  const spec: TopLevelSpec = {
    width: width - padding.left - padding.right,
    height,
    padding,
    autosize: { type: 'none' },
    config,
    layer: layers(),
  };
  return { spec, width, height: height + padding.top + padding.bottom };
}

/** Data sets: `curve` (curveRows), `verticals` (verticalRows), `tanks` (tankRows). */
const chart: ChartDefinition = {
  name: 'population',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
