// Chart: the share of each tank's tadpoles that survived, raw, and the mean of the 48 shares.
import type { ChartDefinition } from './definition';
import { tankDrawings } from './tank-frame';
import { lines, rawMarks } from './tank-marks';

/** Data sets: `tanks` (tankRows), `bands` (bandRows), `lines` (lineRows). Params: `highlight`, a tank's number or 0. */
const chart: ChartDefinition = {
  name: 'tanks',
  layouts: tankDrawings(
    (frame) => [...lines(frame), rawMarks(frame)],
    () => [{ name: 'highlight', value: 0 }],
  ),
};

export default chart;
