// The metric of the Hamiltonian: the inverse mass matrix, an estimate of the posterior's covariance, as its factor L.

import { DenseMetric } from './dense-metric';
import { DiagonalMetric } from './diagonal-metric';
import { LowRankMetric } from './low-rank-metric';

/** An inverse mass matrix. `variances` has the target's dimension; `covariance` is its square, row by row. */
export type InverseMass =
  | { readonly kind: 'diagonal'; readonly variances: Float64Array }
  | { readonly kind: 'dense'; readonly covariance: Float64Array }
  | LowRankInverseMass;

/**
 * In units of the square roots of `variances`, the identity but along orthonormal `directions` (one after the other, each of the target's
 * dimension), where it has the given eigenvalues.
 */
export interface LowRankInverseMass {
  readonly kind: 'low-rank';
  readonly variances: Float64Array;
  readonly directions: Float64Array;
  readonly eigenvalues: Float64Array;
}

/**
 * The two moves of a leapfrog step in whitened momenta r = Lᵀp. Points are given by their offsets in the buffer of Points. A metric for
 * which Lᵀ gradient costs more than looking it up keeps it with the point.
 */
export interface Metric {
  /** The caller's own: it does not change with the metric. */
  readonly inverseMass: InverseMass;
  /** Prepares a point for `kickAndDrift` that no `kick` of this metric led to. */
  whiten(buffer: Float64Array, point: number): void;
  /** Half a kick, then a whole drift: at `to`, momentum = r + (step / 2) Lᵀ gradient and position = q + step L momentum. */
  kickAndDrift(buffer: Float64Array, from: number, to: number, step: number): void;
  /** The closing half kick, momentum += (step / 2) Lᵀ gradient, in place. Returns the kinetic energy. */
  kick(buffer: Float64Array, point: number, step: number): number;
}

export function createMetric(inverseMass: InverseMass): Metric {
  switch (inverseMass.kind) {
    case 'diagonal':
      return new DiagonalMetric(inverseMass.variances.slice());
    case 'dense':
      return new DenseMetric(inverseMass.covariance);
    case 'low-rank':
      return new LowRankMetric(inverseMass);
  }
}

export function unitMetric(dimension: number): Metric {
  return new DiagonalMetric(new Float64Array(dimension).fill(1));
}
