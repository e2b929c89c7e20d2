// The gradient-based estimate of a diagonal metric, usable from the first draws on.

import { DiagonalMetric } from './diagonal-metric';
import type { Metric } from './metric';
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
  /** The inverse mass's diagonal, and its metric: the same from draw to draw, renewed in place. */
  private readonly diagonal: Float64Array;
  private readonly metric: DiagonalMetric;

  constructor(
    dimension: number,
    private readonly fewestDraws: number,
  ) {
    this.recent = new DrawsAndGradients(dimension);
    this.older = new DrawsAndGradients(dimension);
    this.diagonal = new Float64Array(dimension).fill(1);
    this.metric = new DiagonalMetric(this.diagonal);
  }

  add(position: Float64Array, gradient: Float64Array): Metric | undefined {
    this.collect(position, gradient);
    return this.current();
  }

  /** Takes in a draw, and computes nothing. */
  collect(position: Float64Array, gradient: Float64Array): void {
    this.recent.positions.add(position);
    this.recent.gradients.add(gradient);
  }

  /** The metric from the draws so far, if they suffice. */
  current(): Metric | undefined {
    if (this.older.positions.count + this.recent.positions.count < this.fewestDraws) return undefined;
    this.estimate();
    this.metric.refresh();
    return this.metric;
  }

  endPhase(): Metric | undefined {
    const { recent, older } = this;
    older.positions.clear();
    older.gradients.clear();
    this.older = recent;
    this.recent = older;
    return undefined;
  }

  /** The inverse mass's diagonal. */
  variances(): Float64Array {
    this.estimate();
    return this.diagonal.slice();
  }

  /** From both phases' draws: squares about the common mean (Chan, Golub and LeVeque 1983). */
  private estimate(): void {
    const { recent, older, diagonal } = this;
    const [p1, p2, g1, g2] = [recent.positions, older.positions, recent.gradients, older.gradients];
    const weight = (p1.count * p2.count) / (p1.count + p2.count);
    for (let i = 0; i < diagonal.length; i++) {
      const p = p1.means[i] - p2.means[i];
      const g = g1.means[i] - g2.means[i];
      const ratio = (p1.squares[i] + p2.squares[i] + weight * p * p) / (g1.squares[i] + g2.squares[i] + weight * g * g);
      // A coordinate that has not moved, or whose gradient has not, says nothing of its scale yet.
      diagonal[i] = ratio > 0 && ratio < Infinity ? Math.min(Math.max(Math.sqrt(ratio), 1e-10), 1e10) : 1;
    }
  }
}

class DrawsAndGradients {
  readonly positions: Variances;
  readonly gradients: Variances;

  constructor(dimension: number) {
    this.positions = new Variances(dimension);
    this.gradients = new Variances(dimension);
  }
}
