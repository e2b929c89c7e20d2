// Rows of the charts of counts: bars that matter and labelled means.
import { formatFixed } from '../stats/format';
import type { ChartData, ChartSignals } from './definition';

export interface CountDistribution {
  readonly group: 'without' | 'with' | 'difference';
  /** What it is of, in a few words. */
  readonly name: string;
  /** `probabilities[k]` is that of the count k + first. */
  readonly probabilities: readonly number[];
  readonly first: number;
  readonly mean: number;
}

/** Bars less probable than this share of the most probable one would not be seen. */
const visible = 0.004;

export function countData(distributions: readonly CountDistribution[]): ChartData {
  const top = highest(distributions);
  return {
    bars: distributions.flatMap(({ group, probabilities, first }) =>
      probabilities.flatMap((probability, k) =>
        probability > visible * top ? [{ count: k + first, probability, group }] : [],
      ),
    ),
    means: distributions.map(({ group, name, mean }) => ({
      group,
      mean,
      label: `${name}: ${formatFixed(mean, 1)} on average`,
    })),
  };
}

/** Params of the chart: an axis that spans the counts. */
export function countSignals(
  distributions: readonly CountDistribution[],
  { from, to, axisTitle }: { readonly from: number; readonly to: number; readonly axisTitle: string },
): ChartSignals {
  return { from, to, axisTitle, top: highest(distributions) };
}

function highest(distributions: readonly CountDistribution[]): number {
  return distributions.reduce((most, { probabilities }) => Math.max(most, ...probabilities), 0);
}
