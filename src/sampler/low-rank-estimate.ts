// The gradient-based estimate of a diagonal metric with a low-rank correction.

import { geometricMean } from './dense-fisher-estimate';
import { FisherEstimator } from './fisher-estimate';
import { createMetric, type Metric } from './metric';
import type { MetricEstimator } from './metric-estimate';
import { addMultiple, dot, orthonormalized, principalSubspace, times } from './subspace';
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
    const metric = this.diagonal.add(position, gradient);
    return this.runs && !this.isCorrected ? metric : undefined;
  }

  endPhase(): Metric | undefined {
    const draws = [...this.older, ...this.recent];
    const metric = draws.length < fewestDraws ? undefined : this.estimate(draws);
    this.older = this.recent;
    this.recent = [];
    this.diagonal.endPhase();
    if (metric === undefined) return undefined;
    const wasCorrected = this.isCorrected;
    this.isCorrected = metric.inverseMass.kind === 'low-rank';
    return !this.runs || this.isCorrected || wasCorrected ? metric : undefined;
  }

  private estimate(draws: readonly Draw[]): Metric | undefined {
    const variances = this.diagonal.variances();
    const scales = variances.map(Math.sqrt);
    const positions = draws.map(({ position }) => position.map((x, i) => x / scales[i]));
    const gradients = draws.map(({ gradient }) => gradient.map((x, i) => x * scales[i]));
    const covariance = steadiedCovariance(positions);
    const precision = steadiedCovariance(gradients);
    const half = Math.floor(Math.min(mostDirections, draws.length / drawsPerDirection) / 2);
    const basis =
      2 * half >= this.dimension
        ? unitVectors(this.dimension)
        : orthonormalized([
            ...principalSubspace(covariance, evenlySpaced(positions, half)),
            ...principalSubspace(precision, evenlySpaced(gradients, half)),
          ]);
    const rank = basis.length;
    const mean = geometricMean(projected(covariance, basis), projected(precision, basis), rank);
    if (mean === undefined) return undefined;
    const { values, vectors } = symmetricEigen(mean, rank);
    const kept = Array.from(values.keys()).filter((k) => isBeyond(values[k], threshold));
    if (!values.some((value) => isBeyond(value, worthwhile))) return createMetric({ kind: 'diagonal', variances });
    const directions = new Float64Array(kept.length * this.dimension);
    kept.forEach((k, row) => {
      const direction = directions.subarray(row * this.dimension, (row + 1) * this.dimension);
      basis.forEach((vector, j) => addMultiple(direction, vectors[k * rank + j], vector));
    });
    return createMetric({
      kind: 'low-rank',
      variances,
      directions,
      eigenvalues: Float64Array.from(kept, (k) => values[k]),
    });
  }
}

function isBeyond(eigenvalue: number, factor: number): boolean {
  return eigenvalue > factor || eigenvalue * factor < 1;
}

/** The vectors less their mean, in place; their covariance, steadied. */
function steadiedCovariance(vectors: readonly Float64Array[]): Float64Array {
  const n = vectors[0].length;
  const mean = new Float64Array(n);
  for (const vector of vectors) addMultiple(mean, 1 / vectors.length, vector);
  const matrix = new Float64Array(n * n);
  for (const vector of vectors) {
    addMultiple(vector, -1, mean);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) matrix[i * n + j] += vector[i] * vector[j];
    }
  }
  for (let i = 0; i < n; i++) {
    matrix[i * n + i] += priorDraws;
    for (let j = 0; j <= i; j++) {
      matrix[i * n + j] /= vectors.length + priorDraws;
      matrix[j * n + i] = matrix[i * n + j];
    }
  }
  return matrix;
}

function evenlySpaced(vectors: readonly Float64Array[], count: number): Float64Array[] {
  return Array.from({ length: count }, (_, k) => vectors[Math.floor((k * vectors.length) / count)]);
}

function unitVectors(dimension: number): Float64Array[] {
  return Array.from({ length: dimension }, (_, k) => new Float64Array(dimension).fill(1, k, k + 1));
}

/** The matrix in the coordinates of an orthonormal basis. */
function projected(matrix: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const images = basis.map((vector) => times(matrix, vector));
  const rank = basis.length;
  return Float64Array.from({ length: rank * rank }, (_, k) => dot(basis[Math.floor(k / rank)], images[k % rank]));
}
