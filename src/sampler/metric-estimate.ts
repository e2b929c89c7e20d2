// Estimates of the metric from the draws of the warm-up.

import type { InverseMass, Metric } from './metric';
import { createMetric } from './metric';
import { Covariances, Variances } from './moments';

export interface MetricEstimator {
  /** Takes in a draw. Returns the new metric if it is to change at once. */
  add(position: Float64Array, gradient: Float64Array): Metric | undefined;
  /** The phase is over. Returns the new metric if it is to change now. */
  endPhase(): Metric | undefined;
}

/**
 * Stan's: the variances (or covariances) of a window's draws, shrunk towards 0.001 as by five draws, at its end. A window of fewer
 * than two draws leaves the metric as it is.
 */
export function windowEstimator(kind: 'diagonal' | 'dense', dimension: number): MetricEstimator {
  const moments = kind === 'diagonal' ? new Variances(dimension) : new Covariances(dimension);
  return {
    add(position) {
      moments.add(position);
      return undefined;
    },
    endPhase() {
      if (moments.count < 2) return undefined;
      const inverseMass = shrunk(moments);
      moments.clear();
      return createMetric(inverseMass);
    },
  };
}

function shrunk(moments: Variances | Covariances): InverseMass {
  const { count } = moments;
  const weight = count / (count + 5) / (count - 1);
  const floor = (1e-3 * 5) / (count + 5);
  if (moments instanceof Variances) {
    return { kind: 'diagonal', variances: moments.squares.map((square) => weight * square + floor) };
  }
  const { dimension } = moments;
  const covariance = new Float64Array(dimension * dimension);
  for (let i = 0; i < dimension; i++) {
    for (let j = 0; j <= i; j++) {
      const value = weight * moments.products[i * dimension + j] + (i === j ? floor : 0);
      covariance[i * dimension + j] = value;
      covariance[j * dimension + i] = value;
    }
  }
  return { kind: 'dense', covariance };
}
