// Chart: the draws of one quantity in the order they were made, a line a chain, with ticks where trajectories diverged.
import type { ChartDefinition } from './definition';
import { across, byChain, chartOf, floor, titleLayer, upward } from './result-frame';
import { ink } from './style';

const padding = { left: 54, right: 22, top: 28, bottom: 42 };
const heights = { narrow: 120, medium: 130, wide: 150 } as const;

/** Data sets: `lines` (chain, draw, value) and `broke` (draw). Params: `from`, `to` (draws), `bottom`, `top` (values), `title`. */
const chart: ChartDefinition = chartOf('trace', (layout) => {
  const x = across('draw', layout === 'narrow' ? 4 : 6);
  return {
    padding,
    height: heights[layout],
    params: { from: 0, to: 1, bottom: -1, top: 1, title: '' },
    layers: [
      {
        name: 'lines',
        data: { name: 'lines' },
        mark: { type: 'line', strokeWidth: 0.75, strokeOpacity: 0.6, strokeJoin: 'round' },
        encoding: {
          x,
          y: upward('value', 4),
          detail: { field: 'chain', type: 'nominal' },
          ...byChain,
        },
      },
      {
        name: 'broke',
        data: { name: 'broke' },
        mark: { type: 'rule', stroke: 'var(--wrong)', strokeWidth: 1.25 },
        encoding: { x, y: { value: heights[layout] - 7 }, y2: { value: heights[layout] } },
      },
      floor,
      titleLayer('title', { x: -50, y: -12 }, ink),
      titleLayer("'draw'", { x: 0, y: 'height', dy: 36 }),
    ],
  };
});

export default chart;
