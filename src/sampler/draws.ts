// Draws and their statistics in typed arrays, refilled batch by batch.

import type { TransitionStatistics } from './kernel';

/** A run of consecutive draws: `count` rows. Views of buffers that the next batch overwrites. */
export interface DrawBatch {
  readonly count: number;
  /** Unconstrained positions, draw by draw: count × dimension. */
  readonly positions: Float64Array;
  readonly logDensities: Float64Array;
  /** Mean Metropolis acceptance probability over the trajectory. */
  readonly acceptanceRates: Float64Array;
  readonly stepSizes: Float64Array;
  readonly treeDepths: Uint8Array;
  readonly leapfrogSteps: Uint32Array;
  /** Hamiltonian of the draw with the momentum it was selected with; for E-BFMI. */
  readonly energies: Float64Array;
  /** 1 where the trajectory diverged. */
  readonly diverging: Uint8Array;
}

export class DrawBuffer {
  private capacity = 0;
  private count = 0;
  private positions = new Float64Array(0);
  private logDensities = new Float64Array(0);
  private acceptanceRates = new Float64Array(0);
  private stepSizes = new Float64Array(0);
  private treeDepths = new Uint8Array(0);
  private leapfrogSteps = new Uint32Array(0);
  private energies = new Float64Array(0);
  private diverging = new Uint8Array(0);

  constructor(private readonly dimension: number) {}

  /** Empties the buffer and makes room for `capacity` draws. */
  reset(capacity: number): void {
    this.count = 0;
    if (capacity <= this.capacity) return;
    this.capacity = capacity;
    this.positions = new Float64Array(capacity * this.dimension);
    this.logDensities = new Float64Array(capacity);
    this.acceptanceRates = new Float64Array(capacity);
    this.stepSizes = new Float64Array(capacity);
    this.treeDepths = new Uint8Array(capacity);
    this.leapfrogSteps = new Uint32Array(capacity);
    this.energies = new Float64Array(capacity);
    this.diverging = new Uint8Array(capacity);
  }

  push(position: Float64Array, logDensity: number, statistics: TransitionStatistics): void {
    const i = this.count++;
    this.positions.set(position, i * this.dimension);
    this.logDensities[i] = logDensity;
    this.acceptanceRates[i] = statistics.acceptanceRate;
    this.stepSizes[i] = statistics.stepSize;
    this.treeDepths[i] = statistics.treeDepth;
    this.leapfrogSteps[i] = statistics.leapfrogSteps;
    this.energies[i] = statistics.energy;
    this.diverging[i] = statistics.divergence === undefined ? 0 : 1;
  }

  get batch(): DrawBatch {
    const { count } = this;
    return {
      count,
      positions: this.positions.subarray(0, count * this.dimension),
      logDensities: this.logDensities.subarray(0, count),
      acceptanceRates: this.acceptanceRates.subarray(0, count),
      stepSizes: this.stepSizes.subarray(0, count),
      treeDepths: this.treeDepths.subarray(0, count),
      leapfrogSteps: this.leapfrogSteps.subarray(0, count),
      energies: this.energies.subarray(0, count),
      diverging: this.diverging.subarray(0, count),
    };
  }
}
