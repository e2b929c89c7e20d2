// Chart: the Pareto k of each tank, and the threshold above which PSIS is not to be relied on.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { config, ink, muted, paper } from './style';

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

const warning = 'var(--warning)';
const padding = { left: 46, right: 24, top: 30, bottom: 34 };
const marks: Readonly<Record<LayoutName, number>> = { narrow: 5, medium: 6.5, wide: 8 };
const height = 150;

const across = { type: 'quantitative' as const, axis: null, scale: { domain: [0.2, 51.8], nice: false } };
const up = {
  type: 'quantitative' as const,
  axis: { values: [0, 0.7, 1.4], format: '.1f' },
  scale: { domain: [-0.3, 1.6], nice: false },
};

function layers(mark: number): Layer[] {
  const size = mark * mark;
  return [
    {
      name: 'threshold',
      data: { values: [{ k: 0.7 }] },
      mark: { type: 'rule', stroke: warning, strokeWidth: 1.5 },
      encoding: { y: { field: 'k', ...up } },
    },
    {
      name: 'tanks',
      data: { name: 'tanks' },
      mark: { type: 'point', filled: true, strokeWidth: 1.25, opacity: 1 },
      encoding: {
        x: { field: 'slot', ...across },
        y: { field: 'k', ...up },
        size: { value: size },
        shape: { condition: { test: 'datum.above', value: 'diamond' }, value: 'circle' },
        fill: { condition: { test: 'datum.above', value: warning }, value: paper },
        stroke: { condition: { test: 'datum.above', value: warning }, value: ink },
      },
    },
    {
      name: 'bandLabels',
      data: { name: 'bands' },
      transform: [{ calculate: '(datum.from + datum.to) / 2', as: 'centre' }],
      mark: { type: 'text', align: 'center', baseline: 'alphabetic', yOffset: 22, fill: muted },
      encoding: {
        x: { field: 'centre', ...across },
        y: { value: 'height' },
        text: { field: 'density', type: 'nominal' },
      },
    },
    {
      data: { values: [{}] },
      mark: { type: 'text', align: 'left', baseline: 'alphabetic', fill: muted, text: 'Pareto k, a mark a tank' },
      encoding: { x: { value: 4 - padding.left }, y: { value: -14 } },
    },
  ];
}

function drawing(layout: LayoutName): Drawing<TopLevelSpec> {
  const width = layoutWidth[layout];
  const spec: TopLevelSpec = {
    width: width - padding.left - padding.right,
    height,
    padding,
    autosize: { type: 'none' },
    config,
    layer: layers(marks[layout]),
  };
  return { spec, width, height: height + padding.top + padding.bottom };
}

/** Data sets: `tanks` (paretoKRows), `bands` (paretoKBands). */
const chart: ChartDefinition = {
  name: 'pareto-k',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
