// Rows of a chart of pairs: some of the draws of two quantities, and all that diverged.
import type { ChartData, ChartSignals } from './definition';
import { rangeOf } from './trace-rows';

/** Points that a drawing bears without becoming a smear. */
const mostDraws = 1500;
const mostBroken = 500;

export interface PairRows {
  readonly data: ChartData;
  readonly signals: ChartSignals;
  /** How many of the draws are drawn. */
  readonly drawn: number;
  readonly broken: number;
  /** Of all draws. */
  readonly correlation: number;
}

export interface PairAxis {
  readonly title: string;
  /** One array a chain. */
  readonly chains: readonly Float64Array[];
  readonly logarithmic: boolean;
}

/** `diverging[c][draw]` is 1 where the trajectory diverged. */
export function pairRows(across: PairAxis, up: PairAxis, diverging: readonly Float64Array[]): PairRows {
  const x = joined(across);
  const y = joined(up);
  const broke = joined({ chains: diverging, logarithmic: false });
  const usual = [...x.keys()].filter((k) => broke[k] !== 1);
  const broken = [...x.keys()].filter((k) => broke[k] === 1);
  const row = (k: number) => ({ x: x[k], y: y[k] });
  const finite = (k: number): boolean => Number.isFinite(x[k]) && Number.isFinite(y[k]);
  const draws = spread(usual, mostDraws).filter(finite);
  const [from, to] = rangeOf([x]);
  const [bottom, top] = rangeOf([y]);
  return {
    data: { draws: draws.map(row), broke: spread(broken, mostBroken).filter(finite).map(row) },
    signals: { from, to, bottom, top, xTitle: titleOf(across), yTitle: titleOf(up) },
    drawn: draws.length,
    broken: broken.length,
    correlation: correlationOf(x, y),
  };
}

function titleOf({ title, logarithmic }: PairAxis): string {
  return logarithmic ? `log ${title}` : title;
}

function joined({ chains, logarithmic }: Pick<PairAxis, 'chains' | 'logarithmic'>): Float64Array {
  const all = new Float64Array(chains.reduce((total, chain) => total + chain.length, 0));
  let at = 0;
  for (const chain of chains) {
    all.set(chain, at);
    at += chain.length;
  }
  return logarithmic ? all.map(Math.log) : all;
}

/** At most so many, evenly over all. */
function spread(places: readonly number[], most: number): readonly number[] {
  if (places.length <= most) return places;
  return Array.from({ length: most }, (_, k) => places[Math.floor((k * places.length) / most)]);
}

function correlationOf(x: Float64Array, y: Float64Array): number {
  const mean = (values: Float64Array): number => values.reduce((total, value) => total + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let k = 0; k < x.length; k++) {
    xx += (x[k] - mx) ** 2;
    yy += (y[k] - my) ** 2;
    xy += (x[k] - mx) * (y[k] - my);
  }
  return xy / Math.sqrt(xx * yy);
}
