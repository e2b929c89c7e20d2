// Chart: the density of one quantity, of all draws filled and of each chain as a line, with its interval and mean under it.
import type { ChartDefinition } from './definition';
import { across, byChain, chartOf, titleLayer, upward } from './result-frame';
import { estimate, ink } from './style';

const padding = { left: 16, right: 16, top: 30, bottom: 30 };
const heights = { narrow: 120, medium: 130, wide: 150 } as const;
const up = (field: string) => ({ ...upward(field, 3), axis: null });

/**
 * Data sets: `whole` (x, height), `chains` (chain, x, height), `interval` (lower, upper, mean), `truth` (truth, text). Heights are
 * shares of `top`. Params: `from`, `to`, `bottom`, `top`, `title`.
 */
const chart: ChartDefinition = chartOf('marginals', (layout) => {
  const x = (field: string) => across(field, layout === 'narrow' ? 5 : 7);
  return {
    padding,
    height: heights[layout],
    params: { from: -1, to: 1, bottom: -0.12, top: 1, title: '' },
    layers: [
      {
        name: 'whole',
        data: { name: 'whole' },
        mark: { type: 'area', orient: 'vertical', line: false, fill: estimate, fillOpacity: 0.18 },
        encoding: { x: x('x'), y: up('height'), y2: { datum: 0 } },
      },
      {
        name: 'chains',
        data: { name: 'chains' },
        mark: { type: 'line', strokeWidth: 1.1, strokeOpacity: 0.85 },
        encoding: { x: x('x'), y: up('height'), detail: { field: 'chain', type: 'nominal' }, ...byChain },
      },
      {
        name: 'intervals',
        data: { name: 'interval' },
        mark: { type: 'rule', stroke: estimate, strokeWidth: 2.5 },
        encoding: { x: x('lower'), x2: { field: 'upper' }, y: { value: heights[layout] - 8 } },
      },
      {
        name: 'estimates',
        data: { name: 'interval' },
        mark: { type: 'point', shape: 'circle', filled: true, fill: estimate, opacity: 1, size: 64 },
        encoding: { x: x('mean'), y: { value: heights[layout] - 8 } },
      },
      {
        name: 'truth',
        data: { name: 'truth' },
        mark: { type: 'rule', stroke: ink, strokeWidth: 1.5, strokeDash: [6, 4] },
        encoding: { x: x('truth'), y: { value: 0 }, y2: { value: 'height' } },
      },
      titleLayer('title', { x: 0, y: -12 }, ink),
    ],
  };
});

export default chart;
