// The counts of predictive checks, and what they come to over all chains.
import type { PredictiveCheck } from '../stats/judge';

/** Of `of` simulated data sets, how many vary more than the real one, and how many exactly as much. */
export interface CheckCount {
  readonly name: string;
  readonly statistic: string;
  readonly larger: number;
  readonly equal: number;
  readonly of: number;
}

/** The worst check over the observed variables, all chains together; null where nothing was looked at. */
export function worstCheck(chains: readonly (readonly CheckCount[])[]): PredictiveCheck | null {
  const checks = (chains[0] ?? []).map(({ statistic }, k): PredictiveCheck => {
    const total = (read: (count: CheckCount) => number): number =>
      chains.reduce((sum, counts) => sum + read(counts[k]), 0);
    const above = total(({ larger }) => larger) + total(({ equal }) => equal) / 2;
    return { statistic, p: (above + 0.5) / (total(({ of }) => of) + 1) };
  });
  const tail = ({ p }: PredictiveCheck): number => Math.min(p, 1 - p);
  return checks.reduce<PredictiveCheck | null>(
    (worst, check) => (worst === null || tail(check) < tail(worst) ? check : worst),
    null,
  );
}
