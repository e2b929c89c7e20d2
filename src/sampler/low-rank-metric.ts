// A diagonal metric with a low-rank correction: some directions stretched or shortened.

import type { LowRankInverseMass, Metric } from './metric';

/**
 * With S the diagonal of scales, V the orthonormal directions and Λ their eigenvalues, the inverse mass is S (I + V (Λ - I) Vᵀ) S, and its
 * factor L = S (I + V (Λ^½ - I) Vᵀ): a symmetric stretch, then the scales.
 */
export class LowRankMetric implements Metric {
  private readonly scale: Float64Array;
  /** The directions, with one of zeros if that makes their number even. */
  private readonly directions: Float64Array;
  /** Of each direction, how much it is stretched beyond 1. */
  private readonly stretch: Float64Array;
  private readonly vector: Float64Array;

  constructor(readonly inverseMass: LowRankInverseMass) {
    this.scale = inverseMass.variances.map(Math.sqrt);
    const { length } = inverseMass.eigenvalues;
    const even = length + (length % 2);
    this.directions = new Float64Array(even * this.scale.length);
    this.directions.set(inverseMass.directions);
    this.stretch = new Float64Array(even);
    inverseMass.eigenvalues.forEach((eigenvalue, k) => (this.stretch[k] = Math.sqrt(eigenvalue) - 1));
    this.vector = new Float64Array(this.scale.length);
  }

  kickAndDrift(buffer: Float64Array, from: number, to: number, step: number): void {
    const { vector, scale } = this;
    const n = vector.length;
    const momentum = from + 2 * n;
    const toMomentum = to + 2 * n;
    this.whiten(buffer, from + n);
    for (let i = 0; i < n; i++) {
      const r = buffer[momentum + i] + 0.5 * step * vector[i];
      buffer[toMomentum + i] = r;
      vector[i] = r;
    }
    this.stretchVector();
    for (let i = 0; i < n; i++) buffer[to + i] = buffer[from + i] + step * scale[i] * vector[i];
  }

  kick(buffer: Float64Array, point: number, step: number): number {
    const { vector } = this;
    const n = vector.length;
    const momentum = point + 2 * n;
    this.whiten(buffer, point + n);
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const r = buffer[momentum + i] + 0.5 * step * vector[i];
      buffer[momentum + i] = r;
      sum += r * r;
    }
    return 0.5 * sum;
  }

  /** vector = Lᵀ gradient. */
  private whiten(buffer: Float64Array, gradient: number): void {
    const { vector, scale } = this;
    for (let i = 0; i < vector.length; i++) vector[i] = scale[i] * buffer[gradient + i];
    this.stretchVector();
  }

  /** vector = (I + V (Λ^½ - I) Vᵀ) vector, two directions in a pass, which keeps one sum from waiting for the other. */
  private stretchVector(): void {
    const { vector, stretch, directions } = this;
    const n = vector.length;
    for (let k = 0; k < stretch.length; k += 2) {
      const first = k * n;
      const second = first + n;
      let alongFirst = 0;
      let alongSecond = 0;
      for (let i = 0; i < n; i++) {
        const x = vector[i];
        alongFirst += directions[first + i] * x;
        alongSecond += directions[second + i] * x;
      }
      alongFirst *= stretch[k];
      alongSecond *= stretch[k + 1];
      for (let i = 0; i < n; i++) {
        vector[i] += alongFirst * directions[first + i] + alongSecond * directions[second + i];
      }
    }
  }
}
