// The gradient-based estimate of a diagonal metric, usable from the first draws on.

import { createMetric, type Metric } from './metric';
import type { MetricEstimator } from './metric-estimate';
import { Variances } from './moments';

/**
 * The inverse mass that minimizes the Fisher divergence between the posterior, seen through it, and a standard normal:
 * sqrt(variance of the position / variance of the gradient), coordinate by coordinate (Seyboldt, Carlson and Carpenter 2026, arXiv 2603.18845; the default
 * of nutpie). Exact for independent normals from two draws on, since scale and noise cancel in the ratio, so that it may be
 * renewed after every draw. An estimate rests on the current phase's draws and the previous phase's.
 */
export class FisherEstimator implements MetricEstimator {
  private recent: DrawsAndGradients;
  private older: DrawsAndGradients;

  constructor(
    private readonly dimension: number,
    private readonly fewestDraws: number,
  ) {
    this.recent = new DrawsAndGradients(dimension);
    this.older = new DrawsAndGradients(dimension);
  }

  add(position: Float64Array, gradient: Float64Array): Metric | undefined {
    this.recent.add(position, gradient);
    this.older.add(position, gradient);
    if (this.older.positions.count < this.fewestDraws) return undefined;
    return createMetric({ kind: 'diagonal', variances: this.variances() });
  }

  endPhase(): Metric | undefined {
    const { recent, older } = this;
    older.clear();
    this.older = recent;
    this.recent = older;
    return undefined;
  }

  /** The inverse mass's diagonal. */
  variances(): Float64Array {
    const { positions, gradients } = this.older;
    const variances = new Float64Array(this.dimension);
    for (let i = 0; i < variances.length; i++) {
      const ratio = positions.squares[i] / gradients.squares[i];
      // A coordinate that has not moved, or whose gradient has not, says nothing of its scale yet.
      variances[i] = ratio > 0 && ratio < Infinity ? Math.min(Math.max(Math.sqrt(ratio), 1e-10), 1e10) : 1;
    }
    return variances;
  }
}

class DrawsAndGradients {
  readonly positions: Variances;
  readonly gradients: Variances;

  constructor(dimension: number) {
    this.positions = new Variances(dimension);
    this.gradients = new Variances(dimension);
  }

  add(position: Float64Array, gradient: Float64Array): void {
    this.positions.add(position);
    this.gradients.add(gradient);
  }

  clear(): void {
    this.positions.clear();
    this.gradients.clear();
  }
}
