// The no-U-turn sampler: multinomial weights, generalized U-turn criterion, iterative.

import { exp } from '../math/exp';
import type { Random } from '../math/random';
import { divergenceThreshold, type Hamiltonian } from './hamiltonian';
import { emptyStatistics, type Kernel, type TrajectoryObserver } from './kernel';
import { Points } from './points';
import { joinPoints, joinSubtrees } from './u-turn';

/** Keeps a sum of weights finite. Reached only where the start is e^690 times less probable than where it leads: far from the posterior. */
const largestLogWeight = 690;

/** Room for the points of a tree: at most three for each subtree on the stack and three for the trajectory, and a sum for each. */
export function nutsPoints(dimension: number, maxTreeDepth: number): Points {
  return new Points(dimension, 3 * (maxTreeDepth + 1), maxTreeDepth + 1);
}

/**
 * NUTS as Stan runs it (Hoffman and Gelman 2014; Betancourt 2017, arXiv 1701.02434, appendix A): the trajectory doubles forward or
 * backward in time until it turns back, diverges, or reaches `maxTreeDepth`. The draw is multinomial over its points with weights
 * exp(-energy): progressive and uniform inside a new subtree, biased towards the new subtree when it joins the trajectory.
 *
 * A subtree grows a leaf at a time. After leaf l, counted from 0, as many pairs of equal subtrees are complete as l has trailing one
 * bits, and they are joined on a stack. A subtree on the stack is five numbers: its outer point, its inner point (in order of
 * integration), its proposal, its weight relative to the start's, and, by its height on the stack, its momentum sum.
 */
export class Nuts implements Kernel {
  readonly statistics = emptyStatistics();
  private readonly outer: Int32Array;
  private readonly inner: Int32Array;
  private readonly proposal: Int32Array;
  private readonly weight: Float64Array;
  private initialEnergy = 0;
  private sumOfAcceptance = 0;

  constructor(
    private readonly hamiltonian: Hamiltonian,
    private readonly maxTreeDepth: number,
    private readonly observer?: TrajectoryObserver,
  ) {
    const height = maxTreeDepth;
    this.outer = new Int32Array(height);
    this.inner = new Int32Array(height);
    this.proposal = new Int32Array(height);
    this.weight = new Float64Array(height);
  }

  transition(current: number, stepSize: number, random: Random): number {
    const { statistics, hamiltonian, observer } = this;
    const { points } = hamiltonian;
    // The trajectory's three references: its first point, its last point, its draw.
    points.keepOnly(current, 3);
    this.begin(current, stepSize, random);
    let first = current;
    let last = current;
    let draw = current;
    let weight = 1;
    let depth = 0;
    while (depth < this.maxTreeDepth) {
      const forward = random.uniform() < 0.5;
      if (!this.grow(forward ? last : first, forward ? stepSize : -stepSize, depth, random)) break;
      // Biased progressive sampling: the new subtree is preferred, which moves farther and keeps the target invariant.
      const moves = random.uniform() * weight < this.weight[0];
      points.release(moves ? draw : this.proposal[0]);
      if (moves) draw = this.proposal[0];
      weight += this.weight[0];
      const goesOn = this.joinTrajectory(forward ? first : last, forward ? last : first, depth);
      depth++;
      if (!goesOn) break;
      points.release(this.outer[0]);
      points.release(forward ? last : first);
      if (forward) last = this.inner[0];
      else first = this.inner[0];
    }
    statistics.treeDepth = depth;
    statistics.acceptanceRate = statistics.leapfrogSteps === 0 ? 0 : this.sumOfAcceptance / statistics.leapfrogSteps;
    statistics.energy = points.energies[draw];
    if (observer !== undefined) observer.end(points.positions[draw], statistics);
    return draw;
  }

  private begin(current: number, stepSize: number, random: Random): void {
    const { statistics, hamiltonian, observer } = this;
    const { points } = hamiltonian;
    this.initialEnergy = hamiltonian.drawMomentum(current, random);
    this.sumOfAcceptance = 0;
    statistics.stepSize = stepSize;
    statistics.leapfrogSteps = 0;
    statistics.divergence = undefined;
    if (observer !== undefined) observer.start(points.positions[current], points.momenta[current], this.initialEnergy);
  }

  /** Builds the subtree of 2^depth points that continues from `start`, at height 0. False if it turned or diverged. */
  private grow(start: number, step: number, depth: number, random: Random): boolean {
    const { hamiltonian, statistics, observer, outer, inner, proposal, weight } = this;
    const { points } = hamiltonian;
    const leaves = 1 << depth;
    let height = 0;
    let from = start;
    for (let leaf = 0; leaf < leaves; leaf++) {
      const to = points.take(3);
      const energy = hamiltonian.leapfrog(from, to, step);
      const logWeight = this.initialEnergy - energy;
      statistics.leapfrogSteps++;
      if (observer !== undefined) observer.step(points.positions[to], points.momenta[to], energy, step > 0, depth);
      const leafWeight = exp(Math.min(logWeight, largestLogWeight));
      this.sumOfAcceptance += Math.min(1, leafWeight);
      if (logWeight < -divergenceThreshold) {
        statistics.divergence = hamiltonian.divergence(from, to, -logWeight);
        return false;
      }
      outer[height] = to;
      inner[height] = to;
      proposal[height] = to;
      weight[height] = leafWeight;
      for (let bits = leaf; (bits & 1) === 1; bits >>= 1) {
        height--;
        if (!this.join(height, bits === leaf, random)) return false;
      }
      height++;
      from = to;
    }
    return true;
  }

  /** Joins the subtrees at `height` and `height + 1` into `height`. */
  private join(height: number, areLeaves: boolean, random: Random): boolean {
    const { outer, inner, proposal, weight } = this;
    const { points } = this.hamiltonian;
    const { buffer, dimension } = points;
    const next = height + 1;
    const outer1 = points.momentum(outer[height]);
    const outer2 = points.momentum(inner[next]);
    const sum1 = points.sum(height);
    const goesOn = areLeaves
      ? joinPoints(buffer, dimension, outer1, outer2, sum1)
      : joinSubtrees(
          buffer,
          dimension,
          outer1,
          points.momentum(inner[height]),
          sum1,
          points.momentum(outer[next]),
          outer2,
          points.sum(next),
        );
    if (!goesOn) return false;
    points.release(inner[height]);
    points.release(outer[next]);
    inner[height] = inner[next];
    weight[height] += weight[next];
    // Uniform progressive sampling: each point of the subtree ends up proposed in proportion to its weight.
    if (random.uniform() * weight[height] < weight[next]) {
      points.release(proposal[height]);
      proposal[height] = proposal[next];
    } else {
      points.release(proposal[next]);
    }
    return true;
  }

  /** Adds the finished subtree at height 0 to a trajectory of equal size, whose far end is `far` and whose joined end is `near`. */
  private joinTrajectory(far: number, near: number, depth: number): boolean {
    const { points } = this.hamiltonian;
    const { buffer, dimension } = points;
    const near1 = points.momentum(near);
    const near2 = points.momentum(this.outer[0]);
    const trajectorySum = points.sum(this.maxTreeDepth);
    return depth === 0
      ? joinPoints(buffer, dimension, near1, near2, trajectorySum)
      : joinSubtrees(
          buffer,
          dimension,
          points.momentum(far),
          near1,
          trajectorySum,
          near2,
          points.momentum(this.inner[0]),
          points.sum(0),
        );
  }
}
