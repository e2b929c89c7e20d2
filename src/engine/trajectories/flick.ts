// Transitions of the project's own sampler on a plane, watched; the first may be given its momentum instead of drawing it.
import type { Random } from '../../math/random';
import { startChain } from '../../sampler/chain';
import type { Chain, ChainOptions } from '../../sampler/chain';
import { defaultSettings } from '../../sampler/settings';
import type { Algorithm } from '../../sampler/settings';
import type { Target } from '../../sampler/target';
import { Recorder } from './trajectory';
import type { Trajectory } from './trajectory';

export interface Flick {
  readonly start: readonly [number, number];
  /** Null where the sampler draws it, as it always does in earnest. */
  readonly momentum: readonly [number, number] | null;
  readonly algorithm: Algorithm;
  readonly stepSize: number;
}

/** `transitions` in a row from `flick.start`, under the unit metric, nothing adapting. */
export function flick(target: Target, { momentum, ...rest }: Flick, random: Random, transitions: number): Trajectory[] {
  const recorder = new Recorder(rest.algorithm);
  const stream = momentum === null ? random : withMomentum(random, momentum);
  fixedChain(target, rest, stream, transitions, recorder).advance(transitions);
  return recorder.trajectories;
}

/** A chain without warm-up: the given step size and the unit metric from the first transition on. */
export function fixedChain(
  target: Target,
  { start, algorithm, stepSize }: Omit<Flick, 'momentum'>,
  random: Random,
  draws: number,
  observer?: ChainOptions['observer'],
): Chain {
  const inverseMass = { kind: 'diagonal', variances: new Float64Array(target.dimension).fill(1) } as const;
  const settings = { ...defaultSettings, algorithm, warmup: 0, draws };
  const from = { position: Float64Array.from(start), stepSize, inverseMass };
  const chain = startChain(target, settings, random, { start: from, observer });
  if (!chain.ok) throw new Error(chain.error.message);
  return chain.value;
}

/** The same stream, but for the first normal numbers, which are the momentum of the first transition. */
function withMomentum(random: Random, momentum: readonly number[]): Random {
  let given = 0;
  return {
    uint32: () => random.uint32(),
    uniform: () => random.uniform(),
    normal: () => (given < momentum.length ? momentum[given++] : random.normal()),
    integer: (below) => random.integer(below),
    exponential: () => random.exponential(),
  };
}
