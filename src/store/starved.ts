// One story starved of its responses: what no pooling and partial pooling make of the few that are kept.
import story from 'virtual:prerendered/trolley-poolings';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { starvedFit, starvedKey } from '../engine/poolings';
import type { StarvedFit } from '../engine/poolings';
import { startRun } from '../engine/run';
import type { RunResult } from '../engine/run';
import type { SettledDraws } from './fit-status';
import { pagePool } from './page-pool';
import type { SettingSpec, WordSpec } from './query';
import {
  readFromAddress,
  readSettingsFromAddress,
  readWordFromAddress,
  settings,
  writeToAddress,
  writeWordToAddress,
} from './settings';
import { trolleyCounts } from './trolley-counts';
import { trolleyTable } from './trolley-table';

export type { StarvedFit } from '../engine/poolings';

export interface StarvedState {
  readonly story: string;
  readonly keep: number;
  /** What is shown: of `story` and `keep` when the work is settled, of what stood there before while it is not. */
  readonly fits: { readonly none: StarvedFit; readonly partial: StarvedFit };
  readonly work: 'settled' | 'fitting' | { readonly failed: string };
}

const { starved } = story;
const first: Pick<StarvedState, 'story' | 'keep' | 'fits'> = {
  story: starved.story,
  keep: starved.keep,
  fits: { none: starved.none, partial: starved.partial },
};
const store = createStore<StarvedState>(() => ({ ...first, work: 'settled' }));

/** The fewest responses that may be kept. */
export const fewest = 3;

const storySpec: WordSpec<string> = { label: 'the story', choices: trolleyCounts.stories, fallback: starved.story };
const keptSpec = (name: string): SettingSpec => ({
  kind: 'number',
  label: 'a number of responses to keep of',
  minimum: fewest,
  maximum: responsesTo(name),
  fallback: starved.keep,
});

let stops: readonly (() => void)[] = [];
let request = 0;

export function useStarved(): StarvedState {
  return useStore(store);
}

/** The draws without pooling and with partial pooling. */
export function starvedDrawn(): readonly (SettledDraws | null)[] {
  const { fits, work } = store.getState();
  return [fits.none, fits.partial].map((fit) => (work === 'settled' ? fit : null));
}

/** How many responses the story has in all. */
export function responsesTo(name: string): number {
  return trolleyCounts.byStory[trolleyCounts.stories.indexOf(name)].reduce((sum, count) => sum + count, 0);
}

export async function starve(name: string, wanted: number): Promise<void> {
  const keep = Math.min(Math.max(Math.round(wanted), fewest), responsesTo(name));
  for (const stop of stops) stop();
  const mine = ++request;
  writeWordToAddress('story', name, starved.story);
  writeToAddress('kept', keep, keptSpec(name));
  const { seed, interval } = settings.getState();
  if (name === starved.story && keep === starved.keep && seed === 1 && interval === 89)
    return store.setState({ ...first, work: 'settled' });
  store.setState({ story: name, keep, work: 'fitting' });
  try {
    const table = await trolleyTable();
    if (mine !== request) return;
    const number = trolleyCounts.stories.indexOf(name) + 1;
    const fit = async (pooling: 'none' | 'partial'): Promise<StarvedFit | null> => {
      const key = starvedKey(pooling, { story: name, keep, seed }, table, seed);
      const result = await resultOf(key, interval / 100);
      return result === null ? null : starvedFit(pagePool(), pooling, key, result, number, interval / 100);
    };
    const [none, partial] = await Promise.all([fit('none'), fit('partial')]);
    if (mine === request && none !== null && partial !== null)
      store.setState({ fits: { none, partial }, work: 'settled' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'something went wrong';
    if (mine === request) store.setState({ work: { failed: reason } });
  }
}

/** Null when a newer wish took its place. */
function resultOf(key: ReturnType<typeof starvedKey>, probability: number): Promise<RunResult | null> {
  return new Promise((resolve, reject) => {
    const stop = startRun(
      pagePool(),
      key,
      { priority: 'figure', depth: 'full', probability, deterministics: false, warmStarts: null, batch: 125 },
      (run) => {
        if (run.kind === 'done') resolve(run.result);
        if (run.kind === 'cancelled') resolve(null);
        if (run.kind === 'failed') reject(new Error('the sampler stopped'));
      },
    );
    stops = [...stops.slice(-1), stop];
  });
}

/** Keeps the fits at the reader's seed and interval; call after hydration. Returns the function that parts them. */
export function connectStarved(): () => void {
  const again = (): void => {
    const { story: name, keep } = store.getState();
    void starve(name, keep);
  };
  readSettingsFromAddress();
  const name = readWordFromAddress('story', storySpec);
  void starve(name, readFromAddress('kept', keptSpec(name)));
  const part = settings.subscribe((now, before) => {
    if (now.seed !== before.seed || now.interval !== before.interval) again();
  });
  return () => {
    part();
    for (const stop of stops) stop();
  };
}
