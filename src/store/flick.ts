// The particle of the appendix: where it lies, how it is pushed, and the trajectory that the sampler made of the last push.
import table from 'virtual:prerendered/frogs';
import story from 'virtual:prerendered/sampler';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { inquire } from '../engine/inquiry';
import type { InquiryPlan } from '../engine/inquiry';
import { algorithmOf, firstMomentum, firstNumber, flickAlgorithm } from '../engine/trajectories/asked';
import type { Method } from '../engine/trajectories/asked';
import { funnelPlane, groundSource, grounds } from '../engine/trajectories/grounds';
import type { GroundName } from '../engine/trajectories/grounds';
import type { Trajectory } from '../engine/trajectories/trajectory';
import { pagePool } from './page-pool';
import { settings } from './settings';

export type { Method } from '../engine/trajectories/asked';
export { firstMomentum, maxTreeDepth } from '../engine/trajectories/asked';
export { grounds, sliceTank } from '../engine/trajectories/grounds';
export type { GroundName } from '../engine/trajectories/grounds';
export type { Trajectory } from '../engine/trajectories/trajectory';

export type Pair = readonly [number, number];

export interface FlickState {
  readonly ground: GroundName;
  readonly method: Method;
  readonly stepSize: number;
  /** Of HMC. */
  readonly steps: number;
  /** How the particle lies now was reached by this. */
  readonly trajectory: Trajectory;
  /** Whose push it was. */
  readonly pushedBy: 'reader' | 'sampler';
  /** Counts the pushes; a change of settings repeats a push. */
  readonly push: number;
  /** Where earlier transitions ended, the latest last. */
  readonly trail: readonly Pair[];
  /** Where earlier steps broke. */
  readonly broken: readonly Pair[];
  readonly work: 'rest' | 'asking' | 'failed';
}

/** The longest momentum that a hand can give: the sampler draws a longer one four times in a million. */
export const strongest = 5;

/** Earlier draws that are still shown. */
const trailKept = 200;

interface Push {
  readonly start: Pair;
  readonly momentum: Pair | null;
  /** Of its random numbers. */
  readonly number: number;
}

const firstPush: Push = { start: grounds.frogs.start, momentum: firstMomentum, number: firstNumber };
let push: Push = firstPush;
let stop: () => void = () => undefined;
/** What comes into the state with the answer that is awaited. */
let pending: Partial<FlickState> = {};

/** One object each, so that a worker compiles it once. */
const sources = { frogs: groundSource('frogs', table), funnel: groundSource('funnel', table) };

export const { contours, bottoms } = story;

export const flickStore = createStore<FlickState>(() => ({
  ground: 'frogs',
  ...flickAlgorithm,
  trajectory: story.flick,
  pushedBy: 'reader',
  push: 0,
  trail: [],
  broken: [],
  work: 'rest',
}));

export function useFlick(): FlickState {
  return useStore(flickStore);
}

export function pointOf({ positions }: Trajectory, point: number): Pair {
  return [positions[2 * point], positions[2 * point + 1]];
}

/** Where the particle lies: the draw. */
export function restingPlace(trajectory: Trajectory): Pair {
  return pointOf(trajectory, trajectory.draw);
}

/** Where the step that broke began: the neighbour, in time, of where it led. */
export function brokeFrom(trajectory: Trajectory): Pair | null {
  const { broke, times } = trajectory;
  if (broke === null) return null;
  const before = times[broke] > 0 ? times[broke] - 1 : times[broke] + 1;
  return pointOf(trajectory, Array.from(times).indexOf(before));
}

/** Asks the sampler for the trajectory of `push` under the settings; `change` comes with it. */
function ask(change: Partial<FlickState>): void {
  stop();
  pending = { ...pending, ...change };
  const { ground, method, stepSize, steps } = { ...flickStore.getState(), ...pending };
  const { start, momentum, number } = push;
  const plane = ground === 'frogs' ? story.plane : funnelPlane;
  const flicked = { start, momentum, algorithm: algorithmOf(method, stepSize, steps), stepSize };
  const { seed } = settings.getState();
  flickStore.setState({ method, stepSize, steps, work: 'asking' });
  const plan: InquiryPlan<Trajectory> = {
    source: sources[ground],
    questions: [(model) => ({ kind: 'flick', model, knobs: {}, plane, flick: flicked, seed, number, transitions: 1 })],
    conclude: ([answer]) => {
      if (answer.kind !== 'trajectories') throw new Error(`an answer of kind ${answer.kind} to a flick`);
      return answer.trajectories[0];
    },
  };
  stop = inquire(pagePool(), plan, 'figure', (state) => {
    if (state.kind === 'failed' || state.kind === 'refused') flickStore.setState({ work: 'failed' });
    if (state.kind !== 'done') return;
    const came = pending;
    pending = {};
    const pushedBy = momentum === null ? 'sampler' : 'reader';
    flickStore.setState({ ...came, trajectory: state.value, pushedBy, work: 'rest' });
  });
}

/** The next transition from where the particle lies; null lets the sampler draw the momentum. */
function pushOn(momentum: Pair | null): void {
  const { trajectory, trail, broken, push: count, work } = flickStore.getState();
  if (work === 'asking') return;
  const start = restingPlace(trajectory);
  const brokeAt = brokeFrom(trajectory);
  push = { start, momentum, number: push.number + 1 };
  ask({
    push: count + 1,
    trail: [...trail, start].slice(-trailKept),
    broken: brokeAt === null ? broken : [...broken, brokeAt].slice(-trailKept),
  });
}

export function flick(momentum: Pair): void {
  pushOn(momentum);
}

export function nextTransition(): void {
  pushOn(null);
}

/** The same push again under other settings, so that only they can make the difference. */
export function changeFlick(change: Partial<Pick<FlickState, 'method' | 'stepSize' | 'steps'>>): void {
  ask(change);
}

export function chooseGround(ground: GroundName): void {
  push = { start: grounds[ground].start, momentum: firstMomentum, number: firstNumber };
  const { push: count } = flickStore.getState();
  ask({ ground, push: count + 1, trail: [], broken: [] });
}

/** Back to the first push, under the settings as they are. */
export function startOver(): void {
  chooseGround(flickStore.getState().ground);
}

/** Keeps the flicks at the reader's seed; call after hydration. Returns the function that parts them. */
export function connectFlick(): () => void {
  if (settings.getState().seed !== 1) ask({});
  const part = settings.subscribe((now, before) => {
    if (now.seed !== before.seed) ask({});
  });
  return () => {
    part();
    stop();
  };
}
