// Rows of the chart that lays what learning found over what searching found.
import type { ChartData, Row } from './definition';

export interface SigmaPosterior {
  /** Of the twenty sigmas, and the score of each. */
  readonly sigma: readonly number[];
  readonly elpd: readonly number[];
  readonly density: { readonly x: readonly number[]; readonly y: readonly number[] };
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** The mean as it is written. */
  readonly text: string;
}

/** Scores below are off the chart: at a small sigma they fall out of sight. */
export const elpdDomain = [-172, -130] as const;

export function sigmaPosteriorRows(found: SigmaPosterior): ChartData {
  const { sigma, elpd, density, mean, lower, upper, text } = found;
  const best = elpd.reduce((leader, score, k) => (score > elpd[leader] ? k : leader), 0);
  const peak = Math.max(...density.y);
  return {
    scores: sigma.map((at, k) => ({ sigma: at, elpd: elpd[k], best: k === best })),
    density: density.x.map((x, k) => ({ sigma: x, height: density.y[k] / peak })),
    learned: [{ mean, lower, upper, text }],
    best: [{ sigma: sigma[best], text: `best of twenty ${sigma[best].toFixed(2)}` }],
  };
}

export interface PopulationBracket {
  readonly curve: { readonly x: readonly number[]; readonly y: readonly number[] };
  readonly middle: number;
  readonly sigma: number;
  /** Ends of sigma's interval. */
  readonly lower: number;
  readonly upper: number;
  readonly text: string;
}

/** A normal curve is this part of its peak one standard deviation from the middle. */
const oneSd = 0.6065306597126334;

export function bracketRows({ curve, middle, sigma, lower, upper, text }: PopulationBracket): ChartData {
  const peak = Math.max(...curve.y);
  const ends: readonly Row[] = [
    { at: middle, height: oneSd },
    { at: middle + sigma, height: oneSd },
  ];
  return {
    population: curve.x.map((x, k) => ({ x, height: curve.y[k] / peak })),
    bracket: [{ from: middle, to: middle + sigma, height: oneSd, text }],
    ends,
    doubt: [{ from: middle + lower, to: middle + upper, height: oneSd }],
    middle: [{ at: middle }],
  };
}
