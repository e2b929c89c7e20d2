// A run: the chains of one key, gathered from the pool and summarized. What the store and the command line hold.
import type { WarmStart } from '../sampler/chain';
import type { Block, Draws } from './draws';
import type { RunKey, RunTarget } from './key';
import type { Pool, Priority } from './pool';
import type { Batch, ChainEnd, ChainLayout, Failure, FromWorker, SummaryDepth, Work } from './protocol';
import type { Quality } from './questions';
import type { RunSummary } from './summary';

export type { WarmStart } from '../sampler/chain';

export interface Progress {
  /** Transitions done, one entry a chain. */
  readonly warmup: readonly number[];
  readonly draws: readonly number[];
  /** Draws a chain that the run is going for by now; more may follow in a run until good. */
  readonly goal: number;
  readonly divergences: number;
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
  readonly depth: SummaryDepth;
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

interface ChainRecord {
  layout: ChainLayout | null;
  batches: Batch[];
  warmup: number;
  draws: number;
  divergences: number;
  /** The number of the task that waits to be resumed; null while the chain is at work. */
  waiting: number | null;
  end: ChainEnd | null;
}

/** Starts the chains of a run; `listener` hears every change until the run is done, failed or cancelled. Returns the function that cancels it. */
export function startRun(pool: Pool, key: RunKey, options: RunOptions, listener: (run: Run) => void): () => void {
  const chains: ChainRecord[] = Array.from({ length: key.chains }, () => ({
    layout: null,
    batches: [],
    warmup: 0,
    draws: 0,
    divergences: 0,
    waiting: null,
    end: null,
  }));
  const withdraw: (() => void)[] = [];
  let over = false;
  let goal = key.settings.draws;
  let ending: RunResult['ending'] = key.target === null ? 'fixed' : 'capped';
  const progress = (): Progress => progressOf(chains, goal);

  const finish = (run: Run): void => {
    if (over) return;
    over = true;
    for (const stop of withdraw) stop();
    listener(run);
  };

  const summarize = (): void => {
    const draws = gatherDraws(chains);
    const ends = chains.flatMap((chain) => (chain.end === null ? [] : [chain.end]));
    const stop = pool.submit({
      source: null,
      priority: options.priority,
      work: () => summarizeWork(key, draws, options.probability, options.depth),
      listener: (message) => {
        if (message.kind === 'summary')
          finish({ kind: 'done', key, result: { draws, summary: message.summary, ends, ending } });
        else endEarly(message);
      },
    });
    withdraw.push(stop);
  };

  /** All chains have `goal` draws: they go on together, or end together. */
  const decide = (): void => {
    const { target, settings } = key;
    if (target === null) throw new Error('a run without a target does not pause');
    const goOn = (draws: number): void => {
      goal = draws;
      for (const chain of chains) {
        const { waiting } = chain;
        chain.waiting = null;
        if (waiting !== null) pool.resume(waiting, goal);
      }
    };
    const stop = pool.submit({
      source: null,
      priority: options.priority,
      work: () => ({ kind: 'assess', parameters: gatherParameters(chains), names: target.parameters }),
      listener: (message) => {
        if (message.kind !== 'answer' || message.answer.kind !== 'quality') return endEarly(message);
        if (over) return;
        const good = meets(message.answer.quality, target);
        if (good) ending = 'reached';
        goOn(good ? goal : Math.max(goal, Math.min(goal + settings.draws, target.cap)));
      },
    });
    withdraw.push(stop);
  };

  const endEarly = (message: FromWorker): void => {
    if (message.kind === 'failed') finish({ kind: 'failed', key, failure: message.failure });
    if (message.kind === 'cancelled') finish({ kind: 'cancelled', key, progress: progress() });
  };

  const hear = (chain: ChainRecord, message: FromWorker): void => {
    if (over) return;
    switch (message.kind) {
      case 'layout':
        chain.layout = message.layout;
        return;
      case 'batch':
        chain.batches.push(message.batch);
        chain.warmup = message.batch.warmupDone;
        chain.draws = message.batch.drawsDone;
        chain.divergences = message.batch.divergences;
        listener({ kind: chains.some((c) => c.draws > 0) ? 'sampling' : 'warmup', key, progress: progress() });
        return;
      case 'paused':
        chain.waiting = message.task;
        if (chains.every((c) => c.waiting !== null)) decide();
        return;
      case 'ended':
        chain.end = message.end;
        if (chains.every((c) => c.end !== null)) summarize();
        return;
      case 'summary':
      case 'answer':
        return;
      case 'cancelled':
      case 'failed':
        endEarly(message);
        return;
    }
  };

  listener({ kind: 'warmup', key, progress: progress() });
  chains.forEach((chain, index) => {
    const stop = pool.submit({
      source: key.source,
      priority: options.priority,
      work: (model) => ({
        kind: 'sample',
        model,
        knobs: key.knobs,
        seed: key.seed,
        chain: index,
        settings: key.settings,
        warmStart: options.warmStarts?.[index] ?? null,
        deterministics: options.deterministics,
        pauses: key.target !== null,
        check: options.depth === 'full',
        batch: options.batch,
      }),
      listener: (message) => hear(chain, message),
    });
    withdraw.push(stop);
  });
  return () => finish({ kind: 'cancelled', key, progress: progress() });
}

export function summarizeWork(key: RunKey, draws: Draws, probability: number, depth: SummaryDepth): Work {
  const { algorithm } = key.settings;
  const maxTreeDepth = algorithm.kind === 'nuts' ? algorithm.maxTreeDepth : null;
  return { kind: 'summarize', ...draws, probability, depth, maxTreeDepth };
}

function meets({ bulkEss, rhat }: Quality, target: RunTarget): boolean {
  return bulkEss !== null && rhat !== null && bulkEss >= target.bulkEss && rhat < target.rhat;
}

function progressOf(chains: readonly ChainRecord[], goal: number): Progress {
  return {
    goal,
    warmup: chains.map((chain) => chain.warmup),
    draws: chains.map((chain) => chain.draws),
    divergences: chains.reduce((total, chain) => total + chain.divergences, 0),
  };
}

function gatherDraws(chains: readonly ChainRecord[]): Draws {
  const { deterministics, deterministicElements } = layoutOf(chains);
  return {
    parameters: gatherParameters(chains),
    deterministics: {
      variables: deterministics,
      elements: deterministicElements,
      chains: join(chains, (batch) => batch.deterministics),
    },
    statistics: join(chains, (batch) => batch.statistics),
  };
}

function gatherParameters(chains: readonly ChainRecord[]): Block {
  const { parameters, parameterElements } = layoutOf(chains);
  return {
    variables: parameters,
    elements: parameterElements,
    chains: join(chains, (batch) => batch.parameters),
  };
}

function layoutOf([{ layout }]: readonly ChainRecord[]): ChainLayout {
  if (layout === null) throw new Error('a chain ended without sending its layout');
  return layout;
}

function join(chains: readonly ChainRecord[], read: (batch: Batch) => Float64Array): Float64Array[] {
  return chains.map((chain) => concatenate(chain.batches.map(read)));
}

function concatenate(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((total, part) => total + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
