// What a worker does: compiles models, runs one chain at a time, summarizes draws, and listens for a cancel in between.
import { startChain } from '../sampler/chain';
import type { Chain } from '../sampler/chain';
import type { DrawBatch } from '../sampler/draws';
import { randomStream } from '../math/random';
import { prepareModel } from './prepare';
import type { PreparedModel } from './prepare';
import type { Result } from '../lang/result';
import type { ModelSource } from './key';
import type { Batch, Failure, FromWorker, SampleWork, ToWorker, Work } from './protocol';
import { statisticNames } from './draws';
import type { StatisticName } from './draws';
import { summarizeDraws } from './summary';

export type Reply = (message: FromWorker, transfer: readonly ArrayBuffer[]) => void;

/** First word of a chain's path in the random streams; a chain's own number follows. */
export const chainStream = 1;

/** Handles the messages of one worker. `turn` lets queued messages in between two batches. */
export function createServer(reply: Reply, turn: () => Promise<void>): (message: ToWorker) => void {
  const sources = new Map<number, ModelSource>();
  const prepared = new Map<number, Result<PreparedModel>>();
  const cancelled = new Set<number>();

  const prepare = (model: number): Result<PreparedModel> => {
    const known = prepared.get(model);
    if (known !== undefined) return known;
    const source = sources.get(model);
    if (source === undefined) throw new Error(`model ${model} was not loaded`);
    const made = prepareModel(source);
    prepared.set(model, made);
    return made;
  };

  const sample = async (task: number, work: SampleWork): Promise<void> => {
    const model = prepare(work.model);
    if (!model.ok) return reply({ kind: 'failed', task, failure: { kind: 'model', errors: model.errors } }, []);
    const { layout, target, setKnobs } = model.value;
    setKnobs(work.knobs);
    const random = randomStream(work.seed, chainStream, work.chain);
    const started = startChain(target, work.settings, random, { start: work.warmStart ?? undefined });
    if (!started.ok)
      return reply({ kind: 'failed', task, failure: { kind: 'start', message: started.error.message } }, []);
    reply({ kind: 'layout', task, layout }, []);
    const chain = started.value;
    while (chain.phase.kind !== 'done') {
      if (cancelled.delete(task)) return reply({ kind: 'cancelled', task }, []);
      const batch = advance(chain, model.value, work);
      reply({ kind: 'batch', task, batch }, transferable(batch));
      await turn();
    }
    reply({ kind: 'ended', task, end: { gradients: chain.gradientEvaluations, warmStart: chain.state } }, []);
  };

  const start = async (task: number, work: Work): Promise<void> => {
    switch (work.kind) {
      case 'sample':
        return sample(task, work);
      case 'summarize':
        return reply({ kind: 'summary', task, summary: summarizeDraws(work) }, []);
    }
  };

  return (message) => {
    switch (message.kind) {
      case 'load':
        sources.set(message.model, message.source);
        return;
      case 'forget':
        sources.delete(message.model);
        prepared.delete(message.model);
        return;
      case 'cancel':
        cancelled.add(message.task);
        return;
      case 'start':
        start(message.task, message.work).catch((error: unknown) =>
          reply({ kind: 'failed', task: message.task, failure: bug(error) }, []),
        );
        return;
    }
  };
}

function bug(error: unknown): Failure {
  return { kind: 'bug', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function advance(chain: Chain, model: PreparedModel, work: SampleWork): Batch {
  const { stage, batch } = chain.advance(work.batch);
  const { phase, divergences } = chain;
  const progress = {
    warmupDone: phase.kind === 'warmup' ? phase.transition : work.settings.warmup,
    drawsDone: phase.kind === 'warmup' ? 0 : phase.kind === 'sampling' ? phase.draw : phase.draws,
    divergences: divergences.filter((divergence) => divergence.stage === 'sampling').length,
  };
  const count = stage === 'warmup' ? 0 : batch.count;
  const { layout, instance, target } = model;
  const { dimension } = target;
  const width = layout.parameterElements.length;
  const extra = work.deterministics ? layout.deterministicElements.length : 0;
  const parameters = new Float64Array(count * width);
  const deterministics = new Float64Array(count * extra);
  for (let draw = 0; draw < count; draw++) {
    const position = batch.positions.subarray(draw * dimension, (draw + 1) * dimension);
    instance.constrain(position, parameters.subarray(draw * width, (draw + 1) * width));
    if (extra > 0) instance.deterministics(position, deterministics.subarray(draw * extra, (draw + 1) * extra));
  }
  return { ...progress, parameters, deterministics, statistics: statisticRows(batch, count) };
}

/** The statistics of the first `count` draws, in the order of `statisticNames`. */
function statisticRows(batch: DrawBatch, count: number): Float64Array {
  const columns: Record<StatisticName, ArrayLike<number>> = {
    acceptance_rate: batch.acceptanceRates,
    step_size: batch.stepSizes,
    tree_depth: batch.treeDepths,
    leapfrogs: batch.leapfrogSteps,
    energy: batch.energies,
    diverging: batch.diverging,
  };
  const width = statisticNames.length;
  const rows = new Float64Array(count * width);
  statisticNames.forEach((name, k) => {
    for (let draw = 0; draw < count; draw++) rows[draw * width + k] = columns[name][draw];
  });
  return rows;
}

function transferable(batch: Batch): ArrayBuffer[] {
  return [batch.parameters, batch.deterministics, batch.statistics].flatMap(({ buffer }) =>
    buffer instanceof ArrayBuffer ? [buffer] : [],
  );
}
