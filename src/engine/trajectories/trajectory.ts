// One transition seen from inside: the points of its trajectory as the sampler made them, and what became of it.
import type { TrajectoryObserver } from '../../sampler/kernel';
import { divergenceThreshold } from '../../sampler/hamiltonian';
import type { TransitionStatistics } from '../../sampler/kernel';
import type { Algorithm } from '../../sampler/settings';

/** Points in the order in which they were made; the start is number 0. */
export interface Trajectory {
  /** Two numbers a point. */
  readonly positions: ArrayLike<number>;
  /** Two numbers a point; velocities, since the metric is the unit one. */
  readonly momenta: ArrayLike<number>;
  /** Infinity where the density is none. */
  readonly energies: ArrayLike<number>;
  /** Steps from the start, negative backward in time. */
  readonly times: ArrayLike<number>;
  /** The doubling that made the point, from 1; 0 for the start. HMC has only the first. */
  readonly doublings: ArrayLike<number>;
  /** The number of the point that is the draw. */
  readonly draw: number;
  /** The number of the point that a broken step led to. */
  readonly broke: number | null;
  /** Why it went no further. */
  readonly ending: 'steps' | 'u-turn' | 'divergence' | 'limit';
  /** Doublings completed; points of a later one were thrown away. 1 for HMC. */
  readonly depth: number;
  /** Mean over the points for NUTS, that of the end for HMC. */
  readonly acceptanceRate: number;
}

/** Copies what an observed chain does, one trajectory at a time. */
export class Recorder implements TrajectoryObserver {
  readonly trajectories: Trajectory[] = [];
  private positions: number[] = [];
  private momenta: number[] = [];
  private energies: number[] = [];
  private times: number[] = [];
  private doublings: number[] = [];
  private forward = 0;
  private backward = 0;

  constructor(private readonly algorithm: Algorithm) {}

  start(position: Float64Array, momentum: Float64Array, energy: number): void {
    this.positions = [];
    this.momenta = [];
    this.energies = [];
    this.times = [];
    this.doublings = [];
    this.forward = 0;
    this.backward = 0;
    this.push(position, momentum, energy, 0, 0);
  }

  step(position: Float64Array, momentum: Float64Array, energy: number, forward: boolean, depth: number): void {
    this.push(position, momentum, energy, forward ? ++this.forward : --this.backward, depth + 1);
  }

  end(position: Float64Array, statistics: Readonly<TransitionStatistics>): void {
    const { positions, momenta, energies, times, doublings, algorithm } = this;
    const broke = energies.findIndex((energy) => !(energy - energies[0] <= divergenceThreshold));
    this.trajectories.push({
      positions: Float64Array.from(positions),
      momenta: Float64Array.from(momenta),
      energies: Float64Array.from(energies),
      times: Int32Array.from(times),
      doublings: Int32Array.from(doublings),
      draw: this.numberOf(position),
      broke: broke < 0 ? null : broke,
      ending: endingOf(statistics, algorithm),
      depth: algorithm.kind === 'hmc' ? 1 : statistics.treeDepth,
      acceptanceRate: statistics.acceptanceRate,
    });
  }

  private push(position: Float64Array, momentum: Float64Array, energy: number, time: number, doubling: number): void {
    this.positions.push(position[0], position[1]);
    this.momenta.push(momentum[0], momentum[1]);
    this.energies.push(energy);
    this.times.push(time);
    this.doublings.push(doubling);
  }

  /** The draw is one of the points, to the bit. */
  private numberOf(position: Float64Array): number {
    const { positions } = this;
    for (let point = 0; 2 * point < positions.length; point++)
      if (positions[2 * point] === position[0] && positions[2 * point + 1] === position[1]) return point;
    throw new Error('the draw is none of the points of its trajectory');
  }
}

function endingOf(
  { divergence, treeDepth }: Readonly<TransitionStatistics>,
  algorithm: Algorithm,
): Trajectory['ending'] {
  if (algorithm.kind === 'hmc') return 'steps';
  if (divergence !== undefined) return 'divergence';
  return treeDepth === algorithm.maxTreeDepth ? 'limit' : 'u-turn';
}
