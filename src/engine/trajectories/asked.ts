// What the appendix asks first, in the build and in the browser alike.
import type { FlickQuestion, WanderQuestion } from '../questions';
import type { Algorithm } from '../../sampler/settings';
import { funnelPlane, grounds } from './grounds';
import type { Plane } from './plane';

export type Method = 'hmc' | 'nuts';

/** A trajectory of at most 255 steps can still be looked at. */
export const maxTreeDepth = 8;

/** Where the controls stand at first. */
export const flickAlgorithm = { method: 'nuts', stepSize: 0.1, steps: 20 } as const;

export function algorithmOf(method: Method, stepSize: number, steps: number): Algorithm {
  switch (method) {
    case 'nuts':
      return { kind: 'nuts', maxTreeDepth };
    case 'hmc':
      return { kind: 'hmc', stepSize, steps, jitter: 0 };
  }
}

/** A push along the valley, and the number of its random stream: the coins of this one let the particle go mostly where it is pushed. */
export const firstMomentum = [1.6, 0.8] as const;
export const firstNumber = 3;

export function firstFlick(model: number, plane: Plane): FlickQuestion {
  const { method, stepSize, steps } = flickAlgorithm;
  const algorithm = algorithmOf(method, stepSize, steps);
  const flick = { start: grounds.frogs.start, momentum: firstMomentum, algorithm, stepSize };
  return { kind: 'flick', model, knobs: {}, plane, flick, seed: 1, number: firstNumber, transitions: 1 };
}

/** Step sizes of the figure of divergences, and the one it first shows. */
export const wanderSteps = [0.05, 0.1, 0.2, 0.4, 0.8] as const;
export const firstStep = 0.4;

/** Deeper than a flick: in the funnel's mouth the way around is long. */
export function wanderings(model: number, stepSize: number, seed: number): WanderQuestion {
  const from = { start: grounds.funnel.start, algorithm: { kind: 'nuts', maxTreeDepth: 10 }, stepSize } as const;
  return { kind: 'wander', model, knobs: {}, plane: funnelPlane, from, seed, transitions: 500 };
}
