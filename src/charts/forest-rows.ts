// Rows of a forest: each quantity's mean and intervals, names cut to the room that they have.
import { formatEstimate } from '../stats/format';
import type { ChartData, ChartSignals } from './definition';
import { rangeOf } from './trace-rows';

export interface ForestQuantity {
  readonly label: string;
  readonly mean: number;
  readonly mcse: number | null;
  readonly lower: number;
  readonly upper: number;
  readonly innerLower: number;
  readonly innerUpper: number;
  readonly truth: number | null;
}

const longest = { label: 26, short: 14 } as const;

export function forestData(quantities: readonly ForestQuantity[]): ChartData {
  return {
    rows: quantities.map(({ label, mean, mcse, truth: _truth, ...ends }, row) => ({
      row,
      label: cut(label, longest.label),
      short: cut(label, longest.short),
      mean,
      ...ends,
      value: formatEstimate(mean, mcse, 2),
    })),
    truths: quantities.flatMap(({ truth }, row) => (truth === null ? [] : [{ row, truth }])),
  };
}

/** `ends`: of all rows of all pages, so that pages can be compared. */
export function forestSignals(ends: readonly ForestEnds[], axisTitle: string): ChartSignals {
  const [from, to] = rangeOf([ends.map(({ lower }) => lower), ends.map(({ upper }) => upper)]);
  return { from, to, axisTitle };
}

export type ForestEnds = Pick<ForestQuantity, 'lower' | 'upper'>;

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
