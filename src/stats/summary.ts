// The line of a table about one quantity: where it is, how sure, and how well the draws know that.
import { mean, variance } from '../math/arrays';
import type { Chains } from './chains';
import { canDiagnose, pool, splitChains } from './chains';
import { effectiveSampleSize, essTailSorted } from './ess';
import { sortedHdi } from './hdi';
import { mcseMean, mcseSd } from './mcse';
import { sortedQuantile } from './quantile';
import { rankNormalize } from './rank';
import { rhatOfRanks } from './rhat';
import { sortWithOrder } from './sort';

/** Null where there is no answer: diagnostics of constant draws, everything of non-finite ones. */
export interface Summary {
  readonly mean: number | null;
  readonly sd: number | null;
  readonly hdi_lower: number | null;
  readonly hdi_upper: number | null;
  readonly mcse_mean: number | null;
  readonly mcse_sd: number | null;
  readonly ess_bulk: number | null;
  readonly ess_tail: number | null;
  readonly r_hat: number | null;
}

/** Summary of the draws of one quantity; `probability` is the share of draws in the highest-density interval. */
export function summarize(chains: Chains, options: { readonly probability: number }): Summary {
  const pooled = pool(chains);
  const centre = mean(pooled);
  const sd = Math.sqrt(variance(pooled));
  // Halves leave out the middle draw of an odd length; otherwise one sort serves both.
  const halves = splitChains(chains);
  const inHalves = sortWithOrder(pool(halves));
  const sorted = inHalves.values.length === pooled.length ? inHalves.values : pooled.sort();
  const interval = sortedHdi(sorted, options.probability);
  const location = {
    mean: Number.isFinite(centre) ? centre : null,
    sd: Number.isFinite(sd) ? sd : null,
    hdi_lower: interval === null ? null : interval.lower,
    hdi_upper: interval === null ? null : interval.upper,
  };
  if (!canDiagnose(chains)) {
    return { ...location, mcse_mean: null, mcse_sd: null, ess_bulk: null, ess_tail: null, r_hat: null };
  }
  const ranks = rankNormalize(halves, inHalves, sortedQuantile(sorted, 0.5));
  return {
    ...location,
    mcse_mean: mcseMean(chains),
    mcse_sd: mcseSd(chains),
    ess_bulk: effectiveSampleSize(ranks.bulk),
    ess_tail: essTailSorted(chains, sorted),
    r_hat: rhatOfRanks(ranks),
  };
}
