// Rows of the responses' chart, from counts of the responses 1 to 7.
import type { Row } from './definition';

export interface ResponseMember {
  /** What tells it from the others. */
  readonly key: string;
  /** Under its mark; empty where there is no room. */
  readonly label: string;
  /** How often each response was given, from the lowest. */
  readonly counts: readonly number[];
}

export interface ResponseSummary {
  readonly mean: number;
  /** Quartiles of the responses, R's type 7. */
  readonly lower: number;
  readonly upper: number;
}

export function summarizeResponses(counts: readonly number[]): ResponseSummary {
  const n = total(counts);
  const mean = counts.reduce((sum, count, k) => sum + count * (k + 1), 0) / n;
  return { mean, lower: quantile(counts, n, 0.25), upper: quantile(counts, n, 0.75) };
}

export function memberRows(members: readonly ResponseMember[]): Row[] {
  return members.map(({ key, label, counts }, k) => ({
    member: key,
    label,
    slot: k + 1,
    ...summarizeResponses(counts),
  }));
}

/** Shares of one member's responses, and of everyone's. */
export function histogramRows(counts: readonly number[], everyone: readonly number[]): Row[] {
  const [own, all] = [total(counts), total(everyone)];
  return counts.map((count, k) => ({ response: k + 1, share: count / own, everyone: everyone[k] / all }));
}

export function addCounts(all: readonly (readonly number[])[]): readonly number[] {
  return all[0].map((_, k) => all.reduce((sum, counts) => sum + counts[k], 0));
}

/** Of the sorted responses, interpolated between neighbours. */
function quantile(counts: readonly number[], n: number, probability: number): number {
  const position = probability * (n - 1);
  const below = Math.floor(position);
  const at = (index: number): number => {
    let seen = 0;
    return counts.findIndex((count) => (seen += count) > index) + 1;
  };
  const [low, high] = [at(below), at(Math.min(below + 1, n - 1))];
  return low + (position - below) * (high - low);
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
