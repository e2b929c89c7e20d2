// Hands counted under a question: one number for each answer it offers, kept in this tab.

export type Counts = readonly number[];

/** A count never falls below zero; places beyond the answers change nothing. */
export function counted(counts: Counts, at: number, change: 1 | -1): Counts {
  return counts.map((count, k) => (k === at ? Math.max(0, count + change) : count));
}

/** Length of each bar, as a share of the longest; all zero before the first hand. */
export function shares(counts: Counts): readonly number[] {
  const longest = Math.max(0, ...counts);
  return counts.map((count) => (longest === 0 ? 0 : count / longest));
}

/** A number that is asked for is counted in so many stretches. */
const stretches = 5;

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** So many times its start is a way that one thinks of in factors. */
const manyTimes = 50;

/**
 * The way from `minimum` to `maximum` in stretches of equal length, or by equal factors where the one is many times the other; edges lie
 * on multiples of `step`.
 */
export function stretchesOf(minimum: number, maximum: number, step: number): readonly Stretch[] {
  const steps = Math.round((maximum - minimum) / step);
  const count = Math.max(1, Math.min(stretches, steps));
  const ratio = maximum / minimum;
  const inFactors = minimum > 0 && ratio >= manyTimes;
  const stepsTo = (k: number): number =>
    inFactors ? (minimum * (ratio ** (k / count) - 1)) / step : (steps * k) / count;
  const edge = (k: number): number => Number((minimum + Math.round(stepsTo(k)) * step).toFixed(6));
  return Array.from({ length: count }, (_, k) => ({ from: edge(k), to: edge(k + 1) }));
}

/** The numbers in a stretch, from the first to the last: its upper edge is the next one's first, except in the last. */
export function stretchName({ from, to }: Stretch, step: number, last: boolean): string {
  const end = last ? to : Number((to - step).toFixed(6));
  return end === from ? String(from) : `${from} to ${end}`;
}

/** The stretch that holds a number: an edge belongs to the one above it, the last edge to the last. */
export function stretchOf(all: readonly Stretch[], value: number): number {
  const at = all.findIndex(({ to }) => value < to);
  return at === -1 ? all.length - 1 : at;
}

const prefix = 'tadpool-tally:';

/** What was counted for a question before; zeros where nothing was, or where it offered something else. */
export function keptCounts(page: string, step: string, length: number): Counts {
  const none = Array.from({ length }, () => 0);
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(`${prefix}${page}:${step}`) ?? 'null');
    if (!Array.isArray(kept) || kept.length !== length) return none;
    const counts = kept.map(Number);
    return counts.every((count) => Number.isInteger(count) && count >= 0) ? counts : none;
  } catch {
    return none;
  }
}

export function keepCounts(page: string, step: string, counts: Counts): void {
  try {
    sessionStorage.setItem(`${prefix}${page}:${step}`, JSON.stringify(counts));
  } catch {
    // They hold until the page is left.
  }
}
