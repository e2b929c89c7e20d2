// Static Hamiltonian Monte Carlo: a fixed number of leapfrog steps, then accept or stay.

import { exp } from '../math/exp';
import type { Random } from '../math/random';
import { divergenceThreshold, type Hamiltonian } from './hamiltonian';
import { emptyStatistics, type Kernel, type TrajectoryObserver } from './kernel';
import { Points } from './points';

/** Room for the start and both sides of a step. */
export function hmcPoints(dimension: number): Points {
  return new Points(dimension, 3, 0);
}

/**
 * HMC with `steps` leapfrog steps and a Metropolis correction at the end (Neal 2011, figure 2). The step size is drawn anew for each
 * transition, uniform within (1 ± jitter) times its value. A transition is diverging if any point's energy error exceeds the
 * threshold; it is cut short only where the density is not finite, which the reversed trajectory would meet too.
 */
export class Hmc implements Kernel {
  readonly statistics = emptyStatistics();

  constructor(
    private readonly hamiltonian: Hamiltonian,
    private readonly steps: number,
    private readonly jitter: number,
    private readonly observer?: TrajectoryObserver,
  ) {}

  transition(current: number, stepSize: number, random: Random): number {
    const { statistics, hamiltonian, observer } = this;
    const { points } = hamiltonian;
    points.keepOnly(current, 1);
    const step = stepSize * (1 + this.jitter * (2 * random.uniform() - 1));
    const initialEnergy = hamiltonian.drawMomentum(current, random);
    statistics.stepSize = step;
    statistics.leapfrogSteps = 0;
    statistics.divergence = undefined;
    if (observer !== undefined) observer.start(points.positions[current], points.momenta[current], initialEnergy);
    const odd = points.take(1);
    const even = points.take(1);
    let end = current;
    while (statistics.leapfrogSteps < this.steps && points.energies[end] < Infinity) {
      const to = end === odd ? even : odd;
      const energyError = hamiltonian.leapfrog(end, to, step) - initialEnergy;
      statistics.leapfrogSteps++;
      if (observer !== undefined) observer.step(points.positions[to], points.momenta[to], points.energies[to], true, 0);
      if (energyError > divergenceThreshold) statistics.divergence ??= hamiltonian.divergence(end, to, energyError);
      end = to;
    }
    const acceptance = exp(Math.min(0, initialEnergy - points.energies[end]));
    const draw = random.uniform() < acceptance ? end : current;
    statistics.acceptanceRate = acceptance;
    statistics.energy = points.energies[draw];
    if (observer !== undefined) observer.end(points.positions[draw], statistics);
    return draw;
  }
}
