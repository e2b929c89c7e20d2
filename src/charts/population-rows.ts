// Rows of the population chart: the density of inv_logit(x), x ~ Normal(mean, sd), averaged over draws.
import { exp } from '../math/exp';
import { log } from '../math/log';
import type { Row } from './definition';
import { percent } from './tank-rows';

/** Places of the curve between 0 and 1, closer together near the ends, where a wide population piles up. */
const points = 121;
/** Beyond this many draws the curve does not change visibly. */
const drawsUsed = 200;

/**
 * The curve of a population of probabilities, scaled to a peak of 1.
 * `mean`: draws of the population mean in log-odds; `sd`: its standard deviation, a draw each or one for all.
 */
export function curveRows(mean: ArrayLike<number>, sd: ArrayLike<number> | number): Row[] {
  const step = Math.max(1, Math.floor(mean.length / drawsUsed));
  const rows: { p: number; height: number }[] = [];
  for (let i = 0; i < points; i++) {
    const u = (i + 0.5) / points;
    const p = u * u * (3 - 2 * u);
    const logit = log(p) - log(1 - p);
    let total = 0;
    for (let s = 0; s < mean.length; s += step) {
      const scale = typeof sd === 'number' ? sd : sd[s];
      const z = (logit - mean[s]) / scale;
      total += exp(-0.5 * z * z) / scale;
    }
    rows.push({ p, height: total / (p * (1 - p)) });
  }
  const peak = rows.reduce((most, row) => Math.max(most, row.height), 0);
  const curve = rows.map(({ p, height }) => ({ p, height: peak > 0 ? height / peak : 0 }));
  // At 0 and 1 themselves the normal tail wins over the stretching of the scale.
  return [{ p: 0, height: 0 }, ...curve, { p: 1, height: 0 }];
}

export interface Verticals {
  /** inv_logit of the population mean. */
  readonly typical: number;
  readonly average: number;
}

/** Room that a label takes on the narrowest drawing, as a fraction of the axis. */
const labelWidth = 0.26;

/** Labelled verticals over the curve; the labels point away from each other and stay inside. */
export function verticalRows({ typical, average }: Verticals): Row[] {
  const entry = (name: string, value: number, side: 'before' | 'after'): Row => {
    const label = side === 'after' ? Math.min(value, 1 - labelWidth) : Math.max(value, labelWidth);
    return { name, value, side, label, text: `${name} ${percent(value)}` };
  };
  const [first, second] = typical < average ? (['before', 'after'] as const) : (['after', 'before'] as const);
  return [entry('typical', typical, first), entry('average', average, second)];
}
