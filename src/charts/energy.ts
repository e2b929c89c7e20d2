// Chart: the energies of a run about their mean, filled, and their changes from draw to draw, outlined (Betancourt 2016).
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { config, estimate, ink, muted } from './style';
import type { Layer } from './tank-frame';

const padding = { left: 2, right: 2, top: 30, bottom: 40 };
const plotHeight = 110;

const unit = (field: string) => ({
  field,
  type: 'quantitative' as const,
  axis: null,
  scale: { domain: [0, 1], nice: false },
});

const layers: Layer[] = [
  {
    name: 'energies',
    data: { name: 'energies' },
    mark: { type: 'rect', fill: muted, fillOpacity: 0.35 },
    encoding: { x: unit('from'), x2: { field: 'to' }, y: unit('height'), y2: { datum: 0 } },
  },
  {
    name: 'changes',
    data: { name: 'changes' },
    mark: { type: 'line', stroke: estimate, strokeWidth: 1.75, interpolate: 'linear' },
    encoding: { x: unit('at'), y: unit('height'), order: { field: 'corner', type: 'quantitative' } },
  },
  {
    data: { values: [{}] },
    mark: { type: 'rule', stroke: muted },
    encoding: { x: { value: 0 }, x2: { value: 'width' }, y: { value: 'height' } },
  },
  {
    name: 'ticks',
    data: { name: 'ticks' },
    mark: { type: 'text', baseline: 'alphabetic', yOffset: 16, fill: muted },
    encoding: { x: unit('at'), y: { value: 'height' }, text: { field: 'text', type: 'nominal' } },
  },
  {
    data: { values: [{}] },
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'alphabetic',
      yOffset: 33,
      fill: muted,
      text: 'energy about its mean; change from one draw to the next',
    },
    encoding: { x: { value: 0 }, y: { value: 'height' } },
  },
  key('energies', 0, muted, ink),
  key('changes from draw to draw', 84, estimate, estimate),
];

/** A name with a stroke of its colour before it, at a fixed place. */
function key(text: string, x: number, stroke: string, fill: string): Layer {
  return {
    data: { values: [{}] },
    layer: [
      {
        mark: { type: 'rule', stroke, strokeWidth: 4 },
        encoding: { x: { value: x }, x2: { value: x + 14 }, y: { value: -16 } },
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'middle', fill, text },
        encoding: { x: { value: x + 20 }, y: { value: -16 } },
      },
    ],
  };
}

function drawing(name: LayoutName): Drawing<TopLevelSpec> {
  const width = layoutWidth[name];
  const spec: TopLevelSpec = {
    width: width - padding.left - padding.right,
    height: plotHeight,
    padding,
    autosize: { type: 'none' },
    config,
    layer: layers,
  };
  return { spec, width, height: plotHeight + padding.top + padding.bottom };
}

/** Data sets: `energies`, `changes`, `ticks` (energyRows). */
const chart: ChartDefinition = {
  name: 'energy',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
