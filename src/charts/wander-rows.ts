// Rows of the funnel's draws: where they are, where steps broke, and how many reached which height.
import { exp } from '../math/exp';
import { isInside } from './clip-line';
import { groundFrames } from './flick-frame';
import type { ChartData, Row } from './definition';

export interface WanderPicture {
  /** Two numbers a draw. */
  readonly draws: ArrayLike<number>;
  /** Two numbers a divergence. */
  readonly broke: ArrayLike<number>;
}

/** The standard deviation of v, as the model has it. */
const spread = 1.5;
const from = -5;
const width = 0.5;
const bins = 20;

export function wanderRows({ draws, broke }: WanderPicture): ChartData {
  return { draws: pairs(draws), broke: pairs(broke), bars: bars(draws), truth };
}

/** Those in the window. */
function pairs(values: ArrayLike<number>): Row[] {
  return Array.from({ length: values.length / 2 }, (_, k) => ({ x: values[2 * k], y: values[2 * k + 1] })).filter(
    (one) => isInside(one, groundFrames.funnel),
  );
}

function bars(draws: ArrayLike<number>): Row[] {
  const counts = new Array<number>(bins).fill(0);
  for (let k = 1; k < draws.length; k += 2) {
    const bin = Math.floor((draws[k] - from) / width);
    if (bin >= 0 && bin < bins) counts[bin]++;
  }
  return counts.map((count, bin) => ({
    from: from + bin * width,
    to: from + (bin + 1) * width,
    density: Math.min(0.5, (2 * count) / (draws.length * width)),
  }));
}

const truth: readonly Row[] = Array.from({ length: 81 }, (_, k) => {
  const v = from + (10 * k) / 80;
  return { v, density: exp(-0.5 * (v / spread) * (v / spread)) / (spread * Math.sqrt(2 * Math.PI)) };
});

/** The stretches of v that the table counts by, from below. */
export const stretches: readonly {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly share: number;
}[] = [
  { from: -Infinity, to: -3, name: 'below −3', share: 0.02275 },
  { from: -3, to: -1.5, name: '−3 to −1.5', share: 0.135905 },
  { from: -1.5, to: 0, name: '−1.5 to 0', share: 0.341345 },
  { from: 0, to: 1.5, name: '0 to 1.5', share: 0.341345 },
  { from: 1.5, to: Infinity, name: 'above 1.5', share: 0.158655 },
];

/** How many of the pairs have their v in a stretch. */
export function countIn(values: ArrayLike<number>, stretch: { readonly from: number; readonly to: number }): number {
  let count = 0;
  for (let k = 1; k < values.length; k += 2) if (values[k] >= stretch.from && values[k] < stretch.to) count++;
  return count;
}
