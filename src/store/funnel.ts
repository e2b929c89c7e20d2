// Centred against non-centred on the page: the build's fits, and the reader's own at each stop of the slider and each seed.
import story from 'virtual:prerendered/funnel';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { forms, observationCounts } from '../engine/funnel-design';
import type { Form, FunnelFit } from '../engine/funnel-design';
import { askRepeatedly } from '../engine/repeated';
import { pagePool } from './page-pool';
import { readSettingsFromAddress, settings } from './settings';

export type { Form, FunnelFit } from '../engine/funnel-design';
export { forms, observationCounts, tanks } from '../engine/funnel-design';

export type FunnelScore = (typeof story.scores)[number];

export interface FunnelState {
  readonly observations: number;
  /** Of both forms: at `observations` when the work is settled, where the slider stood before while it is not. */
  readonly pair: Readonly<Record<Form, FunnelFit>>;
  /** All that are known by now of the seed in use. */
  readonly scores: readonly FunnelScore[];
  readonly madeBy: 'build' | 'browser';
  readonly work: 'settled' | 'fitting' | 'failed';
}

export const { equations } = story;
const builtSeed = 1;

const start: FunnelState = {
  observations: story.first.centred.observations,
  pair: story.first,
  scores: story.scores,
  madeBy: 'build',
  work: 'settled',
};
const store = createStore<FunnelState>(() => start);
let stop: () => void = () => undefined;

export function useFunnel(): FunnelState {
  return useStore(store);
}

/** Effective draws per 1,000 gradients, at worst. */
export function yieldOf({ ess, gradients }: Pick<FunnelFit, 'ess' | 'gradients'>): number {
  return (1000 * ess) / gradients;
}

/** The slider moves at once; the fits follow, and then the other stops of a new seed. */
export function observe(observations: number): void {
  stop();
  const { seed } = settings.getState();
  const known = store.getState().pair.centred.seed === seed || seed === builtSeed;
  const scores = seed === builtSeed ? story.scores : known ? store.getState().scores : [];
  if (seed === builtSeed && observations === start.observations) {
    store.setState({ ...start });
    return;
  }
  store.setState({ observations, scores, work: 'fitting' });
  const others = observationCounts.filter((n) => n !== observations && !scores.some((one) => one.observations === n));
  const found: Partial<Record<Form, FunnelFit>> = {};
  const wanted = [observations, ...others].flatMap((n) => forms.map((form) => ({ n, form })));
  stop = askRepeatedly(
    pagePool(),
    wanted.map(({ n, form }) => ({ kind: 'funnel', form, design: { observations: n, seed } })),
    {
      onAnswer: (answer) => {
        if (answer.kind !== 'funnel') return;
        const { fit } = answer;
        if (fit.observations === observations) found[fit.form] = fit;
        const { scores: before } = store.getState();
        const rest = before.filter((one) => one.form !== fit.form || one.observations !== fit.observations);
        store.setState({ scores: [...rest, scoreOf(fit)] });
        const { centred, noncentred } = found;
        if (centred !== undefined && noncentred !== undefined)
          store.setState({ pair: { centred, noncentred }, madeBy: 'browser', work: 'settled' });
      },
      onEnd: ({ kind }) => {
        if (kind === 'failed') store.setState({ work: 'failed' });
      },
    },
  );
}

function scoreOf({ form, observations, divergences, draws, ess, rhat, gradients }: FunnelFit): FunnelScore {
  return { form, observations, divergences, draws, ess, rhat, gradients };
}

/** Keeps the fits at the reader's seed; call after hydration. Returns the function that parts them. */
export function connectFunnel(): () => void {
  readSettingsFromAddress();
  if (settings.getState().seed !== store.getState().pair.centred.seed) observe(store.getState().observations);
  const part = settings.subscribe((now, before) => {
    if (now.seed !== before.seed) observe(store.getState().observations);
  });
  return () => {
    part();
    stop();
  };
}
