// Chart: the draws of two quantities against each other, a point a draw, with crosses where trajectories diverged.
import type { ChartDefinition } from './definition';
import { across, chartOf, cross, floor, innerWidth, titleLayer, upward } from './result-frame';
import { estimate, ink } from './style';

const padding = { left: 58, right: 16, top: 32, bottom: 50 };
const heights = { narrow: 270, medium: 320, wide: 380 } as const;

/** Data sets: `draws` and `broke` (x, y). Params: `from`, `to`, `bottom`, `top`, the ends of the axes; `xTitle`, `yTitle`. */
const chart: ChartDefinition = chartOf('pairs', (layout) => {
  const place = { x: across('x', layout === 'narrow' ? 4 : 7), y: upward('y', 6) };
  return {
    padding,
    height: heights[layout],
    params: { from: -1, to: 1, bottom: -1, top: 1, xTitle: '', yTitle: '' },
    layers: [
      {
        name: 'draws',
        data: { name: 'draws' },
        mark: { type: 'point', shape: 'circle', filled: true, fill: estimate, opacity: 0.35, size: 16 },
        encoding: place,
      },
      {
        name: 'broke',
        data: { name: 'broke' },
        mark: {
          type: 'point',
          shape: cross,
          filled: false,
          stroke: 'var(--wrong)',
          strokeWidth: 1.75,
          opacity: 1,
          size: 52,
        },
        encoding: place,
      },
      floor,
      titleLayer('yTitle', { x: 4 - padding.left, y: -14 }, ink),
      titleLayer('xTitle', { x: innerWidth(layout, padding) / 2, y: 'height', dy: 42, align: 'center' }, ink),
    ],
  };
});

export default chart;
