// Leave-one-cluster-out without Monte Carlo: the trapezoid rule over the population's few parameters.
import { exp } from '../../math/exp';
import { log } from '../../math/log';
import type { Instance } from '../../lang/compile/compile';
import type { Integrator } from './integrate';
import type { SharedPrior } from './likelihood-table';

export interface QuadratureScores {
  /** Log predictive density of each cluster's data given all other data; 0 for a cluster without rows. */
  readonly elpd: Float64Array;
  /** Points of the grid that carry weight. */
  readonly points: number;
}

/** Steps of the grid in standard deviations of the posterior's peak. */
const defaultStep = 0.75;
const mostDimensions = 3;
/** Points below exp(-this) of the peak end the grid. */
const depth = 32;
/** Tails that die off no faster than a power would need more. */
const mostPoints = 40_000;
/** Steps of the grid that the scores are checked on. */
const coarseStep = 1;
const mostError = 1e-3;

export interface CheckedScores extends QuadratureScores {
  /** The largest change of a score from a coarser grid: more than the finer one is off by. */
  readonly error: number;
}

/** `quadratureScores` at the default step, looked at twice. A sentence where two grids do not agree. */
export function checkedScores(integrator: Integrator, knobs: Float64Array): CheckedScores | string {
  const fine = quadratureScores(integrator, knobs);
  if (typeof fine === 'string') return fine;
  const coarse = quadratureScores(integrator, knobs, coarseStep);
  if (typeof coarse === 'string') return coarse;
  const error = fine.elpd.reduce((worst, value, k) => Math.max(worst, Math.abs(value - coarse.elpd[k])), 0);
  if (!(error <= mostError))
    return 'The posterior of the population is too far from normal for the grid of the integral.';
  return { ...fine, error };
}

/**
 * log of the mean of a cluster's integrated likelihood over the posterior given the other clusters, for each cluster. A sentence where
 * the integral cannot be taken.
 */
export function quadratureScores(
  integrator: Integrator,
  knobs: Float64Array,
  step = defaultStep,
): QuadratureScores | string {
  // The posterior without a cluster is the posterior over its likelihood.
  const withoutCluster: Terms = {
    size: integrator.clusters,
    at: (_, integrals, out) => {
      for (let cluster = 0; cluster < integrator.clusters; cluster++) out[cluster] = -integrals[cluster];
    },
  };
  const means = posteriorMeans(integrator, knobs, withoutCluster, step);
  return typeof means === 'string' ? means : { elpd: means.logMeans.map((value) => -value), points: means.points };
}

/** A point of the population. */
export interface Population {
  /** The parameters in text order on their own scale; the raw vector among them may be overwritten. */
  readonly values: Float64Array;
  /** Of the clusters' parameter; null where they do not share one. */
  readonly prior: SharedPrior | null;
}

/** Integrals of all clusters at a point of the population. */
export function logIntegralsAt({ table, logIntegrals }: Integrator, population: Population, out: Float64Array): void {
  const { values, prior } = population;
  if (table === null || prior === null || !table.logIntegrals(prior, out)) logIntegrals(values, out);
}

/** Functions of the population's parameters, by their logarithms. */
export interface Terms {
  readonly size: number;
  /** Logarithms at a point of the population; `integrals` are those of the clusters there. */
  readonly at: (population: Population, integrals: Float64Array, out: Float64Array) => void;
}

/**
 * log of the posterior mean of each term. The population's parameters, all but the integrated vector, are integrated on their
 * unconstrained scale by a grid in the coordinates of the peak's curvature, grown from the peak outwards until the posterior has died
 * off. A sentence where there are more than three.
 */
export function posteriorMeans(
  integrator: Integrator,
  knobs: Float64Array,
  terms: Terms,
  step = defaultStep,
): { readonly logMeans: Float64Array; readonly points: number } | string {
  const { model, raw } = integrator;
  const free = Array.from({ length: model.dimension }, (_, k) => k).filter(
    (k) => k < raw.offset || k >= raw.offset + raw.size,
  );
  if (free.length > mostDimensions)
    return `The integral runs over ${free.length} population parameters; the grid is for at most ${mostDimensions}.`;
  const density = marginalDensity(integrator, knobs, free);
  const { peak, axes } = peakOf(integrator, knobs, density.at, free.length);

  const total = { largest: -Infinity, weight: 0 };
  const sums = new Float64Array(terms.size);
  const logTerms = new Float64Array(terms.size);
  let points = 0;
  const visit = (cell: readonly number[]): boolean => {
    const u = peak.map((centre, i) => centre + step * axes[i].reduce((sum, axis, k) => sum + axis * cell[k], 0));
    const height = density.at(u);
    if (!(height > total.largest - depth)) return false;
    points++;
    if (height > total.largest) {
      const shrink = exp(total.largest - height);
      total.weight *= shrink;
      for (let term = 0; term < terms.size; term++) sums[term] *= shrink;
      total.largest = height;
    }
    const weight = exp(height - total.largest);
    total.weight += weight;
    terms.at(density.population(), density.integrals, logTerms);
    for (let term = 0; term < terms.size; term++) sums[term] += weight * exp(logTerms[term]);
    return true;
  };
  if (!flood(free.length, visit))
    return 'The posterior of the population has tails too long for the grid of the integral.';
  return { logMeans: sums.map((value) => log(value) - log(total.weight)), points };
}

interface Peak {
  readonly peak: readonly number[];
  readonly axes: readonly (readonly number[])[];
}

/** The last of each integrator, and at which knobs: several means are asked for at the same place, one after the other. */
const lastPeaks = new WeakMap<Integrator, Peak & { readonly knobs: Float64Array }>();

function peakOf(integrator: Integrator, knobs: Float64Array, at: Density, dimension: number): Peak {
  const last = lastPeaks.get(integrator);
  if (last !== undefined && last.knobs.every((value, k) => value === knobs[k])) return last;
  const peak = findPeak(at, dimension);
  const found = { peak, axes: inverseCholesky(curvature(at, peak)), knobs: knobs.slice() };
  lastPeaks.set(integrator, found);
  return found;
}

interface MarginalDensity {
  /** Log posterior density of the population's parameters, up to a constant. */
  readonly at: (u: readonly number[]) => number;
  /** Of the last point. */
  readonly integrals: Float64Array;
  /** The last point. */
  readonly population: () => Population;
}

function marginalDensity(integrator: Integrator, knobs: Float64Array, free: readonly number[]): MarginalDensity {
  const { model } = integrator;
  const instance = model.instantiate();
  instance.knobs.set(knobs);
  integrator.setKnobs(knobs);
  const [position, gradient, values] = [
    new Float64Array(model.dimension),
    new Float64Array(model.dimension),
    new Float64Array(model.dimension),
  ];
  const integrals = new Float64Array(integrator.clusters);
  const priorAt = integrator.table === null ? () => null : sharedPrior(integrator, instance);
  let population: Population = { values, prior: null };
  const at = (u: readonly number[]): number => {
    position.fill(0);
    free.forEach((k, i) => (position[k] = u[i]));
    instance.constrain(position, values);
    // At a raw vector of zeros: what is neither its prior nor any row's likelihood.
    const rest = instance.logDensity(position, gradient) - integrator.logLikelihood(values);
    population = { values, prior: priorAt(position) };
    logIntegralsAt(integrator, population, integrals);
    return integrals.reduce((sum, value) => sum + value, rest);
  };
  return { at, integrals, population: () => population };
}

/** Reads the prior off the clusters' parameter at raw vectors of zeros and of ones. Overwrites the raw vector of the position. */
function sharedPrior(
  { model, parameter, raw }: Integrator,
  instance: Instance,
): (position: Float64Array) => SharedPrior | null {
  const layout = model.deterministics.find(({ name }) => name === parameter);
  if (layout === undefined) return () => null;
  const size = model.deterministics.reduce((most, one) => Math.max(most, one.offset + one.size), 0);
  const [zeros, ones] = [new Float64Array(size), new Float64Array(size)];
  return (position) => {
    position.fill(0, raw.offset, raw.offset + raw.size);
    instance.deterministics(position, zeros);
    position.fill(1, raw.offset, raw.offset + raw.size);
    instance.deterministics(position, ones);
    const [location, one] = [zeros[layout.offset], ones[layout.offset]];
    for (let k = layout.offset; k < layout.offset + layout.size; k++)
      if (zeros[k] !== location || ones[k] !== one) return null;
    return { location, scale: one - location };
  };
}

type Density = (u: readonly number[]) => number;

const difference = 1e-3;

/** Newton's method on differences, each step shortened until it climbs. */
function findPeak(at: Density, dimension: number): number[] {
  let here: number[] = Array.from({ length: dimension }, () => 0);
  let height = at(here);
  for (let iteration = 0; iteration < 50 && dimension > 0; iteration++) {
    const slope = here.map(
      (_, i) => (at(moved(here, i, difference)) - at(moved(here, i, -difference))) / (2 * difference),
    );
    const axes = inverseCholesky(curvature(at, here));
    const along = slope.map((_, k) => slope.reduce((sum, value, i) => sum + axes[i][k] * value, 0));
    const step = here.map((_, i) => along.reduce((sum, value, k) => sum + axes[i][k] * value, 0));
    let shorten = 1;
    let next = here;
    let nextHeight = -Infinity;
    for (let attempt = 0; attempt < 30 && !(nextHeight >= height); attempt++, shorten /= 2) {
      const factor = shorten;
      next = here.map((value, i) => value + factor * step[i]);
      nextHeight = at(next);
    }
    if (!(nextHeight > height)) return here;
    const gain = nextHeight - height;
    here = next;
    height = nextHeight;
    if (gain < 1e-8) return here;
  }
  return here;
}

function moved(u: readonly number[], axis: number, by: number): number[] {
  return u.map((value, i) => (i === axis ? value + by : value));
}

/** Minus the second derivatives. */
function curvature(at: Density, u: readonly number[]): number[][] {
  const h = 20 * difference;
  const centre = at(u);
  return u.map((_, i) =>
    u.map((__, j) => {
      if (i === j) return (2 * centre - at(moved(u, i, h)) - at(moved(u, i, -h))) / (h * h);
      const corner = (a: number, b: number): number => at(moved(moved(u, i, a), j, b));
      return (corner(h, -h) + corner(-h, h) - corner(h, h) - corner(-h, -h)) / (4 * h * h);
    }),
  );
}

/** A with A Aᵀ = H⁻¹, upper triangular: columns are the axes of the grid. A direction that does not curve counts as unit. */
function inverseCholesky(h: readonly (readonly number[])[]): number[][] {
  const n = h.length;
  const lower = h.map(() => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = (h[i][j] + h[j][i]) / 2;
      for (let k = 0; k < j; k++) rest -= lower[i][k] * lower[j][k];
      lower[i][j] = i === j ? (rest > 1e-8 ? Math.sqrt(rest) : 1) : rest / lower[j][j];
    }
  }
  const axes = h.map(() => new Array<number>(n).fill(0));
  for (let k = 0; k < n; k++) {
    for (let i = n - 1; i >= 0; i--) {
      let rest = i === k ? 1 : 0;
      for (let j = i + 1; j < n; j++) rest -= lower[j][i] * axes[j][k];
      axes[i][k] = rest / lower[i][i];
    }
  }
  return axes;
}

/** Visits grid points from the origin outwards; a point where `visit` says no leads no further. False when there are too many. */
function flood(dimension: number, visit: (cell: readonly number[]) => boolean): boolean {
  const origin: readonly number[] = Array.from({ length: dimension }, () => 0);
  const seen = new Set([origin.join()]);
  const waiting = [origin];
  for (let next = 0; next < waiting.length; next++) {
    if (next >= mostPoints) return false;
    const cell = waiting[next];
    if (!visit(cell)) continue;
    for (let axis = 0; axis < dimension; axis++)
      for (const by of [-1, 1]) {
        const neighbour = moved(cell, axis, by);
        const name = neighbour.join();
        if (seen.has(name)) continue;
        seen.add(name);
        waiting.push(neighbour);
      }
  }
  return true;
}
