// A dense metric, as the Cholesky factor of its inverse mass.

import { cholesky } from './cholesky';
import type { InverseMass, Metric } from './metric';

export class DenseMetric implements Metric {
  /** Lower triangle, row by row, packed. */
  private readonly factor: Float64Array;
  private readonly whitened: Float64Array;

  constructor(private readonly covariance: Float64Array) {
    const dimension = Math.sqrt(covariance.length);
    const factor = cholesky(covariance, dimension);
    if (factor === undefined) throw new Error('the inverse mass matrix is not positive definite');
    this.factor = factor;
    this.whitened = new Float64Array(dimension);
  }

  get inverseMass(): InverseMass {
    return { kind: 'dense', covariance: this.covariance };
  }

  kickAndDrift(buffer: Float64Array, from: number, to: number, step: number): void {
    const { factor, whitened } = this;
    const n = whitened.length;
    const momentum = from + 2 * n;
    const toMomentum = to + 2 * n;
    this.whiten(buffer, from + n);
    for (let i = 0; i < n; i++) buffer[toMomentum + i] = buffer[momentum + i] + 0.5 * step * whitened[i];
    for (let i = 0, k = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j <= i; j++) sum += factor[k++] * buffer[toMomentum + j];
      buffer[to + i] = buffer[from + i] + step * sum;
    }
  }

  kick(buffer: Float64Array, point: number, step: number): number {
    const { whitened } = this;
    const n = whitened.length;
    const momentum = point + 2 * n;
    this.whiten(buffer, point + n);
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const r = buffer[momentum + i] + 0.5 * step * whitened[i];
      buffer[momentum + i] = r;
      sum += r * r;
    }
    return 0.5 * sum;
  }

  /** whitened = Lᵀ gradient. */
  private whiten(buffer: Float64Array, gradient: number): void {
    const { factor, whitened } = this;
    whitened.fill(0);
    for (let i = 0, k = 0; i < whitened.length; i++) {
      const g = buffer[gradient + i];
      for (let j = 0; j <= i; j++) whitened[j] += factor[k++] * g;
    }
  }
}
