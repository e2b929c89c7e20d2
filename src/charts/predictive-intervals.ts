// Chart: each row's observed value, hollow, over the interval that simulated data give it; those outside stand out.
import type { ChartDefinition } from './definition';
import { across, chartOf, floor, titleLayer, upward } from './result-frame';
import { estimate, ink, muted, paper } from './style';

const padding = { left: 54, right: 12, top: 30, bottom: 46 };
const heights = { narrow: 200, medium: 220, wide: 240 } as const;
const sizes = { narrow: 22, medium: 34, wide: 48 } as const;

/**
 * Data set: `rows` (row, observed, middle, lower, upper, outside). Params: `from`, `to` (rows), `bottom`, `top` (values), `title`.
 */
const chart: ChartDefinition = chartOf('predictive-intervals', (layout) => {
  const x = across('row', layout === 'narrow' ? 5 : 9);
  const rows = { data: { name: 'rows' } };
  return {
    padding,
    height: heights[layout],
    params: { from: 0, to: 1, bottom: 0, top: 1, title: '' },
    layers: [
      {
        ...rows,
        name: 'intervals',
        mark: { type: 'rule', stroke: estimate, strokeWidth: layout === 'narrow' ? 2 : 4, strokeOpacity: 0.45 },
        encoding: { x, y: upward('lower', 5), y2: { field: 'upper' } },
      },
      {
        ...rows,
        name: 'middles',
        mark: { type: 'point', shape: 'circle', filled: true, fill: estimate, opacity: 1, size: sizes[layout] / 3 },
        encoding: { x, y: upward('middle', 5) },
      },
      {
        ...rows,
        name: 'data',
        mark: { type: 'point', strokeWidth: 1.25, opacity: 1, size: sizes[layout] },
        encoding: {
          x,
          y: upward('observed', 5),
          shape: { condition: { test: 'datum.outside', value: 'diamond' }, value: 'circle' },
          stroke: { condition: { test: 'datum.outside', value: 'var(--wrong)' }, value: ink },
          fill: { value: paper },
        },
      },
      floor,
      titleLayer('title', { x: 4 - padding.left, y: -12 }, muted),
      titleLayer("'row of the data'", { x: 0, y: 'height', dy: 40 }),
    ],
  };
});

export default chart;
