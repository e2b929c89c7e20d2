// Chart: draws in the funnel at one step size, the steps that broke, and how many draws reached which height.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { contourLayer, crossLayer, places, titleUnder, words } from './flick-chart';
import { groundFrames } from './flick-frame';
import { config, estimate, ink, muted } from './style';
import type { Layer } from './tank-frame';

const padding = { left: 40, right: 14, top: 40, bottom: 44 };
const plotHeight = 330;
const gap = 24;
const sideWidth: Readonly<Record<LayoutName, number>> = { narrow: 70, medium: 130, wide: 190 };

const place = places(groundFrames.funnel);
const [bottom, top] = groundFrames.funnel.y;
const height = { domain: [bottom, top], nice: false, zero: false };
const share = { domain: [0, 0.5], nice: false };

const draws: Layer[] = [
  contourLayer(place),
  {
    name: 'draws',
    data: { name: 'draws' },
    mark: {
      type: 'point',
      shape: 'circle',
      filled: true,
      fill: estimate,
      fillOpacity: 0.45,
      opacity: 1,
      size: 18,
    },
    encoding: place,
  },
  crossLayer('broke', place, 60, 1.75),
];

const side: Layer[] = [
  {
    name: 'bars',
    data: { name: 'bars' },
    mark: { type: 'rect', fill: estimate, fillOpacity: 0.45 },
    encoding: {
      x: { field: 'density', type: 'quantitative', axis: null, scale: share },
      x2: { datum: 0 },
      y: { field: 'from', type: 'quantitative', axis: null, scale: height },
      y2: { field: 'to' },
    },
  },
  {
    name: 'truth',
    data: { name: 'truth' },
    mark: { type: 'line', stroke: ink, strokeWidth: 1.5, strokeDash: [5, 4] },
    encoding: {
      x: { field: 'density', type: 'quantitative', axis: null, scale: share },
      y: { field: 'v', type: 'quantitative', axis: null, scale: height },
      order: { field: 'v', type: 'quantitative' },
    },
  },
];

function drawing(layout: LayoutName): Drawing<TopLevelSpec> {
  const total = layoutWidth[layout];
  const beside = sideWidth[layout];
  const width = total - padding.left - padding.right - gap - beside;
  const spec: TopLevelSpec = {
    padding,
    autosize: { type: 'none' },
    bounds: 'flush',
    spacing: gap,
    config,
    hconcat: [
      {
        width,
        height: plotHeight,
        layer: [
          ...draws,
          words(groundFrames.funnel.yTitle, 'left', { value: 4 - padding.left }, { value: -20 }),
          titleUnder(groundFrames.funnel.xTitle, width / 2),
        ],
      },
      {
        width: beside,
        height: plotHeight,
        layer: [
          ...side,
          words(layout === 'narrow' ? 'draws' : 'draws of v', 'left', { value: 0 }, { value: -20 }),
          {
            data: { values: [{}] },
            mark: {
              type: 'text',
              align: 'left',
              baseline: 'alphabetic',
              yOffset: 38,
              fill: muted,
              text: layout === 'narrow' ? 'dashed: exact' : 'dashed: what is exact',
            },
            encoding: { x: { value: layout === 'narrow' ? -8 : 0 }, y: { value: 'height' } },
          },
        ],
      },
    ],
  };
  return { spec, width: total, height: plotHeight + padding.top + padding.bottom };
}

/** Data sets: `contours` (piece, place, x, y), `draws` and `broke` (x, y), `bars` (from, to, density), `truth` (v, density). */
const chart: ChartDefinition = {
  name: 'wander',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
