// A diagonal metric with a low-rank correction: some directions stretched or shortened.

import type { LowRankInverseMass, Metric } from './metric';

/**
 * With S the diagonal of scales, V the orthonormal directions and Λ their eigenvalues, the inverse mass is S (I + V (Λ - I) Vᵀ) S, and its
 * factor L = S (I + V (Λ^½ - I) Vᵀ): a symmetric stretch, then the scales.
 */
export class LowRankMetric implements Metric {
  private readonly scale: Float64Array;
  /** One after the other, at least two, with one of zeros if that makes their number even. */
  private readonly directions: Float64Array;
  /** Of each direction, how much it is stretched beyond 1. */
  private readonly stretch: Float64Array;
  private readonly vector: Float64Array;

  constructor(readonly inverseMass: LowRankInverseMass) {
    const { variances, directions, eigenvalues } = inverseMass;
    const n = variances.length;
    this.scale = variances.map(Math.sqrt);
    this.vector = new Float64Array(n);
    const { length } = eigenvalues;
    const even = Math.max(2, length + (length % 2));
    this.directions = new Float64Array(even * n);
    this.directions.set(directions);
    this.stretch = new Float64Array(even);
    eigenvalues.forEach((eigenvalue, k) => (this.stretch[k] = Math.sqrt(eigenvalue) - 1));
  }

  whiten(buffer: Float64Array, point: number): void {
    const { vector, scale } = this;
    const n = vector.length;
    const gradient = point + n;
    const whitened = point + 3 * n;
    for (let i = 0; i < n; i++) vector[i] = scale[i] * buffer[gradient + i];
    this.stretchVector(0);
    for (let i = 0; i < n; i++) buffer[whitened + i] = vector[i];
  }

  // The first two directions are passed over together with the moves: a rank of two is the usual one.

  kickAndDrift(buffer: Float64Array, from: number, to: number, step: number): void {
    const { vector, scale, stretch, directions } = this;
    const n = vector.length;
    const half = 0.5 * step;
    const momentum = from + 2 * n;
    const whitened = from + 3 * n;
    const toMomentum = to + 2 * n;
    let first = 0;
    let second = 0;
    for (let i = 0; i < n; i++) {
      const r = buffer[momentum + i] + half * buffer[whitened + i];
      buffer[toMomentum + i] = r;
      vector[i] = r;
      first += directions[i] * r;
      second += directions[n + i] * r;
    }
    first *= stretch[0];
    second *= stretch[1];
    this.stretchVector(2);
    for (let i = 0; i < n; i++) {
      const stretched = vector[i] + (first * directions[i] + second * directions[n + i]);
      buffer[to + i] = buffer[from + i] + step * scale[i] * stretched;
    }
  }

  kick(buffer: Float64Array, point: number, step: number): number {
    const { vector, scale, stretch, directions } = this;
    const n = vector.length;
    const half = 0.5 * step;
    const gradient = point + n;
    const momentum = point + 2 * n;
    const whitened = point + 3 * n;
    let first = 0;
    let second = 0;
    for (let i = 0; i < n; i++) {
      const g = scale[i] * buffer[gradient + i];
      vector[i] = g;
      first += directions[i] * g;
      second += directions[n + i] * g;
    }
    first *= stretch[0];
    second *= stretch[1];
    this.stretchVector(2);
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const g = vector[i] + (first * directions[i] + second * directions[n + i]);
      const r = buffer[momentum + i] + half * g;
      buffer[whitened + i] = g;
      buffer[momentum + i] = r;
      sum += r * r;
    }
    return 0.5 * sum;
  }

  /** Stretches the vector along all directions from one on, two in a pass, which keeps one sum from waiting for the other. */
  private stretchVector(from: number): void {
    const { vector, stretch, directions } = this;
    const n = vector.length;
    for (let k = from; k < stretch.length; k += 2) {
      const start = k * n;
      let first = 0;
      let second = 0;
      for (let i = 0; i < n; i++) {
        const x = vector[i];
        first += directions[start + i] * x;
        second += directions[start + n + i] * x;
      }
      first *= stretch[k];
      second *= stretch[k + 1];
      for (let i = 0; i < n; i++) {
        vector[i] += first * directions[start + i] + second * directions[start + n + i];
      }
    }
  }
}
