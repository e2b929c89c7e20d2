// Leave-one-out cross-validation by PSIS (Vehtari, Gelman & Gabry 2017): one unit at a time, then the totals.
import { exp } from '../math/exp';
import { log } from '../math/log';
import type { Chains } from './chains';
import { relativeEfficiency } from './ess';
import { psis, smoothTail } from './psis';
import { criterionTotals } from './total';

/** What leaving out one unit (one cell of identical rows) says. */
export interface LooUnit {
  /** Expected log predictive density of the unit, by the draws reweighted as if it had not been seen. */
  readonly elpd_loo: number;
  /** Log predictive density with the unit in, less `elpd_loo`. */
  readonly p_loo: number;
  /** As in `SmoothedWeights`. */
  readonly pareto_k: number | null;
}

export interface Loo {
  readonly elpd_loo: number;
  readonly se_elpd_loo: number;
  readonly p_loo: number;
  readonly se_p_loo: number;
  readonly looic: number;
  readonly se_looic: number;
  readonly units: readonly LooUnit[];
}

/** log(sum(exp(values))), shifted by the largest. */
export function logSumExp(values: Float64Array): number {
  let largest = -Infinity;
  for (let i = 0; i < values.length; i++) if (!(values[i] <= largest)) largest = values[i];
  if (!Number.isFinite(largest)) return largest;
  let total = 0;
  // Weights undo likelihoods, so that many values are the very same.
  let last = Number.NaN;
  let term = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] !== last) {
      last = values[i];
      term = exp(last - largest);
    }
    total += term;
  }
  return largest + log(total);
}

export interface LikelihoodFacts {
  /** How many independent draws one draw of the unit's likelihood is worth. */
  readonly efficiency: number;
  /** log of the mean likelihood. */
  readonly lpd: number;
}

/** `logLik`: log likelihoods of one unit, chain by chain. */
export function likelihoodFacts(logLik: Chains): LikelihoodFacts {
  let shift = -Infinity;
  let draws = 0;
  for (const chain of logLik) {
    draws += chain.length;
    for (let i = 0; i < chain.length; i++) if (!(chain[i] <= shift)) shift = chain[i];
  }
  let total = 0;
  const likelihoods = logLik.map((chain) => {
    const values = new Float64Array(chain.length);
    for (let i = 0; i < chain.length; i++) {
      values[i] = exp(chain[i] - shift);
      total += values[i];
    }
    return values;
  });
  const lpd = (Number.isFinite(shift) ? shift + log(total) : shift) - log(draws);
  return { efficiency: relativeEfficiency(likelihoods), lpd };
}

/** Leaves out one unit, whose log likelihood at each draw is `logLik`. Draws at which it is -Infinity make `elpd_loo` -Infinity. */
export function looUnit(logLik: Float64Array, { efficiency, lpd }: LikelihoodFacts): LooUnit {
  const logRatios = new Float64Array(logLik.length);
  for (let i = 0; i < logRatios.length; i++) logRatios[i] = -logLik[i];
  const { logWeights, paretoK } = psis(logRatios, efficiency);
  const elpd = paretoK === Infinity && logLik.includes(-Infinity) ? -Infinity : weightedLogMean(logLik, logWeights);
  return { elpd_loo: elpd, p_loo: lpd - elpd, pareto_k: paretoK };
}

/** Likelihoods below this have lost digits. */
const leastLikelihood = 1e-290;

/**
 * The same from the unit's likelihoods, chain after chain in `likelihoods` and `draws` a chain, without a logarithm a draw. Null where
 * one is too small for that, or not a number.
 */
export function looUnitOfLikelihoods(likelihoods: Float64Array, draws: number): LooUnit | null {
  const all = likelihoods.length;
  let smallest = Infinity;
  let total = 0;
  for (let i = 0; i < all; i++) {
    const likelihood = likelihoods[i];
    if (likelihood < smallest) smallest = likelihood;
    total += likelihood;
  }
  if (!(smallest > leastLikelihood && total < Infinity)) return null;
  const chains = Array.from({ length: all / draws }, (_, k) => likelihoods.subarray(k * draws, (k + 1) * draws));
  const ratios = new Float64Array(all);
  let weight = 0;
  for (let i = 0; i < all; i++) weight += ratios[i] = smallest / likelihoods[i];
  const { places, weights, paretoK } = smoothTail(ratios, relativeEfficiency(chains));
  // A raw weight times its likelihood is the smallest likelihood.
  let weighted = all;
  for (let i = 0; i < places.length; i++) {
    weight += weights[i] - ratios[places[i]];
    weighted += weights[i] / ratios[places[i]] - 1;
  }
  const elpd = log((smallest * weighted) / weight);
  return { elpd_loo: elpd, p_loo: log(total / all) - elpd, pareto_k: paretoK };
}

function weightedLogMean(logLik: Float64Array, logWeights: Float64Array): number {
  const sums = new Float64Array(logLik.length);
  for (let i = 0; i < sums.length; i++) sums[i] = logLik[i] + logWeights[i];
  return logSumExp(sums) - logSumExp(logWeights);
}

/** Totals over units; `counts[i]` is how many observations unit i stands for (one each by default). */
export function loo(units: readonly LooUnit[], counts?: ArrayLike<number>): Loo {
  const { elpd, p, criterion } = criterionTotals(
    units,
    { elpd: (unit) => unit.elpd_loo, p: (unit) => unit.p_loo },
    counts,
  );
  return {
    elpd_loo: elpd.total,
    se_elpd_loo: elpd.se,
    p_loo: p.total,
    se_p_loo: p.se,
    looic: criterion.total,
    se_looic: criterion.se,
    units,
  };
}
