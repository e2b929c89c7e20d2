// What a worker does: compiles models, runs one chain at a time, summarizes draws, and listens for a cancel in between.
import { startChain } from '../sampler/chain';
import type { Chain } from '../sampler/chain';
import type { DrawBatch } from '../sampler/draws';
import { randomStream } from '../math/random';
import { chainStream } from './chain-stream';
import { prepareModel } from './prepare';
import type { PreparedModel } from './prepare';
import type { Result } from '../lang/result';
import type { ModelSource } from './key';
import type { Batch, ChainEnd, Failure, FromWorker, SampleWork, SummarizeWork, ToWorker, Work } from './protocol';
import { assess } from './assess';
import { integrateOver } from './scores/integrate';
import { createChecker } from './predictive-check';
import type { Checker } from './predictive-check';
import { scoreFit } from './scores/fit-score';
import { integrateChain, scoreRows, scoreUnits } from './scores/pointwise';
import { checkedScores } from './scores/quadrature';
import { runTrial } from './beliefs/trial';
import { centredEffects } from './centred-effects';
import type { CentredEffects } from './centred-effects';
import { crossedEstimates } from './crossed';
import { fitFunnel } from './funnel';
import type { Answer, CentredEffectsQuestion, QuadratureQuestion, Question } from './questions';
import { runPreview } from './preview';
import { refit, refitMessage } from './scores/refit';
import { scoreTrials } from './scores/trials';
import { simulatePredictions, simulatePrior } from './simulate';
import { buffersOf, buffersOfDraws, statisticNames } from './draws';
import type { StatisticName } from './draws';
import { summarizeDraws } from './summary';
import { compareFits } from './results/comparison';
import { looksOf } from './results/looks';
import { predictiveView } from './results/predictive-view';
import { priorView } from './results/prior-view';
import { programData } from './results/program-data';
import { answerTrajectory } from './trajectories/answer';
import { fitWorld } from './worlds/fit-world';

export type Reply = (message: FromWorker, transfer: readonly ArrayBuffer[]) => void;

/** Handles the messages of one worker. `turn` lets queued messages in between two batches. */
export function createServer(reply: Reply, turn: () => Promise<void>): (message: ToWorker) => void {
  const sources = new Map<number, ModelSource>();
  const prepared = new Map<number, Result<PreparedModel>>();
  const cancelled = new Set<number>();
  /** Chains that wait for word: how many draws to go to, or null to give up. */
  const paused = new Map<number, (draws: number | null) => void>();
  /** The chain to pause after its next batch; a worker has one at work. */
  let held: number | null = null;

  const prepare = (model: number): Result<PreparedModel> => {
    const known = prepared.get(model);
    if (known !== undefined) return known;
    const source = sources.get(model);
    if (source === undefined) throw new Error(`model ${model} was not loaded`);
    const made = prepareModel(source);
    prepared.set(model, made);
    return made;
  };

  /** Lets messages in; false when one of them cancelled the task. */
  const goesOn = (task: number): Promise<boolean> => turn().then(() => !cancelled.delete(task));

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
    const checker = work.check ? createChecker(model.value, work.seed, work.chain) : null;
    const lookEvery = checker === null ? 0 : Math.max(1, Math.floor(work.settings.draws / checker.looks));
    for (let goal: number | null = work.settings.draws; drawsOf(chain) < goal;) {
      if (cancelled.delete(task)) return reply({ kind: 'cancelled', task }, []);
      const batch = advance(chain, model.value, work, goal);
      if (checker !== null) lookAt(checker, batch, lookEvery, layout.parameterElements.length);
      reply({ kind: 'batch', task, batch }, transferable(batch));
      await turn();
      const isHeld = held === task;
      if (isHeld) held = null;
      if (!isHeld && (!work.pauses || drawsOf(chain) < goal)) continue;
      if (cancelled.delete(task)) return reply({ kind: 'cancelled', task }, []);
      reply({ kind: 'paused', task }, []);
      goal = await new Promise<number | null>((resolve) => paused.set(task, resolve));
      if (goal === null) return reply({ kind: 'cancelled', task }, []);
      // Other tasks may have moved them in between.
      setKnobs(work.knobs);
    }
    reply({ kind: 'ended', task, end: endOf(chain, checker) }, []);
  };

  const start = async (task: number, work: Work): Promise<void> => {
    switch (work.kind) {
      case 'sample':
        return sample(task, work);
      case 'summarize':
        return summarizeAndReturn(task, work);
      case 'assess':
        return reply({ kind: 'answer', task, answer: { kind: 'quality', quality: assess(work) } }, []);
      case 'centred effects':
        return reply({ kind: 'answer', task, answer: { kind: 'effects', effects: effectsOf(work) } }, []);
      case 'score units':
        return reply({ kind: 'answer', task, answer: scoreUnits(work) }, []);
      case 'looks':
        return reply({ kind: 'answer', task, answer: { kind: 'looks', looks: looksOf(work) } }, []);
      case 'compare':
        return reply({ kind: 'answer', task, answer: { kind: 'compared', compared: compareFits(work) } }, []);
      case 'crossed': {
        const estimates = crossedEstimates(work.parameters);
        return reply({ kind: 'answer', task, answer: { kind: 'crossed', estimates } }, []);
      }
      case 'world': {
        const fits = await fitWorld(work.design, work.world, () => goesOn(task));
        return answerUnlessStopped(task, fits === null ? null : { kind: 'world', fits });
      }
      case 'funnel': {
        const fit = await fitFunnel(work.design, work.form, () => goesOn(task));
        return answerUnlessStopped(task, fit === null ? null : { kind: 'funnel', fit });
      }
      case 'trial': {
        const result = await runTrial(work.study, work.cell, work.trial, () => goesOn(task));
        return answerUnlessStopped(task, result === null ? null : { kind: 'trial', result });
      }
      case 'prior':
      case 'predict':
      case 'score rows':
      case 'integrate':
      case 'quadrature':
      case 'left-out trials':
      case 'flick':
      case 'wander':
      case 'terrain':
      case 'warm-up':
      case 'predictive view':
      case 'prior view':
      case 'program data':
      case 'refit':
      case 'fit score':
      case 'preview':
        return askModel(task, work);
    }
  };

  const summarizeAndReturn = (task: number, work: SummarizeWork): void => {
    const { parameters, deterministics, statistics } = work;
    const draws = { parameters, deterministics, statistics };
    reply({ kind: 'summary', task, summary: summarizeDraws(work), draws }, buffersOfDraws(draws));
  };

  const answerUnlessStopped = (task: number, answer: Answer | null): void =>
    answer === null
      ? reply({ kind: 'cancelled', task }, [])
      : reply({ kind: 'answer', task, answer }, transferableAnswer(answer));

  const askModel = async (task: number, question: ModelQuestion): Promise<void> => {
    const model = prepare(question.model);
    if (!model.ok) return reply({ kind: 'failed', task, failure: { kind: 'model', errors: model.errors } }, []);
    model.value.setKnobs(question.knobs);
    if (question.kind === 'refit') {
      return reply(refitMessage(task, await refit(question, model.value, () => goesOn(task))), []);
    }
    if (question.kind === 'fit score')
      return answerUnlessStopped(task, await scoreFit(question, model.value, () => goesOn(task)));
    if (question.kind === 'preview') {
      const share = await runPreview(question, model.value, () => goesOn(task));
      return answerUnlessStopped(task, share === null ? null : { kind: 'preview', share });
    }
    const answer = answerOf(question, model.value);
    reply({ kind: 'answer', task, answer }, transferableAnswer(answer));
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
      case 'cancel': {
        const release = paused.get(message.task);
        if (release === undefined) cancelled.add(message.task);
        else release(null);
        paused.delete(message.task);
        return;
      }
      case 'hold':
        if (!paused.has(message.task)) held = message.task;
        return;
      case 'resume': {
        const release = paused.get(message.task);
        paused.delete(message.task);
        release?.(message.draws);
        return;
      }
      case 'start':
        start(message.task, message.work).catch((error: unknown) =>
          reply({ kind: 'failed', task: message.task, failure: bug(error) }, []),
        );
        return;
    }
  };
}

function endOf(chain: Chain, checker: Checker | null): ChainEnd {
  return { gradients: chain.gradientEvaluations, warmStart: chain.state, checks: checker?.counts() ?? [] };
}

/** Looks at every `every`-th draw of the chain, whatever batches it comes in. */
function lookAt(checker: Checker, { drawsDone, parameters }: Batch, every: number, width: number): void {
  const count = width === 0 ? 0 : parameters.length / width;
  for (let k = 0; k < count; k++)
    if ((drawsDone - count + k) % every === 0) checker.look(parameters.subarray(k * width, (k + 1) * width));
}

function bug(error: unknown): Failure {
  return { kind: 'bug', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

type ModelQuestion = Extract<Question, { readonly model: number }>;

function answerOf(
  question: Exclude<ModelQuestion, { kind: 'refit' | 'fit score' | 'preview' }>,
  model: PreparedModel,
): Answer {
  switch (question.kind) {
    case 'prior':
      return simulatePrior(question, model);
    case 'predict':
      return simulatePredictions(question, model);
    case 'score rows':
      return scoreRows(question, model);
    case 'integrate':
      return integrateChain(question, model);
    case 'quadrature':
      return answerQuadrature(question, model);
    case 'left-out trials':
      return scoreTrials(question, model);
    case 'program data':
      return { kind: 'program data', data: programData(question, model) };
    case 'prior view':
      return { kind: 'prior view', view: priorView(question, model) };
    case 'predictive view': {
      const view = predictiveView(question, model);
      return view === null
        ? { kind: 'refused', message: `${question.observed} is not an observed variable of this model.` }
        : { kind: 'predictive view', view };
    }
    case 'flick':
    case 'wander':
    case 'terrain':
    case 'warm-up':
      return answerTrajectory(question, model);
  }
}

function effectsOf({ parameters, variable, probability }: CentredEffectsQuestion): CentredEffects {
  return centredEffects(parameters, variable, probability);
}

function answerQuadrature({ parameter }: QuadratureQuestion, model: PreparedModel): Answer {
  const integral = integrateOver(parameter, model);
  if (integral.kind === 'none') return { kind: 'refused', message: integral.why };
  const scores = checkedScores(integral.integrator, model.instance.knobs);
  if (typeof scores === 'string') return { kind: 'refused', message: scores };
  return { kind: 'quadrature', elpd: scores.elpd, error: scores.error };
}

function transferableAnswer(answer: Answer): ArrayBuffer[] {
  switch (answer.kind) {
    case 'simulated':
      return buffersOf([answer.parameters.values, answer.outcomes.values]);
    case 'preview':
      return buffersOf([answer.share.sorted, ...answer.share.chains.map(({ parameters }) => parameters)]);
    default:
      return [];
  }
}

function drawsOf({ phase }: Chain): number {
  switch (phase.kind) {
    case 'warmup':
      return 0;
    case 'sampling':
      return phase.draw;
    case 'done':
      return phase.draws;
  }
}

/** One batch, no further than `goal` draws. */
function advance(chain: Chain, model: PreparedModel, work: SampleWork, goal: number): Batch {
  const { stage, batch } = chain.advance(
    Math.min(work.batch, chain.phase.kind === 'warmup' ? Infinity : goal - drawsOf(chain)),
  );
  const { phase, divergences } = chain;
  const progress = {
    warmupDone: phase.kind === 'warmup' ? phase.transition : work.settings.warmup,
    drawsDone: drawsOf(chain),
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
  return buffersOf([batch.parameters, batch.deterministics, batch.statistics]);
}
