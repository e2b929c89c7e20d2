// Chart: how the observed values are spread, hollow bars, and how those of simulated data sets are, their middles and intervals.
import type { ChartDefinition } from './definition';
import { across, chartOf, floor, titleLayer, upward } from './result-frame';
import { estimate, ink } from './style';

const padding = { left: 54, right: 16, top: 48, bottom: 46 };
const heights = { narrow: 200, medium: 220, wide: 240 } as const;

/**
 * Data set: `bins` (start, end, centre, observed, middle, lower, upper). Params: `from`, `to` (values), `bottom`, `top` (rows),
 * `axisTitle`, `share` (of the intervals, as text).
 */
const chart: ChartDefinition = chartOf('predictive-counts', (layout) => {
  const x = (field: string) => across(field, layout === 'narrow' ? 5 : 8);
  const bins = { data: { name: 'bins' } };
  return {
    padding,
    height: heights[layout],
    params: { from: 0, to: 1, bottom: 0, top: 1, axisTitle: '', simulatedTitle: '' },
    layers: [
      {
        ...bins,
        name: 'observed',
        mark: { type: 'rect', fill: 'transparent', stroke: ink, strokeWidth: 1.25 },
        encoding: { x: x('start'), x2: { field: 'end' }, y: upward('observed', 4), y2: { datum: 0 } },
      },
      {
        ...bins,
        name: 'intervals',
        mark: { type: 'rule', stroke: estimate, strokeWidth: 2.5 },
        encoding: { x: x('centre'), y: upward('lower', 4), y2: { field: 'upper' } },
      },
      {
        ...bins,
        name: 'estimates',
        mark: { type: 'point', shape: 'circle', filled: true, fill: estimate, opacity: 1, size: 40 },
        encoding: { x: x('centre'), y: upward('middle', 4) },
      },
      floor,
      titleLayer("'rows; bars: observed'", { x: 4 - padding.left, y: -30 }, ink),
      titleLayer('simulatedTitle', { x: 4 - padding.left, y: -12 }, estimate),
      titleLayer('axisTitle', { x: 0, y: 'height', dy: 40 }),
    ],
  };
});

export default chart;
