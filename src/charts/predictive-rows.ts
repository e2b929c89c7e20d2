// Rows of the two charts of a posterior predictive check, from what a worker made of the simulated data.
import type { ChartData, ChartSignals } from './definition';
import { rangeOf } from './trace-rows';

interface Spread {
  readonly observed: ArrayLike<number>;
  readonly middle: ArrayLike<number>;
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
}

export interface CountBins extends Spread {
  /** One more than bins. */
  readonly edges: ArrayLike<number>;
}

/** `whole`: bins hold whole numbers from their start to before their end, and are drawn about them. */
export function countData({ edges, observed, middle, lower, upper }: CountBins, whole: boolean): ChartData {
  const shift = whole ? 0.5 : 0;
  return {
    bins: Array.from(observed, (count, k) => ({
      start: edges[k] - shift,
      end: edges[k + 1] - shift,
      centre: (edges[k] + edges[k + 1]) / 2 - shift,
      observed: count,
      middle: middle[k],
      lower: lower[k],
      upper: upper[k],
    })),
  };
}

export function countSignals(
  bins: CountBins,
  whole: boolean,
  titles: { readonly axis: string; readonly simulated: string },
): ChartSignals {
  const { edges, observed, upper } = bins;
  const shift = whole ? 0.5 : 0;
  const [, top] = rangeOf([observed, upper, [0]]);
  return {
    from: edges[0] - shift,
    to: edges[edges.length - 1] - shift,
    bottom: 0,
    top,
    axisTitle: titles.axis,
    simulatedTitle: titles.simulated,
  };
}

/** Rows from `from` to before `to`, counted from 0; shown from 1. */
export function predictedData(rows: Spread, from: number, to: number): ChartData {
  return {
    rows: Array.from({ length: Math.max(0, to - from) }, (_, k) => {
      const at = from + k;
      const [observed, middle, lower, upper] = [rows.observed[at], rows.middle[at], rows.lower[at], rows.upper[at]];
      return { row: at + 1, observed, middle, lower, upper, outside: observed < lower || observed > upper };
    }),
  };
}

/** Values of all rows share an axis, so that pages can be compared. */
export function predictedSignals(rows: Spread, from: number, to: number, title: string): ChartSignals {
  const [bottom, top] = rangeOf([rows.observed, rows.lower, rows.upper]);
  return { from: from + 0.5, to: Math.max(to, from + 1) + 0.5, bottom, top, title };
}
