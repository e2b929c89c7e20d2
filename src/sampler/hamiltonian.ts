// Hamiltonian dynamics on a target: the energy of a point, and the leapfrog step.

import type { Random } from '../math/random';
import type { Metric } from './metric';
import type { Points } from './points';
import type { Target } from './target';

/** An energy error above this is a divergence (Stan's threshold). */
export const divergenceThreshold = 1000;

/** A leapfrog step that broke. */
export interface Divergence {
  /** The position that the step started from, and the one it led to (which may not be finite). */
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Energy after the step less energy at the trajectory's start; Infinity where the density is not finite. */
  readonly energyError: number;
}

/** The system that a trajectory moves through. The metric changes only between trajectories. */
export class Hamiltonian {
  /** Calls of the log density so far. */
  gradientEvaluations = 0;

  constructor(
    readonly target: Target,
    readonly points: Points,
    public metric: Metric,
  ) {}

  /** Sets the slot's log density and gradient from its position. A density that is not finite becomes -Infinity. */
  evaluate(slot: number): number {
    const { points } = this;
    this.gradientEvaluations++;
    const value = this.target.logDensity(points.positions[slot], points.gradients[slot]);
    // Comparisons with NaN are false, so this also refuses NaN and +Infinity.
    return (points.logDensities[slot] = value > -Infinity && value < Infinity ? value : -Infinity);
  }

  /** Draws the slot's momentum from Normal(0, I) and returns the slot's energy. A trajectory may start there. */
  drawMomentum(slot: number, random: Random): number {
    const { points } = this;
    this.metric.whiten(points.buffer, points.point(slot));
    const momentum = points.momenta[slot];
    let sum = 0;
    for (let i = 0; i < momentum.length; i++) {
      const r = random.normal();
      momentum[i] = r;
      sum += r * r;
    }
    return (points.energies[slot] = 0.5 * sum - points.logDensities[slot]);
  }

  /** One leapfrog step of signed size `step` (Neal 2011, eq. 5.18 to 5.20). Returns the new slot's energy, Infinity if it has none. */
  leapfrog(from: number, to: number, step: number): number {
    const { points, metric } = this;
    const end = points.point(to);
    metric.kickAndDrift(points.buffer, points.point(from), end, step);
    const logDensity = this.evaluate(to);
    const energy = metric.kick(points.buffer, end, step) - logDensity;
    return (points.energies[to] = energy < Infinity ? energy : Infinity);
  }

  divergence(from: number, to: number, energyError: number): Divergence {
    const { positions } = this.points;
    return { from: positions[from].slice(), to: positions[to].slice(), energyError };
  }
}
