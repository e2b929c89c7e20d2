// A run: the chains of one key, gathered from the pool and summarized. What the store and the command line hold.
import type { WarmStart } from '../sampler/chain';
import type { Draws } from './draws';
import type { RunKey } from './key';
import type { Pool, Priority } from './pool';
import type { ChainEnd, Failure, SummaryDepth } from './protocol';
import type { Quality } from './questions';
import { steerRun } from './steer';
import type { RunSummary } from './summary';

export { summarizeWork } from './steer';

export type { WarmStart } from '../sampler/chain';

export interface Progress {
  /** Transitions done, one entry a chain. */
  readonly warmup: readonly number[];
  readonly draws: readonly number[];
  /** Draws a chain that the run is going for by now; more may follow in a run until good. */
  readonly goal: number;
  readonly divergences: number;
  /** Of a run until good: what its draws were worth when it was last judged. */
  readonly judged: Judged | null;
}

export interface Judged extends Quality {
  /** A chain. */
  readonly draws: number;
}

export type Run =
  | { readonly kind: 'idle' }
  | { readonly kind: 'warmup'; readonly key: RunKey; readonly progress: Progress }
  | { readonly kind: 'sampling'; readonly key: RunKey; readonly progress: Progress }
  | { readonly kind: 'done'; readonly key: RunKey; readonly result: RunResult }
  | { readonly kind: 'failed'; readonly key: RunKey; readonly failure: Failure }
  | { readonly kind: 'cancelled'; readonly key: RunKey; readonly progress: Progress };

export interface RunResult {
  readonly draws: Draws;
  readonly summary: RunSummary;
  /** One a chain. */
  readonly ends: readonly ChainEnd[];
  /** Why it ended: its number of draws was fixed, the target was reached, or the cap was. */
  readonly ending: 'fixed' | 'reached' | 'capped';
}

export interface RunOptions {
  readonly priority: Priority;
  /** 'draws': nothing is summed up, for who wants nothing else. */
  readonly depth: SummaryDepth | 'draws';
  /** Mass of the highest-density intervals. */
  readonly probability: number;
  readonly deterministics: boolean;
  /** One a chain; makes the run a preview. */
  readonly warmStarts: readonly WarmStart[] | null;
  readonly batch: number;
}

/** How a run can end. */
export type EndedRun = Extract<Run, { kind: 'done' | 'failed' | 'cancelled' }>;

/** A cold run with a full summary, to its end: for the command line and the build. */
export function finishRun(
  pool: Pool,
  key: RunKey,
  options: Pick<RunOptions, 'deterministics' | 'probability'>,
): Promise<EndedRun> {
  return new Promise((resolve) => {
    startRun(pool, key, { ...options, priority: 'figure', depth: 'full', warmStarts: null, batch: 100 }, (run) => {
      if (run.kind === 'done' || run.kind === 'failed' || run.kind === 'cancelled') resolve(run);
    });
  });
}

/** Starts the chains of a run; `listener` hears every change until the run is done, failed or cancelled. Returns the function that cancels it. */
export function startRun(pool: Pool, key: RunKey, options: RunOptions, listener: (run: Run) => void): () => void {
  return steerRun(pool, key, options, listener).cancel;
}
