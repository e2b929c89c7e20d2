// A dense metric, as the Cholesky factor of its inverse mass.

import { cholesky } from './cholesky';
import type { InverseMass, Metric } from './metric';

export class DenseMetric implements Metric {
  /** Lower triangle, row by row, packed. */
  private readonly factor: Float64Array;
  private readonly dimension: number;

  constructor(private readonly covariance: Float64Array) {
    this.dimension = Math.sqrt(covariance.length);
    const factor = cholesky(covariance, this.dimension);
    if (factor === undefined) throw new Error('the inverse mass matrix is not positive definite');
    this.factor = factor;
  }

  get inverseMass(): InverseMass {
    return { kind: 'dense', covariance: this.covariance };
  }

  whiten(buffer: Float64Array, point: number): void {
    const { factor, dimension: n } = this;
    const gradient = point + n;
    const whitened = point + 3 * n;
    buffer.fill(0, whitened, whitened + n);
    for (let i = 0, k = 0; i < n; i++) {
      const g = buffer[gradient + i];
      for (let j = 0; j <= i; j++) buffer[whitened + j] += factor[k++] * g;
    }
  }

  kickAndDrift(buffer: Float64Array, from: number, to: number, step: number): void {
    const { factor, dimension: n } = this;
    const momentum = from + 2 * n;
    const whitened = from + 3 * n;
    const toMomentum = to + 2 * n;
    for (let i = 0; i < n; i++) buffer[toMomentum + i] = buffer[momentum + i] + 0.5 * step * buffer[whitened + i];
    for (let i = 0, k = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j <= i; j++) sum += factor[k++] * buffer[toMomentum + j];
      buffer[to + i] = buffer[from + i] + step * sum;
    }
  }

  kick(buffer: Float64Array, point: number, step: number): number {
    const { dimension: n } = this;
    const momentum = point + 2 * n;
    const whitened = point + 3 * n;
    this.whiten(buffer, point);
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const r = buffer[momentum + i] + 0.5 * step * buffer[whitened + i];
      buffer[momentum + i] = r;
      sum += r * r;
    }
    return 0.5 * sum;
  }
}
