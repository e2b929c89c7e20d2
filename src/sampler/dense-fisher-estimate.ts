// The gradient-based estimate of a dense metric.

import { cholesky } from './cholesky';
import { FisherEstimator } from './fisher-estimate';
import { createMetric, type Metric } from './metric';
import type { MetricEstimator } from './metric-estimate';
import { Covariances } from './moments';
import { symmetricEigen } from './symmetric-eigen';

/** Draws' worth of an identity matrix that steadies both covariances, in units of the diagonal estimate. */
const priorDraws = 2;

/**
 * The inverse mass S that minimizes the Fisher divergence: S cov(gradient) S = cov(position), the geometric mean of the positions'
 * covariance and the inverse of the gradients' (Seyboldt, Carlson and Carpenter 2026, arXiv 2603.18845). Exact for a normal target from
 * dimension + 1 draws on, where a covariance of positions alone would need many times as many; with fewer, directions not yet seen
 * keep the diagonal estimate's scale. Diagonal and renewed at each draw in the first phase; dense and renewed at the end of each phase from
 * then on, from that phase's draws and the previous one's.
 */
export class DenseFisherEstimator implements MetricEstimator {
  private readonly diagonal: FisherEstimator;
  private recent: Pair;
  private older: Pair;
  private isDense = false;

  constructor(
    private readonly dimension: number,
    fewestDraws: number,
  ) {
    this.diagonal = new FisherEstimator(dimension, fewestDraws);
    this.recent = createPair(dimension);
    this.older = createPair(dimension);
  }

  add(position: Float64Array, gradient: Float64Array): Metric | undefined {
    for (const { positions, gradients } of [this.recent, this.older]) {
      positions.add(position);
      gradients.add(gradient);
    }
    const metric = this.diagonal.add(position, gradient);
    return this.isDense ? undefined : metric;
  }

  endPhase(): Metric | undefined {
    const { recent, older } = this;
    const metric = older.positions.count < 10 ? undefined : this.estimate(older);
    this.diagonal.endPhase();
    older.positions.clear();
    older.gradients.clear();
    this.older = recent;
    this.recent = older;
    if (metric !== undefined) this.isDense = true;
    return metric;
  }

  private estimate({ positions, gradients }: Pair): Metric | undefined {
    const n = this.dimension;
    const scales = this.diagonal.variances().map(Math.sqrt);
    const covariance = steadied(positions, (i, j) => 1 / (scales[i] * scales[j]));
    const precision = steadied(gradients, (i, j) => scales[i] * scales[j]);
    const scaled = geometricMean(covariance, precision, n);
    if (scaled === undefined) return undefined;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) scaled[i * n + j] *= scales[i] * scales[j];
    }
    return cholesky(scaled, n) === undefined ? undefined : createMetric({ kind: 'dense', covariance: scaled });
  }
}

interface Pair {
  readonly positions: Covariances;
  readonly gradients: Covariances;
}

function createPair(dimension: number): Pair {
  return { positions: new Covariances(dimension), gradients: new Covariances(dimension) };
}

function steadied(moments: Covariances, scale: (i: number, j: number) => number): Float64Array {
  const { dimension: n, count, products } = moments;
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const value = (products[i * n + j] * scale(i, j) + (i === j ? priorDraws : 0)) / (count + priorDraws);
      matrix[i * n + j] = value;
      matrix[j * n + i] = value;
    }
  }
  return matrix;
}

/** The positive definite S with S B S = A, for positive definite A and B: with A = LLᵀ, S = L (LᵀBL)^(-1/2) Lᵀ. Undefined if they are not. */
export function geometricMean(a: Float64Array, b: Float64Array, n: number): Float64Array | undefined {
  const packed = cholesky(a, n);
  if (packed === undefined) return undefined;
  const factor = new Float64Array(n * n);
  for (let i = 0, k = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) factor[i * n + j] = packed[k++];
  }
  const middle = multiply(transpose(factor, n), multiply(b, factor, n), n);
  const { values, vectors } = symmetricEigen(middle, n);
  if (!values.every((value) => value > 0 && value < Infinity)) return undefined;
  // S = W Wᵀ with W = L V diag(values^(-1/4)), which is symmetric and positive to the last bit.
  const root = multiply(factor, transpose(vectors, n), n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) root[i * n + k] /= Math.sqrt(Math.sqrt(values[k]));
  }
  return multiply(root, transpose(root, n), n);
}

function transpose(a: Float64Array, n: number): Float64Array {
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) result[j * n + i] = a[i * n + j];
  }
  return result;
}

function multiply(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const factor = a[i * n + k];
      for (let j = 0; j < n; j++) result[i * n + j] += factor * b[k * n + j];
    }
  }
  return result;
}
