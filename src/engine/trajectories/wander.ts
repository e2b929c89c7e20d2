// Many transitions with one step size: where the draws are, and where steps broke.
import type { Random } from '../../math/random';
import type { Target } from '../../sampler/target';
import { fixedChain } from './flick';
import type { Flick } from './flick';

export interface Wandering {
  /** Two numbers a draw. */
  readonly draws: ArrayLike<number>;
  /** Two numbers a divergence: where the step that broke began. */
  readonly broke: ArrayLike<number>;
}

export function wander(target: Target, from: Omit<Flick, 'momentum'>, random: Random, transitions: number): Wandering {
  const chain = fixedChain(target, from, random, transitions);
  const draws = chain.advance(transitions).batch.positions.slice();
  return { draws, broke: Float64Array.from(chain.divergences.flatMap((divergence) => Array.from(divergence.from))) };
}
