// R-hat, the potential scale reduction: how much wider all chains together are than each alone (Vehtari et al. 2021).
import { mean, variance } from '../math/arrays';
import type { Chains } from './chains';
import { canDiagnose, pool, splitChains } from './chains';
import { sortedQuantile } from './quantile';
import type { RankNormalized } from './rank';
import { rankNormalize } from './rank';
import { sortWithOrder } from './sort';

/** R-hat of chains as they are, unsplit and not normalized; null for constant, non-finite or too few draws. */
function potentialScaleReduction(chains: Chains): number | null {
  if (!canDiagnose(chains)) return null;
  const draws = chains[0].length;
  const between = draws * variance(chains.map((chain) => mean(chain)));
  const within = mean(chains.map((chain) => variance(chain)));
  const rhat = Math.sqrt((between / within + draws - 1) / draws);
  return Number.isNaN(rhat) ? null : rhat;
}

/** Split R-hat without rank normalization. */
export function rhatBasic(chains: Chains): number | null {
  return potentialScaleReduction(splitChains(chains));
}

/** The larger of split R-hat of the rank-normalized draws and of their rank-normalized distances from the median. */
export function rhat(chains: Chains): number | null {
  if (!canDiagnose(chains)) return null;
  const halves = splitChains(chains);
  const median = sortedQuantile(pool(chains).sort(), 0.5);
  return rhatOfRanks(rankNormalize(halves, sortWithOrder(pool(halves)), median));
}

/** `rhat` where the rank-normalized split draws are at hand. */
export function rhatOfRanks(ranks: RankNormalized): number | null {
  const bulk = potentialScaleReduction(ranks.bulk);
  const tail = potentialScaleReduction(ranks.folded);
  return bulk === null || tail === null ? null : Math.max(bulk, tail);
}
