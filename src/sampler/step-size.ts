// The step size: a first guess, and its adaptation to a target acceptance rate by dual averaging.

import { exp } from '../math/exp';
import { log } from '../math/log';
import type { Random } from '../math/random';
import type { Hamiltonian } from './hamiltonian';

/**
 * Nesterov's dual averaging of the log step size (Hoffman and Gelman 2014, section 3.2.1), with Stan's constants: gamma 0.05, t0 10,
 * kappa 0.75, shrinking towards ten times the first step size.
 */
export class DualAveraging {
  /** The step size to try next. */
  current = 0;
  private mu = 0;
  private count = 0;
  private meanError = 0;
  private logAverage = 0;

  constructor(
    private readonly targetAccept: number,
    stepSize: number,
  ) {
    this.restart(stepSize, 10);
  }

  /** Forgets the past, and shrinks towards `bias` times the given step size from now on. */
  restart(stepSize: number, bias: number): void {
    this.current = stepSize;
    this.mu = log(bias * stepSize);
    this.count = 0;
    this.meanError = 0;
    this.logAverage = 0;
  }

  update(acceptanceRate: number): void {
    const count = ++this.count;
    this.meanError += (this.targetAccept - acceptanceRate - this.meanError) / (count + 10);
    const root = Math.sqrt(count);
    const logStep = this.mu - (this.meanError * root) / 0.05;
    const weight = 1 / (root * Math.sqrt(root));
    this.logAverage += weight * (logStep - this.logAverage);
    // A flat or a broken stretch of density must not drive the step size to 0 or Infinity, whence it would not come back.
    this.current = exp(Math.max(-80, Math.min(80, logStep)));
  }

  /** The averaged step size, for sampling. */
  get averaged(): number {
    return this.count === 0 ? this.current : exp(this.logAverage);
  }
}

/**
 * A step size of the right order: from `guess`, doubled or halved until the acceptance rate of a single leapfrog step crosses 0.8
 * (Hoffman and Gelman 2014, algorithm 4, as in Stan). Undefined if it leaves 1e-15 … 1e7: a density that is flat or has no smooth
 * surroundings here. Moves nothing but the momentum of slot `current`.
 */
export function heuristicStepSize(
  hamiltonian: Hamiltonian,
  current: number,
  guess: number,
  random: Random,
): number | undefined {
  const { points } = hamiltonian;
  points.keepOnly(current, 1);
  const trial = points.take(1);
  const threshold = log(0.8);
  let step = guess;
  let direction = 0;
  while (step > 1e-15 && step < 1e7) {
    const energy = hamiltonian.drawMomentum(current, random);
    const wanted = energy - hamiltonian.leapfrog(current, trial, step) > threshold ? 1 : -1;
    if (direction === 0) direction = wanted;
    else if (direction !== wanted) return step;
    step *= direction === 1 ? 2 : 0.5;
  }
  return undefined;
}
