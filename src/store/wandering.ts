// Five hundred draws of the funnel at one step size, and where steps broke: the build's first, the reader's once something moves.
import story from 'virtual:prerendered/sampler';
import table from 'virtual:prerendered/frogs';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { inquire } from '../engine/inquiry';
import { firstStep, wanderings, wanderSteps } from '../engine/trajectories/asked';
import { groundSource } from '../engine/trajectories/grounds';
import type { Answer } from '../engine/questions';
import type { Wandering } from '../engine/trajectories/wander';
import { pagePool } from './page-pool';
import { settings } from './settings';

export type { Wandering } from '../engine/trajectories/wander';
export { wanderSteps } from '../engine/trajectories/asked';

export interface WanderingState {
  /** The step size that is asked for. */
  readonly stepSize: number;
  /** What is shown, and the step size it was made with. */
  readonly shown: { readonly stepSize: number; readonly wandering: Wandering };
  readonly work: 'rest' | 'asking' | 'failed';
}

const store = createStore<WanderingState>(() => ({
  stepSize: firstStep,
  shown: { stepSize: firstStep, wandering: story.wandering },
  work: 'rest',
}));

const source = groundSource('funnel', table);
let stop: () => void = () => undefined;

export function useWandering(): WanderingState {
  return useStore(store);
}

export function chooseStep(stepSize: number): void {
  stop();
  const { seed } = settings.getState();
  store.setState({ stepSize, work: 'asking' });
  const plan = {
    source,
    questions: [(model: number) => wanderings(model, stepSize, seed)],
    conclude: ([answer]: readonly Answer[]) => {
      if (answer.kind !== 'wandering') throw new Error(`an answer of kind ${answer.kind} to a wandering`);
      return answer.wandering;
    },
  };
  stop = inquire(pagePool(), plan, 'figure', (state) => {
    if (state.kind === 'failed' || state.kind === 'refused') store.setState({ work: 'failed' });
    if (state.kind === 'done') store.setState({ shown: { stepSize, wandering: state.value }, work: 'rest' });
  });
}

/** From one of the step sizes to its neighbour, or where it is. */
export function stepAt(place: number): number {
  return wanderSteps[Math.min(wanderSteps.length - 1, Math.max(0, place))];
}

/** Keeps the draws at the reader's seed; call after hydration. Returns the function that parts them. */
export function connectWandering(): () => void {
  const again = (): void => chooseStep(store.getState().stepSize);
  if (settings.getState().seed !== 1) again();
  const part = settings.subscribe((now, before) => {
    if (now.seed !== before.seed) again();
  });
  return () => {
    part();
    stop();
  };
}
