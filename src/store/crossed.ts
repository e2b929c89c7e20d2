// The crossed trolley model on the page: the build's fit, and live chains with a clock that the reader can hold, end or stop.
import story from 'virtual:prerendered/trolley-crossed';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { crossedFit, crossedKey, crossedPlan, masses } from '../engine/crossed';
import type { CrossedEstimates, CrossedFit, Estimated } from '../engine/crossed';
import { answered, inquire } from '../engine/inquiry';
import type { RunKey } from '../engine/key';
import type { Judged, Progress, Run } from '../engine/run';
import { endedAfter, fewestKept, steerRun } from '../engine/steer';
import type { Steering } from '../engine/steer';
import { untilGood } from '../engine/trolley';
import { createTurn } from '../engine/turn';
import { pagePool } from './page-pool';
import type { SettledDraws } from './fit-status';
import type { SettingSpec } from './query';
import { readFromAddress, readSettingsFromAddress, settings, writeToAddress } from './settings';
import { drawsAgain } from './shown-draws';
import type { TakeDraws, TakenDraws } from './shown-draws';
import { trolleyTable } from './trolley-table';

export type { CrossedEstimates, CrossedFit, CrossedName, Estimated } from '../engine/crossed';

export interface Clock {
  /** Of running time so far, without pauses, ms. */
  readonly before: number;
  /** When it was last started; null while it stands. */
  readonly since: number | null;
}

export type CrossedWork =
  | { readonly kind: 'built' }
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'running' | 'paused';
      readonly stage: 'warmup' | 'sampling';
      /** Transitions over all chains. */
      readonly done: number;
      readonly wanted: number;
      readonly judged: Judged | null;
      /** Whether there are draws to be kept. */
      readonly keeps: boolean;
      readonly clock: Clock;
    }
  | {
      readonly kind: 'done';
      readonly how: 'reached' | 'capped' | 'kept';
      readonly seconds: number;
      /** Whether the draws are the build's, by their hash; null where the run is another one. */
      readonly same: boolean | null;
    }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly message: string };

export interface CrossedState {
  readonly fit: CrossedFit;
  /** Draws a chain that the address asks for, of a run that was ended before it was good; null: until it is good. */
  readonly chainDraws: number | null;
  readonly madeBy: 'build' | 'browser';
  /** What the chains say by now; null where they say nothing yet, or are done. */
  readonly glimpse: CrossedEstimates | null;
  readonly work: CrossedWork;
}

/** The reader's own last run, whose draws are shown. */
let own: Extract<TakenDraws, { kind: 'ready' }> | null = null;

export const crossedDraws: TakeDraws = (hear) => {
  if (own !== null) {
    hear(own);
    return () => undefined;
  }
  return drawsAgain(async () => crossedKey('full', await trolleyTable(), story.full.seed), story.full.hash)(hear);
};

export const targetEss = 400;
export const { before, stories } = story;

const chainDrawsSpec: SettingSpec = {
  kind: 'number',
  label: 'draws a chain:',
  minimum: fewestKept,
  maximum: untilGood.cap,
  fallback: 0,
};

function setChainDraws(draws: number): void {
  store.setState({ chainDraws: draws === chainDrawsSpec.fallback ? null : draws });
  writeToAddress('chain-draws', draws, chainDrawsSpec);
}

/** The draws of the fit that is shown, if they are what the address asks for, and of the one without treatments, which is the build's. */
export function crossedDrawn(): readonly (SettledDraws | null)[] {
  const { fit, chainDraws } = store.getState();
  const asked = chainDraws === null ? fit.untilGood : !fit.untilGood && fit.draws === chainDraws;
  return [asked && fit.seed === settings.getState().seed ? fit : null, before];
}

const store = createStore<CrossedState>(() => ({
  fit: story.full,
  chainDraws: null,
  madeBy: 'build',
  glimpse: null,
  work: { kind: 'built' },
}));

export function useCrossed(): CrossedState {
  return useStore(store);
}

/** The interval of an estimate at the reader's mass, in percent. */
export function intervalAt({ intervals }: Estimated, percent: number): readonly [number, number] {
  return intervals[masses.findIndex((mass) => Math.round(100 * mass) === percent)] ?? intervals[0];
}

export function elapsed({ before: ms, since }: Clock): number {
  return (ms + (since === null ? 0 : performance.now() - since)) / 1000;
}

let steering: Steering | null = null;
let request = 0;

/** A run until it is good, or of as many draws a chain as the page was opened with; after that one, until it is good. */
export async function runCrossed(): Promise<void> {
  if (store.getState().work.kind === 'done') setChainDraws(chainDrawsSpec.fallback);
  stopCrossed();
  const mine = ++request;
  const { chainDraws } = store.getState();
  store.setState({ work: { kind: 'loading' }, glimpse: null });
  try {
    const turn = createTurn();
    const table = await trolleyTable();
    // Reading ten thousand rows, joining them with the model and sending them to workers: each has a task to itself.
    await turn();
    if (mine !== request) return;
    const whole = crossedKey('full', table, settings.getState().seed);
    const key = chainDraws === null ? whole : endedAfter(whole, chainDraws);
    await turn();
    if (mine === request) begin(key, mine);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'something went wrong';
    if (mine === request) fail(`The responses could not be had: ${reason}. Check the connection and try again.`);
  }
}

function fail(message: string): void {
  store.setState({ work: { kind: 'failed', message }, glimpse: null });
}

function begin(key: RunKey, mine: number): void {
  const options = { priority: 'figure', depth: 'full', probability: 0.89, deterministics: false } as const;
  let glimpsed = 0;
  let judgedAt = 0;
  const clock: Clock = { before: 0, since: performance.now() };
  store.setState({ work: workOf(key, { kind: 'warmup', progress: null }, clock) });
  steering = steerRun(pagePool(), key, { ...options, warmStarts: null, batch: 10 }, (run) => {
    if (mine !== request) return;
    switch (run.kind) {
      case 'idle':
      case 'cancelled':
        return;
      case 'failed':
        return fail('The sampler stopped because of a fault in this program. Reload the page to start it afresh.');
      case 'warmup':
      case 'sampling': {
        const { work } = store.getState();
        if (work.kind !== 'running' && work.kind !== 'paused') return;
        store.setState({ work: { ...workOf(key, run, work.clock), kind: work.kind } });
        const { judged } = run.progress;
        if (judged !== null && judged.draws > glimpsed) {
          glimpsed = judged.draws;
          judgedAt = elapsed(work.clock);
          glimpse(mine);
        }
        return;
      }
      case 'done':
        void conclude(run, mine, judgedAt);
    }
  });
}

function workOf(
  { chains, settings: { warmup } }: RunKey,
  { kind, progress }: { readonly kind: 'warmup' | 'sampling'; readonly progress: Progress | null },
  clock: Clock,
): Extract<CrossedWork, { kind: 'running' | 'paused' }> {
  const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
  return {
    kind: 'running',
    stage: kind,
    done: progress === null ? 0 : total(progress.warmup) + total(progress.draws),
    wanted: chains * (warmup + (progress?.goal ?? 0)),
    judged: progress?.judged ?? null,
    keeps: progress !== null && progress.judged !== null,
    clock,
  };
}

/** What the draws so far say; an answer that comes after the end is dropped. */
function glimpse(mine: number): void {
  const parameters = steering?.soFar() ?? null;
  if (parameters === null) return;
  inquire(pagePool(), crossedPlan(parameters), 'preview', (state) => {
    const { kind } = store.getState().work;
    if (mine === request && state.kind === 'done' && (kind === 'running' || kind === 'paused'))
      store.setState({ glimpse: state.value });
  });
}

/** `judgedAt`: when the draws were last judged; what it takes to sum them up is not sampling. */
async function conclude(
  { key, result }: Extract<Run, { kind: 'done' }>,
  mine: number,
  judgedAt: number,
): Promise<void> {
  const { work } = store.getState();
  steering = null;
  const ended = await answered(pagePool(), crossedPlan(result.draws.parameters));
  if (mine !== request) return;
  if (ended.kind !== 'done') return fail('The draws could not be summed up. Run the chains once more.');
  const fit = crossedFit(key, result, ended.value);
  own = { kind: 'ready', key, draws: result.draws };
  const how = result.ending === 'fixed' ? 'kept' : result.ending;
  if (how === 'kept') setChainDraws(fit.draws);
  const stood = work.kind === 'running' || work.kind === 'paused' ? elapsed(work.clock) : judgedAt;
  const seconds = how === 'kept' ? stood : judgedAt;
  const same = how !== 'kept' && fit.seed === story.full.seed ? fit.hash === story.full.hash : null;
  store.setState({ fit, madeBy: 'browser', glimpse: null, work: { kind: 'done', how, seconds, same } });
}

export function pauseCrossed(): void {
  const { work } = store.getState();
  if (work.kind !== 'running') return;
  store.setState({ work: { ...work, kind: 'paused', clock: { before: 1000 * elapsed(work.clock), since: null } } });
  steering?.hold();
}

export function resumeCrossed(): void {
  const { work } = store.getState();
  if (work.kind !== 'paused') return;
  store.setState({ work: { ...work, kind: 'running', clock: { ...work.clock, since: performance.now() } } });
  steering?.goOn();
}

/** Ends the run with the draws that there are. */
export function keepCrossed(): void {
  standClock();
  steering?.keep();
}

function standClock(): void {
  const { work } = store.getState();
  if (work.kind === 'running' || work.kind === 'paused')
    store.setState({ work: { ...work, clock: { before: 1000 * elapsed(work.clock), since: null } } });
}

/** Drops the run; the figure keeps the fit that it had. */
export function stopCrossed(): void {
  request++;
  steering?.cancel();
  steering = null;
  const { work } = store.getState();
  if (work.kind === 'loading' || work.kind === 'running' || work.kind === 'paused')
    store.setState({ work: { kind: 'stopped' }, glimpse: null });
}

/** Takes seed and interval from the address; call after hydration. Returns the function that ends what is running. */
export function connectCrossed(): () => void {
  readSettingsFromAddress();
  const asked = Math.round(readFromAddress('chain-draws', chainDrawsSpec));
  store.setState({ chainDraws: asked === chainDrawsSpec.fallback ? null : asked });
  return stopCrossed;
}
