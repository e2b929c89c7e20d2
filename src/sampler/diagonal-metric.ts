// A diagonal metric: each coordinate in its own units.

import type { InverseMass, Metric } from './metric';

export class DiagonalMetric implements Metric {
  private readonly scale: Float64Array;

  constructor(private readonly variances: Float64Array) {
    this.scale = new Float64Array(variances.length);
    this.refresh();
  }

  /** Takes in what its owner has changed in `variances`. */
  refresh(): void {
    const { scale, variances } = this;
    for (let i = 0; i < scale.length; i++) scale[i] = Math.sqrt(variances[i]);
  }

  get inverseMass(): InverseMass {
    return { kind: 'diagonal', variances: this.variances.slice() };
  }

  whiten(): void {
    // A product with the gradient costs no more than a look at one kept.
  }

  kickAndDrift(buffer: Float64Array, from: number, to: number, step: number): void {
    const { scale } = this;
    const n = scale.length;
    const half = 0.5 * step;
    const gradient = from + n;
    const momentum = from + 2 * n;
    const toMomentum = to + 2 * n;
    for (let i = 0; i < n; i++) {
      const factor = scale[i];
      const r = buffer[momentum + i] + half * factor * buffer[gradient + i];
      buffer[toMomentum + i] = r;
      buffer[to + i] = buffer[from + i] + step * factor * r;
    }
  }

  kick(buffer: Float64Array, point: number, step: number): number {
    const { scale } = this;
    const n = scale.length;
    const half = 0.5 * step;
    const gradient = point + n;
    const momentum = point + 2 * n;
    // Two sums, because one would wait for its own last addition.
    let even = 0;
    let odd = 0;
    for (let i = 0; i + 1 < n; i += 2) {
      const r = buffer[momentum + i] + half * scale[i] * buffer[gradient + i];
      const s = buffer[momentum + i + 1] + half * scale[i + 1] * buffer[gradient + i + 1];
      buffer[momentum + i] = r;
      buffer[momentum + i + 1] = s;
      even += r * r;
      odd += s * s;
    }
    if (n % 2 === 1) {
      const r = buffer[momentum + n - 1] + half * scale[n - 1] * buffer[gradient + n - 1];
      buffer[momentum + n - 1] = r;
      even += r * r;
    }
    return 0.5 * (even + odd);
  }
}
