// The very draws that a figure shows: those at hand, or the run of the same key made again and held to the same fingerprint.
import { column, drawCount, statisticColumn, statisticNames } from '../engine/draws';
import type { Block, Draws } from '../engine/draws';
import type { RunKey } from '../engine/key';
import { startRun } from '../engine/run';
import type { KnobFit } from './knob-fit';
import { pagePool } from './page-pool';

export type TakenDraws =
  | { readonly kind: 'running'; readonly done: number; readonly wanted: number }
  | { readonly kind: 'ready'; readonly draws: Draws; readonly key: RunKey }
  /** A sentence for the reader. */
  | { readonly kind: 'refused'; readonly message: string };

/** Begins to take; `hear` learns of progress and of the end, at once where the draws are at hand. Returns the function that gives up. */
export type TakeDraws = (hear: (taken: TakenDraws) => void) => () => void;

export function drawsOf<D, K>(fit: KnobFit<D, K>): TakeDraws {
  return (hear) => {
    const { picture, run } = fit.store.getState();
    const { summary } = picture;
    if (summary.depth !== 'full') {
      hear({ kind: 'refused', message: 'The figure shows a preview, whose draws are not kept. Let it settle first.' });
      return () => undefined;
    }
    const shown = summary.draws_sha256;
    const atHand = run.kind === 'done' && run.result.summary.depth === 'full' ? run.result.summary.draws_sha256 : null;
    if (run.kind === 'done' && atHand === shown) {
      hear({ kind: 'ready', draws: run.result.draws, key: run.key });
      return () => undefined;
    }
    return runAgain({ ...fit.key(picture.knob), seed: picture.seed }, true, shown, hear);
  };
}

/**
 * Of a fit that is known by its key and its draws' hash, its parameters alone: a large model determines thousands of quantities. `key` may
 * have to fetch its data first.
 */
export function drawsAgain(key: () => Promise<RunKey>, hash: string): TakeDraws {
  return (hear) => {
    let stop: (() => void) | null = null;
    let wanted = true;
    const begin = async (): Promise<void> => {
      const found = await key().catch(() => null);
      if (!wanted) return;
      if (found !== null) stop = runAgain(found, false, hash, hear);
      else hear({ kind: 'refused', message: 'The data could not be fetched. Check the connection and try again.' });
    };
    void begin();
    return () => {
      wanted = false;
      stop?.();
    };
  };
}

/** Runs `key` and hands its draws out if they are those of `hash`. */
function runAgain(key: RunKey, deterministics: boolean, hash: string, hear: (taken: TakenDraws) => void): () => void {
  const options = { priority: 'figure', depth: 'full', deterministics, warmStarts: null, batch: 100 } as const;
  return startRun(pagePool(), key, { ...options, probability: 0.89 }, (again) => {
    switch (again.kind) {
      case 'idle':
      case 'cancelled':
        return;
      case 'warmup':
      case 'sampling': {
        const { warmup, draws, goal } = again.progress;
        const wanted = key.chains * (key.settings.warmup + goal);
        return hear({ kind: 'running', done: total(warmup) + total(draws), wanted });
      }
      case 'failed':
        return hear({
          kind: 'refused',
          message: 'The run could not be made again. Reload the page and try once more.',
        });
      case 'done': {
        const { draws, summary } = again.result;
        if (summary.depth === 'full' && summary.draws_sha256 === hash) return hear({ kind: 'ready', draws, key });
        return hear({
          kind: 'refused',
          message:
            'The draws made here do not have the fingerprint of those that the figure shows, so nothing was saved. That is a fault of this site.',
        });
      }
    }
  });
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The table of all draws, chain by chain, a few hundred rows at a time: whole numbers and shortest exact decimals. */
export interface DrawTable {
  readonly columns: readonly string[];
  readonly rows: number;
  /** From row `from` to before `to`. */
  readonly slice: (from: number, to: number) => readonly (readonly number[])[];
}

/** Columns: chain and draw from 1, the declared parameters, what they determine, and the sampler's statistics. */
export function drawTable({ parameters, deterministics, statistics }: Draws): DrawTable {
  const columnsOf = (block: Block): readonly Float64Array[][] => block.elements.map((_, k) => column(block, k));
  const values = [
    ...columnsOf(parameters),
    ...columnsOf(deterministics),
    ...statisticNames.map((name) => statisticColumn(statistics, name)),
  ];
  const counts = parameters.chains.map((_, chain) => drawCount(parameters, chain));
  const places = counts.flatMap((count, chain) => Array.from({ length: count }, (_, draw) => [chain, draw] as const));
  return {
    columns: ['chain', 'draw', ...parameters.elements, ...deterministics.elements, ...statisticNames],
    rows: places.length,
    slice: (from, to) =>
      places
        .slice(from, to)
        .map(([chain, draw]) => [chain + 1, draw + 1, ...values.map((chains) => chains[chain][draw])]),
  };
}
