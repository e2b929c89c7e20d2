// The chains of one key under way: held, sent on, ended early with what there is, or cancelled. No hand on them changes a draw.
import type { Block, Draws } from './draws';
import type { RunKey, RunTarget } from './key';
import type { Pool } from './pool';
import type { Batch, ChainEnd, ChainLayout, FromWorker, SummarizeWork, SummaryDepth } from './protocol';
import type { Quality } from './questions';
import type { Judged, Progress, Run, RunOptions, RunResult } from './run';
import type { RunSummary } from './summary';

export interface Steering {
  readonly cancel: () => void;
  /** Every chain stops after the batch that it is at, and gives its worker back. */
  readonly hold: () => void;
  readonly goOn: () => void;
  /**
   * Ends the run with as many draws as every chain has: a run of exactly so many, as its key then says. False where a chain has fewer
   * than `fewestKept`, and nothing happens.
   */
  readonly keep: () => boolean;
  /** The parameters' draws so far, as many as every chain has; null while that is fewer than `fewestKept`. */
  readonly soFar: () => Block | null;
}

/** Below this no diagnostic can be computed. */
export const fewestKept = 4;

/** The key of a run that was ended with so many draws a chain: of exactly so many. */
export function endedAfter(key: RunKey, draws: number): RunKey {
  return { ...key, settings: { ...key.settings, draws }, target: null };
}

interface ChainRecord {
  layout: ChainLayout | null;
  batches: Batch[];
  warmup: number;
  draws: number;
  divergences: number;
  /** Its number in the pool; null before its first message. */
  task: number | null;
  /** Whether it waits to be resumed. */
  waits: boolean;
  end: ChainEnd | null;
}

/** Starts the chains of a run; `listener` hears every change until the run is done, failed or cancelled. */
export function steerRun(pool: Pool, key: RunKey, options: RunOptions, listener: (run: Run) => void): Steering {
  const chains = Array.from({ length: key.chains }, newRecord);
  const withdraw: (() => void)[] = [];
  let over = false;
  let held = false;
  /** Draws a chain that are kept of a run that was ended early. */
  let kept: number | null = null;
  let goal = key.settings.draws;
  let ending: RunResult['ending'] = key.target === null ? 'fixed' : 'capped';
  let judged: Judged | null = null;
  const progress = (): Progress => progressOf(chains, goal, judged);

  const finish = (run: Run): void => {
    if (over) return;
    over = true;
    for (const stop of withdraw) stop();
    listener(run);
  };

  const summarize = (): void => {
    const draws = gatherDraws(chains, kept ?? Infinity);
    const ends = chains.flatMap((chain) => (chain.end === null ? [] : [chain.end]));
    const made = kept === null ? key : endedAfter(key, kept);
    const { depth, probability } = options;
    const conclude = (summary: RunSummary, draws: Draws): void =>
      finish({
        kind: 'done',
        key: made,
        result: { draws, summary, ends, ending: kept === null ? ending : 'fixed' },
      });
    const nothing: RunSummary = { depth: 'estimates', probability, parameters: [], deterministics: [] };
    if (depth === 'draws') return conclude(nothing, draws);
    const stop = pool.submit({
      source: null,
      priority: options.priority,
      work: () => ({ ...summarizeWork(key, draws, probability, depth), lent: true }),
      listener: (message) => {
        if (message.kind === 'summary') conclude(message.summary, message.draws);
        else endEarly(message);
      },
    });
    withdraw.push(stop);
  };

  /** Lets the chains that wait, and that are meant, go on to `draws`. */
  const sendOn = (draws: (chain: ChainRecord) => number, meant: (chain: ChainRecord) => boolean = () => true): void => {
    for (const chain of chains) {
      if (!chain.waits || chain.task === null || !meant(chain)) continue;
      chain.waits = false;
      pool.resume(chain.task, draws(chain));
    }
  };

  /** All chains have `goal` draws: they go on together, or end together. */
  const decide = (): void => {
    const { target, settings } = key;
    if (target === null) return sendOn(() => goal);
    const stop = pool.submit({
      source: null,
      priority: options.priority,
      work: () => ({ kind: 'assess', parameters: gatherParameters(chains, goal), names: target.parameters }),
      listener: (message) => {
        if (message.kind !== 'answer' || message.answer.kind !== 'quality') return endEarly(message);
        if (over || kept !== null) return;
        const { quality } = message.answer;
        judged = { ...quality, draws: goal };
        const good = meets(quality, target);
        if (good) ending = 'reached';
        const next = good ? goal : Math.max(goal, Math.min(goal + settings.draws, target.cap));
        const ends = next === goal;
        goal = next;
        listener({ kind: 'sampling', key, progress: progress() });
        // A run that is good by now has nothing left to hold.
        if (ends || !held) sendOn(() => goal);
      },
    });
    withdraw.push(stop);
  };

  const settle = (): void => {
    if (kept !== null) {
      if (chains.every(({ waits, end }) => waits || end !== null)) sendOn(({ draws }) => draws);
      return;
    }
    if (!held && chains.every(({ waits, draws }) => waits && draws >= goal)) decide();
  };

  const endEarly = (message: FromWorker): void => {
    if (message.kind === 'failed') finish({ kind: 'failed', key, failure: message.failure });
    if (message.kind === 'cancelled') finish({ kind: 'cancelled', key, progress: progress() });
  };

  const hear = (chain: ChainRecord, message: FromWorker): void => {
    if (over) return;
    chain.task = message.task;
    switch (message.kind) {
      case 'layout':
        chain.layout = message.layout;
        if (held || kept !== null) pool.hold(message.task);
        return;
      case 'batch':
        chain.batches.push(message.batch);
        chain.warmup = message.batch.warmupDone;
        chain.draws = message.batch.drawsDone;
        chain.divergences = message.batch.divergences;
        listener({ kind: chains.some((c) => c.draws > 0) ? 'sampling' : 'warmup', key, progress: progress() });
        return;
      case 'paused':
        chain.waits = true;
        // It was held, and the word came when all were sent on again.
        if (!held && kept === null && (chain.draws < goal || key.target === null))
          sendOn(
            () => goal,
            (one) => one === chain,
          );
        else settle();
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

  const holdAll = (): void => {
    for (const { task, waits, end } of chains) if (task !== null && !waits && end === null) pool.hold(task);
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

  return {
    cancel: () => finish({ kind: 'cancelled', key, progress: progress() }),
    hold: () => {
      held = true;
      holdAll();
    },
    goOn: () => {
      if (!held) return;
      held = false;
      // A chain that has its draws waits for the others, unless nothing is decided then.
      if (key.target === null) return sendOn(() => goal);
      sendOn(
        () => goal,
        ({ draws }) => draws < goal,
      );
      settle();
    },
    keep: () => {
      const least = Math.min(...chains.map(({ draws }) => draws));
      if (over || least < fewestKept) return false;
      kept ??= least;
      holdAll();
      settle();
      return true;
    },
    soFar: () => {
      const least = Math.min(...chains.map(({ draws }) => draws));
      return least < fewestKept ? null : gatherParameters(chains, least);
    },
  };
}

function newRecord(): ChainRecord {
  return {
    layout: null,
    batches: [],
    warmup: 0,
    draws: 0,
    divergences: 0,
    task: null,
    waits: false,
    end: null,
  };
}

/** Of copies of the draws. */
export function summarizeWork(key: RunKey, draws: Draws, probability: number, depth: SummaryDepth): SummarizeWork {
  const { algorithm } = key.settings;
  const maxTreeDepth = algorithm.kind === 'nuts' ? algorithm.maxTreeDepth : null;
  return { kind: 'summarize', ...draws, probability, depth, maxTreeDepth, lent: false };
}

function meets({ bulkEss, rhat }: Quality, target: RunTarget): boolean {
  return bulkEss !== null && rhat !== null && bulkEss >= target.bulkEss && rhat < target.rhat;
}

function progressOf(chains: readonly ChainRecord[], goal: number, judged: Judged | null): Progress {
  return {
    goal,
    judged,
    warmup: chains.map((chain) => chain.warmup),
    draws: chains.map((chain) => chain.draws),
    divergences: chains.reduce((total, chain) => total + chain.divergences, 0),
  };
}

/** At most `draws` of each chain. */
function gatherDraws(chains: readonly ChainRecord[], draws: number): Draws {
  const { deterministics, deterministicElements } = layoutOf(chains);
  return {
    parameters: gatherParameters(chains, draws),
    deterministics: {
      variables: deterministics,
      elements: deterministicElements,
      chains: join(chains, draws, (batch) => batch.deterministics),
    },
    statistics: join(chains, draws, (batch) => batch.statistics),
  };
}

function gatherParameters(chains: readonly ChainRecord[], draws: number): Block {
  const { parameters, parameterElements } = layoutOf(chains);
  return {
    variables: parameters,
    elements: parameterElements,
    chains: join(chains, draws, (batch) => batch.parameters),
  };
}

function layoutOf([{ layout }]: readonly ChainRecord[]): ChainLayout {
  if (layout === null) throw new Error('a chain ended without sending its layout');
  return layout;
}

/** The first `draws` of each chain, or all where there are fewer. */
function join(chains: readonly ChainRecord[], draws: number, read: (batch: Batch) => Float64Array): Float64Array[] {
  return chains.map((chain) => {
    const whole = concatenate(chain.batches.map(read));
    return draws < chain.draws ? whole.slice(0, (whole.length / chain.draws) * draws) : whole;
  });
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
