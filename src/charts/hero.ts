// Chart of the front page: the shrinkage of all tanks or, on a phone, of six, with the curve of their population beside them.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing } from './definition';
import shrinkage from './shrinkage';
import { config, ink, muted, population } from './style';
import { axisTitle, pointing, share } from './tank-frame';
import type { Frame, Layer } from './tank-frame';
import { estimateMarks, intervals, lines, markKey, rawMarks, stems } from './tank-marks';

/** Six tanks in a row; to their right the curve, its base at the row's end. */
const curveBase = 7;
const curveWidth = 2.2;
const domain = [0.4, curveBase + curveWidth] as const;

const frame: Frame = {
  x: 'six',
  domain,
  sixOnly: true,
  labelField: 'label',
  textField: 'shortText',
  mark: 9,
  ticks: [0, 0.25, 0.5, 0.75, 1],
};

const padding = { left: 44, right: 92, top: 54, bottom: 46 };
const plotHeight = 290;

const across = (field: string) => ({
  field,
  type: 'quantitative' as const,
  axis: null,
  scale: { domain: [...domain], nice: false },
});

/** The population on the tanks' own axis of survival. */
const curve: Layer = {
  name: 'population',
  data: { name: 'curve' },
  transform: [{ calculate: `${curveBase} + ${curveWidth} * datum.height`, as: 'reach' }],
  mark: { type: 'line', stroke: population, strokeWidth: 2, fill: population, fillOpacity: 0.16 },
  encoding: { x: across('reach'), y: share('p', frame), order: { field: 'p', type: 'quantitative' } },
};

const densities = [
  { from: 1, to: 2, text: '10' },
  { from: 3, to: 4, text: '25' },
  { from: 5, to: 6, text: '35' },
];

const densityAxis: Layer[] = [
  {
    data: { values: densities },
    mark: { type: 'rule', stroke: ink, strokeWidth: 1, yOffset: 8 },
    encoding: { x: across('from'), x2: { field: 'to' }, y: { value: 'height' } },
  },
  {
    data: { values: densities },
    transform: [{ calculate: '(datum.from + datum.to) / 2', as: 'centre' }],
    mark: { type: 'text', align: 'center', baseline: 'alphabetic', yOffset: 25 },
    encoding: { x: across('centre'), y: { value: 'height' }, text: { field: 'text', type: 'nominal' } },
  },
  caption('tadpoles a tank', 3.5, muted),
  caption('population', curveBase + curveWidth / 2, population),
];

function caption(text: string, centre: number, fill: string): Layer {
  return {
    data: { values: [{ centre }] },
    mark: { type: 'text', align: 'center', baseline: 'alphabetic', yOffset: 41, fill, text },
    encoding: { x: across('centre'), y: { value: 'height' } },
  };
}

function phoneDrawing(): Drawing<TopLevelSpec> {
  const width = layoutWidth.narrow;
  const spec: TopLevelSpec = {
    width: width - padding.left - padding.right,
    height: plotHeight,
    padding,
    autosize: { type: 'none' },
    config,
    params: [
      { name: 'highlight', value: 0 },
      { name: 'intervals', value: true },
      { name: 'intervalName', value: '89\u202f% interval' },
    ],
    layer: [
      axisTitle(-42),
      ...markKey({ ...frame, band: 0 }),
      curve,
      intervals(frame),
      ...lines(frame),
      stems(frame),
      rawMarks(frame),
      estimateMarks(frame),
      ...densityAxis,
      pointing(frame),
    ],
  };
  return { spec, width, height: plotHeight + padding.top + padding.bottom };
}

/** Data sets: those of `shrinkage`, its tanks as heroRows, and `curve` (curveRows). Params as there. */
const chart: ChartDefinition = {
  name: 'hero',
  layouts: { narrow: phoneDrawing(), medium: shrinkage.layouts.medium, wide: shrinkage.layouts.wide },
};

export default chart;
