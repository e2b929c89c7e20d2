// Chart: the Pareto k of what is left out, a mark each, and the threshold above which PSIS is not to be relied on.
import type { ChartDefinition } from './definition';
import { across, chartOf, floor, titleLayer, upward } from './result-frame';
import { ink, muted, paper } from './style';

const padding = { left: 54, right: 16, top: 30, bottom: 46 };
const warning = 'var(--warning)';
const sizes = { narrow: 24, medium: 36, wide: 44 } as const;

/** Data sets: `points` (row, k, above), `threshold` (k). Params: `from`, `to` (rows), `bottom`, `top` (k). */
const chart: ChartDefinition = chartOf('pareto-points', (layout) => ({
  padding,
  height: 170,
  params: { from: 0, to: 1, bottom: -0.2, top: 1.2 },
  layers: [
    {
      name: 'threshold',
      data: { name: 'threshold' },
      mark: { type: 'rule', stroke: warning, strokeWidth: 1.5 },
      encoding: { y: upward('k', 5) },
    },
    {
      name: 'points',
      data: { name: 'points' },
      mark: { type: 'point', filled: true, strokeWidth: 1.1, opacity: 1, size: sizes[layout] },
      encoding: {
        x: across('row', layout === 'narrow' ? 5 : 9),
        y: upward('k', 5),
        shape: { condition: { test: 'datum.above', value: 'diamond' }, value: 'circle' },
        fill: { condition: { test: 'datum.above', value: warning }, value: paper },
        stroke: { condition: { test: 'datum.above', value: warning }, value: ink },
      },
    },
    floor,
    titleLayer("'Pareto k; line: how far it may go'", { x: 4 - padding.left, y: -12 }, muted),
    titleLayer("'first row of the unit'", { x: 0, y: 'height', dy: 40 }),
  ],
}));

export default chart;
