// Several fits at once: their states for React, and the one status they have together.
import { useMemo, useSyncExternalStore } from 'react';
import { fitStatus } from './fit-status';
import type { FitStatus, Verdict } from './fit-status';
import type { KnobFit, KnobFitState } from './knob-fit';

/** `fits` is the same array each time. */
export function useFitStates<D, K>(fits: readonly KnobFit<D, K>[]): readonly KnobFitState<D, K>[] {
  const view = useMemo(() => viewOf(fits), [fits]);
  return useSyncExternalStore(view.subscribe, view.read, view.read);
}

/** Reads the same array as long as no state has changed. */
function viewOf<D, K>(fits: readonly KnobFit<D, K>[]) {
  let last = fits.map(({ store }) => store.getState());
  return {
    subscribe: (changed: () => void) => {
      const parts = fits.map(({ store }) => store.subscribe(changed));
      return () => parts.forEach((part) => part());
    },
    read: () => {
      const now = fits.map(({ store }) => store.getState());
      if (now.some((state, k) => state !== last[k])) last = now;
      return last;
    },
  };
}

const doubt = { trust: 0, look: 1, doubt: 2 } as const;

/** What is true of any of them is true of all; of verdicts the most doubtful, with the name of its fit unless it is trusted. */
export function commonStatus(states: readonly KnobFitState<unknown, unknown>[], names: readonly string[]): FitStatus {
  const all = states.map(fitStatus);
  const busy = all.flatMap((status) => (status.kind === 'busy' ? [status] : []));
  const verdicts = all.flatMap((status, k) =>
    status.kind === 'verdict' ? [{ ...status.verdict, name: names[k] }] : [],
  );
  const other = all.find(({ kind }) => kind === 'moving' || kind === 'failed');
  if (other !== undefined) return other;
  if (busy.length > 0)
    return {
      ...busy[0],
      done: busy.reduce((total, { done }) => total + done, 0),
      wanted: busy.reduce((total, { wanted }) => total + wanted, 0),
    };
  const stopped = all.find(({ kind }) => kind === 'stopped');
  if (stopped !== undefined) return stopped;
  const worst = verdicts.reduce((a, b) => (doubt[b.judgement.kind] > doubt[a.judgement.kind] ? b : a));
  return { kind: 'verdict', verdict: named(worst) };
}

function named({ name, ...verdict }: Verdict & { readonly name: string }): Verdict {
  const { judgement } = verdict;
  if (judgement.kind === 'trust') return verdict;
  return { ...verdict, judgement: { ...judgement, sentence: `${name}: ${judgement.sentence}` } };
}
