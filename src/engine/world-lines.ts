// What the figures of a world draw of a fit besides its summary: curves, group baselines, the ridge, the latent confound.
import { mean, variance } from '../math/arrays';
import { invLogit } from '../math/logistic';
import { pool } from '../stats/chains';
import { sortedHdi } from '../stats/hdi';
import { column } from './draws';
import type { Draws } from './draws';
import { deriveMarginals } from './marginals';
import type { Marginals } from './marginals';
import { groupMeansOfX } from './worlds/estimators';
import type { Estimator } from './worlds/estimators';
import type { World } from './worlds/world';

/** Posterior mean and highest-density interval, an entry a group. */
export interface GroupEstimates {
  readonly mean: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** Some draws of bZY and, beside each, the least-squares slope of the groups' intercepts on Z. */
export interface Ridge {
  readonly bZY: readonly number[];
  readonly slope: readonly number[];
  /** Over all draws. */
  readonly correlation: number;
}

export interface WorldLines {
  /** Of bXY and bZY. */
  readonly marginals: Marginals;
  /** Probability of Y = 1 in each group at X = 0. */
  readonly baselines: GroupEstimates;
  /** Posterior means of the same in log-odds, an entry a group. */
  readonly logOdds: readonly number[];
  /** Of the model with an intercept a group; null for the others. */
  readonly ridge: Ridge | null;
  /** The latent confound of each group, standardized; null for models without one. */
  readonly confound: GroupEstimates | null;
}

/** More points hide each other. */
const pointsShown = 400;

/** `probability`: mass of the intervals. */
export function worldLines(estimator: Estimator, world: World, probability: number): (draws: Draws) => WorldLines {
  return ({ parameters, ...rest }) => {
    const drawn = new Map(parameters.elements.map((name, k) => [name, pool(column(parameters, k))]));
    const of = (name: string): Float64Array => {
      const values = drawn.get(name);
      if (values === undefined) throw new Error(`the fit has no ${name}`);
      return values;
    };
    const groups = (one: (group: number) => Float64Array): GroupEstimates => {
      const all = world.Z.map((_, g) => estimate(one(g), probability));
      return { mean: all.map((e) => e.mean), lower: all.map((e) => e.lower), upper: all.map((e) => e.upper) };
    };
    const logOdds = baselineOf(estimator, world, of);
    return {
      marginals: rounded(deriveMarginals({ parameters, ...rest }, { bXY: null, bZY: null })),
      baselines: groups((g) => logOdds(g).map(invLogit)),
      logOdds: world.Z.map((_, g) => places3(mean(logOdds(g)))),
      ridge: estimator === 'fixed' ? ridgeOf(world, of) : null,
      confound: estimator === 'latent' ? groups((g) => of(`u[${g + 1}]`)) : null,
    };
  };
}

type Drawn = (name: string) => Float64Array;

/** Log-odds of a group's outcome at X = 0, a draw each. For Mundlak's model at the group's own mean of X, which stands for the confound. */
function baselineOf(estimator: Estimator, world: World, of: Drawn): (group: number) => Float64Array {
  const bZY = of('bZY');
  const Xbar = groupMeansOfX(world);
  const partial = (g: number, more: (draw: number) => number): Float64Array => {
    const [middle, tau, z] = [of('a_bar'), of('tau'), of(`z[${g + 1}]`)];
    return bZY.map((slope, s) => middle[s] + tau[s] * z[s] + slope * world.Z[g] + more(s));
  };
  switch (estimator) {
    case 'naive': {
      const alpha = of('alpha');
      return (g) => bZY.map((slope, s) => alpha[s] + slope * world.Z[g]);
    }
    case 'fixed':
      return (g) => {
        const alpha = of(`alpha[${g + 1}]`);
        return bZY.map((slope, s) => alpha[s] + slope * world.Z[g]);
      };
    case 'multilevel':
      return (g) => partial(g, () => 0);
    case 'mundlak': {
      const bXbar = of('bXbar');
      return (g) => partial(g, (s) => bXbar[s] * Xbar[g]);
    }
    case 'latent': {
      const bGY = of('bGY');
      return (g) => {
        const u = of(`u[${g + 1}]`);
        return partial(g, (s) => bGY[s] * u[s]);
      };
    }
  }
}

function ridgeOf({ Z }: World, of: Drawn): Ridge {
  const bZY = of('bZY');
  const centre = mean(Z);
  const weights = Z.map((z) => z - centre);
  const total = weights.reduce((sum, weight) => sum + weight * weight, 0);
  const slope = new Float64Array(bZY.length);
  weights.forEach((weight, g) => {
    const alpha = of(`alpha[${g + 1}]`);
    for (let s = 0; s < slope.length; s++) slope[s] += (weight * alpha[s]) / total;
  });
  const step = Math.max(1, Math.floor(bZY.length / pointsShown));
  const some = (values: Float64Array): number[] => [...values.filter((_, s) => s % step === 0)].map(places3);
  return { bZY: some(bZY), slope: some(slope), correlation: correlation(bZY, slope) };
}

function correlation(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  const products = a.map((value, s) => (value - meanA) * (b[s] - meanB));
  return (mean(products) * a.length) / (a.length - 1) / Math.sqrt(variance(a) * variance(b));
}

function estimate(values: Float64Array, probability: number) {
  const interval = sortedHdi(values.toSorted(), probability) ?? { lower: NaN, upper: NaN };
  return { mean: places3(mean(values)), lower: places3(interval.lower), upper: places3(interval.upper) };
}

/** Curves come with the page: three decimals are more than a figure shows. */
function rounded(marginals: Marginals): Marginals {
  return Object.fromEntries(
    Object.entries(marginals).map(([name, { inner, curve }]) => [
      name,
      { inner, curve: { x: curve.x.map(places3), density: curve.density.map(places3) } },
    ]),
  );
}

function places3(value: number): number {
  return Math.round(value * 1000) / 1000;
}
