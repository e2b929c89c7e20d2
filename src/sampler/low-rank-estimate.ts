// The gradient-based estimate of a diagonal metric with a low-rank correction.

import { geometricMean } from './dense-fisher-estimate';
import { FisherEstimator } from './fisher-estimate';
import { createMetric, type Metric } from './metric';
import type { MetricEstimator } from './metric-estimate';
import { evenlySpaced, Scatter } from './scatter';
import { addMultiple, orthonormalized, principalSubspace } from './subspace';
import { symmetricEigen } from './symmetric-eigen';

/** Fewer draws than this say nothing of correlations: the way in from the start looks like a ridge. */
const fewestDraws = 20;
/** Draws for each dimension of the subspace that is looked into, and its largest dimension. */
const drawsPerDirection = 3;
const mostDirections = 20;
/** Draws' worth of an identity matrix that steadies both covariances, in units of the diagonal estimate. */
const priorDraws = 0.2;
/** Unless some eigenvalue is this far from 1, up or down, a correction would gain less than its noise costs. */
const worthwhile = 4;
/** Then all are corrected that are this far from 1. */
const threshold = 3;

/** Draws that an estimate is made of, evenly spaced if there are more; and steps of the search for the subspace, which begins among them. */
const mostDraws = 240;
const searchSteps = 3;

interface Draw {
  readonly position: Float64Array;
  readonly gradient: Float64Array;
}

/**
 * A low-rank correction after Seyboldt, Carlson and Carpenter (2026, arXiv 2603.18845), as in nutpie. In units of the diagonal estimate, an
 * inverse mass that is the identity but on a subspace minimizes the Fisher divergence if there it is the geometric mean of the positions'
 * covariance and the inverse of the gradients', both projected. The subspace is that of the leading principal directions of positions (ridges)
 * and of gradients (walls), with draws enough for each of its dimensions that the estimate is steady; the eigenvalues far from 1 are kept.
 *
 * Along a ridge the ratio of spreads of position and gradient is right even if the chain has not yet seen the ridge's whole length, which is
 * why a short pilot will do. The estimate is renewed at the end of each phase, from that phase's draws and the previous one's; one that
 * `runs` is the diagonal one, renewed after each draw, until there is something to correct.
 */
export class LowRankFisherEstimator implements MetricEstimator {
  private readonly diagonal: FisherEstimator;
  private recent: Draw[] = [];
  private older: Draw[] = [];
  private isCorrected = false;

  constructor(
    private readonly dimension: number,
    fewestForDiagonal: number,
    private readonly runs: boolean,
  ) {
    this.diagonal = new FisherEstimator(dimension, fewestForDiagonal);
  }

  add(position: Float64Array, gradient: Float64Array): Metric | undefined {
    this.recent.push({ position: position.slice(), gradient: gradient.slice() });
    this.diagonal.collect(position, gradient);
    return this.runs && !this.isCorrected ? this.diagonal.current() : undefined;
  }

  endPhase(): Metric | undefined {
    const draws = [...this.older, ...this.recent];
    const metric = draws.length < fewestDraws ? undefined : this.estimate(evenlySpaced(draws, mostDraws));
    this.older = this.recent;
    this.recent = [];
    this.diagonal.endPhase();
    if (metric === undefined) return undefined;
    const wasCorrected = this.isCorrected;
    this.isCorrected = metric.inverseMass.kind === 'low-rank';
    return !this.runs || this.isCorrected || wasCorrected ? metric : undefined;
  }

  private estimate(draws: readonly Draw[]): Metric | undefined {
    const { dimension } = this;
    const variances = this.diagonal.variances();
    const scales = variances.map(Math.sqrt);
    const units = scales.map((scale) => 1 / scale);
    const positions = new Scatter(
      draws.map(({ position }) => position),
      units,
      priorDraws,
    );
    const gradients = new Scatter(
      draws.map(({ gradient }) => gradient),
      scales,
      priorDraws,
    );
    const basis = this.subspace(positions, gradients);
    const rank = basis.length;
    const mean = geometricMean(positions.projected(basis), gradients.projected(basis), rank);
    if (mean === undefined) return undefined;
    const { values, vectors } = symmetricEigen(mean, rank);
    const kept = Array.from(values.keys()).filter((k) => isBeyond(values[k], threshold));
    if (!values.some((value) => isBeyond(value, worthwhile))) return createMetric({ kind: 'diagonal', variances });
    const directions = new Float64Array(kept.length * dimension);
    kept.forEach((k, row) => {
      const direction = directions.subarray(row * dimension, (row + 1) * dimension);
      basis.forEach((vector, j) => addMultiple(direction, vectors[k * rank + j], vector));
    });
    return createMetric({
      kind: 'low-rank',
      variances,
      directions,
      eigenvalues: Float64Array.from(kept, (k) => values[k]),
    });
  }

  /** The leading principal directions of both, or, where draws suffice for it, the whole space. */
  private subspace(positions: Scatter, gradients: Scatter): Float64Array[] {
    const { dimension } = this;
    const half = Math.floor(Math.min(mostDirections, positions.count / drawsPerDirection) / 2);
    if (2 * half >= dimension) return unitVectors(dimension);
    const leading = (scatter: Scatter) => principalSubspace(scatter, scatter.some(half), searchSteps);
    return orthonormalized([...leading(positions), ...leading(gradients)]);
  }
}

function isBeyond(eigenvalue: number, factor: number): boolean {
  return eigenvalue > factor || eigenvalue * factor < 1;
}

function unitVectors(dimension: number): Float64Array[] {
  return Array.from({ length: dimension }, (_, k) => new Float64Array(dimension).fill(1, k, k + 1));
}
