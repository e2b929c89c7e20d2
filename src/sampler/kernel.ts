// What a transition kernel is: from the current point to the next draw, with the statistics of the trajectory between them.

import type { Random } from '../math/random';
import type { Divergence } from './hamiltonian';

/** One transition's trajectory. One object per kernel, overwritten by every transition. */
export interface TransitionStatistics {
  /** Mean over the trajectory's points of min(1, exp(energy at the start - energy there)); 0 to 1. */
  acceptanceRate: number;
  /** The step size used, jitter included. */
  stepSize: number;
  /** Completed doublings, as Stan reports; 0 for static HMC. */
  treeDepth: number;
  leapfrogSteps: number;
  /** Energy of the draw, with the momentum it was selected with. */
  energy: number;
  divergence: Divergence | undefined;
}

export interface Kernel {
  readonly statistics: TransitionStatistics;
  /** Moves from the point in slot `current` and returns the slot of the next draw (which may be the same). */
  transition(current: number, stepSize: number, random: Random): number;
}

/** Sees the trajectory as it grows, for explaining it. The arrays are the sampler's own: copy what you keep, change nothing. */
export interface TrajectoryObserver {
  /** A trajectory starts. `momentum` is whitened (see Points): under the unit metric it is the velocity. */
  start(position: Float64Array, momentum: Float64Array, energy: number): void;
  /** A leapfrog step was made, forward or backward in time; `depth` is the doubling it belongs to. */
  step(position: Float64Array, momentum: Float64Array, energy: number, forward: boolean, depth: number): void;
  /** The draw was selected. */
  end(position: Float64Array, statistics: Readonly<TransitionStatistics>): void;
}

export function emptyStatistics(): TransitionStatistics {
  return {
    acceptanceRate: 0,
    stepSize: 0,
    treeDepth: 0,
    leapfrogSteps: 0,
    energy: 0,
    divergence: undefined,
  };
}
