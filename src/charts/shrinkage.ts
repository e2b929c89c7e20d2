// Chart: raw share of survivors and posterior mean of each tank, and how far the one was pulled to the other.
import type { ChartDefinition } from './definition';
import { tankDrawings } from './tank-frame';
import { estimateMarks, intervals, lines, markKey, rawMarks, stems } from './tank-marks';

/**
 * Data sets: `tanks` (shrinkageRows), `bands` (bandRows), `lines` (lineRows).
 * Params: `highlight`, a tank's number or 0; `intervals`, whether the interval of each tank is drawn (48 are too many
 * for a phone, unless asked for), and `intervalName`, what it is called.
 */
const chart: ChartDefinition = {
  name: 'shrinkage',
  layouts: tankDrawings(
    (frame) => [
      ...markKey(frame),
      intervals(frame),
      ...lines(frame),
      stems(frame),
      rawMarks(frame),
      estimateMarks(frame),
    ],
    (layout) => [
      { name: 'highlight', value: 0 },
      { name: 'intervals', value: layout !== 'narrow' },
      { name: 'intervalName', value: '89\u202f% interval' },
    ],
  ),
};

export default chart;
