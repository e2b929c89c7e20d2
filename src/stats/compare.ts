// Comparing models by what they predict: differences with their standard errors, and weights (Yao, Vehtari, Simpson & Gelman 2018).
import { sum } from '../math/arrays';
import { exp } from '../math/exp';
import { weightedTotal } from './total';

export interface Contender {
  readonly name: string;
  /** Expected log predictive density of each unit; the same units in the same order for every contender. */
  readonly elpd: ArrayLike<number>;
}

export interface Compared {
  readonly name: string;
  readonly elpd: number;
  readonly se: number;
  /** elpd less that of the best; zero for the best itself. */
  readonly elpd_diff: number;
  /** Standard error of that difference, unit by unit. */
  readonly dse: number;
  readonly stacking: number;
  readonly pseudo_bma: number;
}

/** Best first. `counts[i]` is how many observations unit i stands for. Throws when the contenders' units differ in number. */
export function compare(contenders: readonly Contender[], counts?: ArrayLike<number>): readonly Compared[] {
  if (contenders.length === 0) return [];
  const units = contenders[0].elpd.length;
  if (contenders.some(({ elpd }) => elpd.length !== units)) {
    throw new RangeError('Models are compared on the same units: their pointwise densities differ in length');
  }
  const totals = contenders.map(({ elpd }) => weightedTotal(elpd, counts));
  const best = totals.reduce((leader, total, k) => (total.total > totals[leader].total ? k : leader), 0);
  const stacking = stackingWeights(
    contenders.map(({ elpd }) => elpd),
    counts,
  );
  const pseudoBma = pseudoBmaWeights(totals.map(({ total }) => total));
  const rows = contenders.map(({ name, elpd }, k) => {
    const differences = Float64Array.from({ length: units }, (_, i) => elpd[i] - contenders[best].elpd[i]);
    const { total, se } = weightedTotal(differences, counts);
    return {
      name,
      elpd: totals[k].total,
      se: totals[k].se,
      elpd_diff: total,
      dse: k === best ? 0 : se,
      stacking: stacking[k],
      pseudo_bma: pseudoBma[k],
    };
  });
  return rows.sort((a, b) => b.elpd - a.elpd);
}

/** Weights proportional to exp(elpd): pseudo-BMA without the bootstrap. */
export function pseudoBmaWeights(elpd: ArrayLike<number>): Float64Array {
  let largest = -Infinity;
  for (let k = 0; k < elpd.length; k++) largest = Math.max(largest, elpd[k]);
  const weights = Float64Array.from(elpd, (x) => exp(x - largest));
  const total = sum(weights);
  return weights.map((weight) => weight / total);
}

const STACKING_STEPS = 100_000;
const STACKING_GAP = 1e-12;

/**
 * Weights of the mixture of predictive distributions with the highest mean log score. The score is concave; each step multiplies a
 * weight by its model's mean share in the mixture (expectation-maximization), until no model's share could gain 1e-12.
 * `pointwise[k][i]` is the log predictive density of unit i by model k.
 */
export function stackingWeights(pointwise: readonly ArrayLike<number>[], counts?: ArrayLike<number>): Float64Array {
  const models = pointwise.length;
  const densities = relativeDensities(pointwise);
  const weights = new Float64Array(models).fill(1 / models);
  const shares = new Float64Array(models);
  for (let step = 0; step < STACKING_STEPS; step++) {
    meanShares(densities, weights, counts, shares);
    let gap = 0;
    for (let k = 0; k < models; k++) {
      gap = Math.max(gap, shares[k] - 1);
      weights[k] *= shares[k];
    }
    if (gap < STACKING_GAP) break;
  }
  return weights;
}

/** Densities of each unit over the largest any model gives it. */
function relativeDensities(pointwise: readonly ArrayLike<number>[]): readonly Float64Array[] {
  const units = pointwise[0].length;
  const largest = new Float64Array(units).fill(-Infinity);
  for (const elpd of pointwise) {
    for (let i = 0; i < units; i++) largest[i] = Math.max(largest[i], elpd[i]);
  }
  return pointwise.map((elpd) => Float64Array.from(largest, (top, i) => exp(elpd[i] - top)));
}

/** Mean over observations of a model's density over the mixture's: the gradient of the mean log score. */
function meanShares(
  densities: readonly Float64Array[],
  weights: Float64Array,
  counts: ArrayLike<number> | undefined,
  shares: Float64Array,
): void {
  shares.fill(0);
  let n = 0;
  for (let i = 0; i < densities[0].length; i++) {
    let mixture = 0;
    for (let k = 0; k < weights.length; k++) mixture += weights[k] * densities[k][i];
    const count = counts === undefined ? 1 : counts[i];
    n += count;
    for (let k = 0; k < weights.length; k++) shares[k] += (count * densities[k][i]) / mixture;
  }
  for (let k = 0; k < weights.length; k++) shares[k] /= n;
}
