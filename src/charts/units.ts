// Chart: the units of one trial in the order of their truths: true survival dashed, raw proportion hollow, estimate filled.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { config, estimate, ink, muted, paper, percentLabel } from './style';

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

const heights: Readonly<Record<LayoutName, number>> = { narrow: 190, medium: 200, wide: 210 };
const padding = { left: 50, right: 12, top: 44, bottom: 32 };

const x = (field: string) => ({
  field,
  type: 'quantitative' as const,
  scale: { domain: [0.3, { expr: 'count + 0.7' }], nice: false, zero: false },
  axis: null,
});
const y = (field: string) => ({
  field,
  type: 'quantitative' as const,
  scale: { domain: [0, 1], nice: false },
  axis: { values: [0, 0.25, 0.5, 0.75, 1], labelExpr: percentLabel },
});

const hollow = { type: 'point', filled: false, fill: paper, stroke: ink, strokeWidth: 1.25, opacity: 1 } as const;
const filled = { type: 'point', filled: true, fill: estimate, opacity: 1 } as const;
const dash = { type: 'rule' as const, stroke: ink, strokeWidth: 2, strokeDash: [4, 2] };

function key(): Layer[] {
  const word = (text: string, left: number, hue: string): Layer => ({
    data: { values: [{}] },
    mark: { type: 'text', align: 'left', baseline: 'middle', fill: hue, text },
    encoding: { x: { value: left }, y: { value: -26 } },
  });
  const at = (left: number) => ({ x: { value: left }, y: { value: -26 } });
  return [
    { data: { values: [{}] }, mark: dash, encoding: { ...at(0), x2: { value: 14 } } },
    word('truth', 20, ink),
    { data: { values: [{}] }, mark: { ...hollow, size: 50 }, encoding: at(76) },
    word('seen', 86, ink),
    { data: { values: [{}] }, mark: { ...filled, size: 50 }, encoding: at(138) },
    word('partial pooling', 148, estimate),
  ];
}

function layers(inner: number): Layer[] {
  const size = { value: { expr: 'count > 24 ? 26 : 50' } };
  const units = { data: { name: 'units' } };
  return [
    ...key(),
    {
      ...units,
      name: 'truth',
      transform: [
        { calculate: 'datum.place - 0.42', as: 'left' },
        { calculate: 'datum.place + 0.42', as: 'right' },
      ],
      mark: dash,
      encoding: { x: x('left'), x2: { field: 'right' }, y: y('truth') },
    },
    { ...units, name: 'raw', mark: hollow, encoding: { x: x('place'), y: y('raw'), size } },
    { ...units, name: 'partial', mark: filled, encoding: { x: x('place'), y: y('partial'), size } },
    {
      data: { values: [{}] },
      mark: {
        type: 'text',
        align: 'center',
        baseline: 'alphabetic',
        yOffset: 24,
        fill: muted,
        text: 'units in the study, lowest true survival first',
      },
      encoding: { x: { value: inner / 2 }, y: { value: 'height' } },
    },
  ];
}

function drawing(layout: LayoutName): Drawing<TopLevelSpec> {
  const width = layoutWidth[layout];
  const height = heights[layout];
  const inner = width - padding.left - padding.right;
  const spec: TopLevelSpec = {
    width: inner,
    height,
    padding,
    autosize: { type: 'none' },
    config,
    params: [{ name: 'count', value: 12 }],
    layer: layers(inner),
  };
  return { spec, width, height: height + padding.top + padding.bottom };
}

/** Data set: that of `unitRows`. Params: `count` of units. */
const chart: ChartDefinition = {
  name: 'units',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
