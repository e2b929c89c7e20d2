// Rows of the chart of a density: curves of all draws and of each chain on one scale, interval, mean, and the truth where it is known.
import type { ChartData, ChartSignals, Row } from './definition';
import { rangeOf } from './trace-rows';

export interface DensityCurve {
  readonly x: ArrayLike<number>;
  readonly density: ArrayLike<number>;
}

export interface MarginalContent {
  readonly title: string;
  readonly whole: DensityCurve;
  readonly chains: readonly (DensityCurve | null)[];
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** What simulated data were made with. */
  readonly truth: number | null;
}

export function marginalData({ whole, chains, mean, lower, upper, truth }: MarginalContent): ChartData {
  const curves = chains.flatMap((curve, k) => (curve === null ? [] : [{ curve, chain: k + 1 }]));
  const highest = [whole, ...curves.map(({ curve }) => curve)].reduce(
    (most, { density }) => Array.from(density).reduce((a, b) => Math.max(a, b), most),
    0,
  );
  const rows = ({ x, density }: DensityCurve): readonly { readonly x: number; readonly height: number }[] =>
    Array.from(x, (at, k) => ({ x: at, height: density[k] / highest }));
  return {
    whole: rows(whole),
    chains: curves.flatMap(({ curve, chain }) => rows(curve).map((at): Row => ({ ...at, chain }))),
    interval: [{ mean, lower, upper }],
    truth: truth === null ? [] : [{ truth }],
  };
}

export function marginalSignals({ title, whole, chains, truth }: MarginalContent): ChartSignals {
  const places = [whole, ...chains].flatMap((curve) => (curve === null ? [] : [curve.x]));
  const [from, to] = rangeOf(truth === null ? places : [...places, [truth]]);
  return { title, from, to };
}
