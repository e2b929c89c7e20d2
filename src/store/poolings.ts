// Three poolings of the trolley's responses: the build's fits, and the reader's own on demand.
import story from 'virtual:prerendered/trolley-poolings';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { poolingFit, poolingKey } from '../engine/poolings';
import type { PoolingFit } from '../engine/poolings';
import { startRun } from '../engine/run';
import type { RunOptions } from '../engine/run';
import { poolings, untilGood } from '../engine/trolley';
import type { Cluster, Pooling } from '../engine/trolley';
import type { SettledDraws } from './fit-status';
import { pagePool } from './page-pool';
import { readWordFromAddress, settings, writeWordToAddress } from './settings';
import type { WordSpec } from './query';
import { drawsAgain } from './shown-draws';
import type { TakeDraws } from './shown-draws';
import { trolleyTable } from './trolley-table';

export type { Effects, PoolingFit } from '../engine/poolings';
export type { Cluster, Pooling } from '../engine/trolley';

export type PoolingsWork =
  | { readonly kind: 'built' }
  /** `pooling`: the one that is at work; `done` of `wanted` transitions, of which more may be asked for. */
  | { readonly kind: 'fitting'; readonly pooling: Pooling; readonly done: number; readonly wanted: number }
  /** `same`: the draws are the build's, by their hashes; null where seed or interval are not. */
  | { readonly kind: 'fitted'; readonly same: boolean | null }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly message: string };

/** `seed`: of its run. */
export type ShownPooling = PoolingFit & { readonly seed: number };

export interface PoolingsState {
  readonly cluster: Cluster;
  readonly fits: Readonly<Record<Cluster, Readonly<Record<Pooling, ShownPooling>>>>;
  readonly work: Readonly<Record<Cluster, PoolingsWork>>;
}

const ofSeed1 = (fits: Readonly<Record<Pooling, PoolingFit>>): Readonly<Record<Pooling, ShownPooling>> => ({
  complete: { ...fits.complete, seed: 1 },
  none: { ...fits.none, seed: 1 },
  partial: { ...fits.partial, seed: 1 },
});

const store = createStore<PoolingsState>(() => ({
  cluster: 'story',
  fits: { story: ofSeed1(story.fits.story), participant: ofSeed1(story.fits.participant) },
  work: { story: { kind: 'built' }, participant: { kind: 'built' } },
}));

let stopRun: () => void = () => undefined;
/** A newer request makes an older one moot. */
let request = 0;

/** The draws of the fit that is shown. */
export function poolingDraws(cluster: Cluster, pooling: Pooling): TakeDraws {
  return (hear) => {
    const { hash, seed } = store.getState().fits[cluster][pooling];
    return drawsAgain(async () => poolingKey(pooling, cluster, await trolleyTable(), seed), hash)(hear);
  };
}

export function usePoolings(): PoolingsState {
  return useStore(store);
}

/** How the trolley's runs end, for links that name them. */
export const untilGoodSentence = `Each run went on until its smallest ESS was ${untilGood.bulkEss}, or it had its most draws.`;

/** The draws of the three fits that are shown; null for one of another seed than the reader's, which waits to be made. */
export function poolingsDrawn(): readonly (SettledDraws | null)[] {
  const { cluster, fits } = store.getState();
  const { seed } = settings.getState();
  return poolings.map((pooling) => (fits[cluster][pooling].seed === seed ? fits[cluster][pooling] : null));
}

const clusterSpec: WordSpec<Cluster> = {
  label: 'clusters',
  choices: ['story', 'participant'],
  fallback: 'story',
};

export function chooseCluster(cluster: Cluster): void {
  store.setState({ cluster });
  writeWordToAddress('cluster', cluster, clusterSpec.fallback);
}

/** Call after hydration. */
export function readClusterFromAddress(): void {
  store.setState({ cluster: readWordFromAddress('cluster', clusterSpec) });
}

function setWork(cluster: Cluster, work: PoolingsWork): void {
  store.setState(({ work: before }) => ({ work: { ...before, [cluster]: work } }));
}

/** Fits the three poolings of a cluster, one after the other, each on all cores. */
export async function fitPoolings(cluster: Cluster): Promise<void> {
  stopFitting();
  const mine = ++request;
  setWork(cluster, { kind: 'fitting', pooling: 'complete', done: 0, wanted: 1 });
  const { seed, interval } = settings.getState();
  const fitted: Partial<Record<Pooling, PoolingFit>> = {};
  try {
    const table = await trolleyTable();
    for (const pooling of poolings) {
      const key = poolingKey(pooling, cluster, table, seed);
      const run = await ended(pooling, cluster, key, interval / 100);
      if (mine !== request || run.kind === 'cancelled') return;
      if (run.kind === 'failed') throw new Error('the sampler stopped');
      const fit = await poolingFit(pagePool(), pooling, key, run.result, interval / 100);
      if (mine !== request) return;
      fitted[pooling] = fit;
      store.setState(({ fits }) => ({
        fits: { ...fits, [cluster]: { ...fits[cluster], [pooling]: { ...fit, seed } } },
      }));
    }
  } catch (error) {
    if (mine === request) setWork(cluster, { kind: 'failed', message: messageOf(error) });
    return;
  }
  const same =
    seed === 1 ? poolings.every((pooling) => fitted[pooling]?.hash === story.fits[cluster][pooling].hash) : null;
  setWork(cluster, { kind: 'fitted', same });
}

export function stopFitting(): void {
  request++;
  stopRun();
  stopRun = () => undefined;
  const { work } = store.getState();
  for (const cluster of ['story', 'participant'] as const)
    if (work[cluster].kind === 'fitting') setWork(cluster, { kind: 'stopped' });
}

type Ended = Extract<Parameters<Parameters<typeof startRun>[3]>[0], { kind: 'done' | 'failed' | 'cancelled' }>;

function ended(
  pooling: Pooling,
  cluster: Cluster,
  key: ReturnType<typeof poolingKey>,
  probability: number,
): Promise<Ended> {
  const options: RunOptions = {
    priority: 'figure',
    depth: 'full',
    probability,
    deterministics: false,
    warmStarts: null,
    batch: 25,
  };
  return new Promise((resolve) => {
    stopRun = startRun(pagePool(), key, options, (run) => {
      if (run.kind === 'done' || run.kind === 'failed' || run.kind === 'cancelled') return resolve(run);
      if (run.kind === 'idle') return;
      const done = total(run.progress.warmup) + total(run.progress.draws);
      const wanted = key.chains * (key.settings.warmup + run.progress.goal);
      setWork(cluster, { kind: 'fitting', pooling, done, wanted });
    });
  });
}

function messageOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : 'something went wrong';
  return `The fit could not be made: ${reason}. Check the connection and try again; the figure keeps what it showed.`;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
