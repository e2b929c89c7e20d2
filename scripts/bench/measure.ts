// One model's measurement: gradients, whole runs and what the draws are worth, repeat by repeat.
import { prepareModel } from '../../src/engine/prepare';
import type { PreparedModel } from '../../src/engine/prepare';
import type { ModelSource } from '../../src/engine/key';
import { chainStream } from '../../src/engine/chain-stream';
import { formatErrors } from '../../src/lang/result';
import { randomStream } from '../../src/math/random';
import { defaultSettings } from '../../src/sampler/settings';
import type { SamplerSettings, ScheduleKind } from '../../src/sampler/settings';
import { benchCase } from './cases';
import { cpuSeconds, median } from './cpu-time';
import { checkGradients, timeGradients } from './gradients';
import { naiveGradient } from './naive';
import type { Effort } from './options';
import { passCosts } from './pass-costs';
import type { PassCosts } from './pass-costs';
import { sampleChains } from './run-chains';
import type { RunFigures } from './run-chains';

export interface Request {
  readonly id: string;
  readonly effort: Effort;
}

/** Medians over the repeats; ratios are taken within a repeat first. */
export interface Measurement {
  readonly id: string;
  readonly dimension: number;
  readonly chains: number;
  readonly warmup: number;
  readonly draws: number;
  readonly repeats: number;
  /** From text and data to a function, ms. */
  readonly prepareMs: number;
  readonly gradientNs: number;
  readonly naiveNs: number | null;
  /** Naive gradients. */
  readonly gradientInNaive: number | null;
  readonly leapfrogInNaive: number | null;
  /** Times the gradient on a tenth of the rows; null where there is no such model. */
  readonly growth: number | null;
  readonly passes: PassCosts;
  /** With the lecture's metric and warm-up, and with Stan's. */
  readonly runs: Readonly<Record<ScheduleKind, RunFigures | null>>;
}

interface Repeat {
  /** Draws of the first chain. */
  readonly positions: readonly Float64Array[];
  readonly run: RunFigures;
  readonly stanRun: RunFigures | null;
  readonly gradientNs: number;
  readonly naiveNs: number | null;
  readonly baseNs: number | null;
}

/** A run longer than this, s of CPU time, needs no rehearsal for the compiler's sake and is not repeated for Stan's warm-up. */
const long = 5;
/** No repeat begins after this, s of CPU time. */
const enough = 30;

export function measureCase({ id, effort }: Request): Measurement {
  const { source, base, chains, settings: own } = benchCase(id);
  let prepared: PreparedModel | null = null;
  const prepareMs = 1000 * cpuSeconds(() => (prepared = prepare(source)));
  const model = prepared ?? prepare(source);
  const naive = naiveGradient(id, model.compiled.bound);
  const small = base === null ? null : prepare(base).target.logDensity;
  const settings: SamplerSettings = effort === 'full' ? own : { ...own, warmup: 200, draws: 200 };
  const stanSettings: SamplerSettings = { ...defaultSettings, schedule: 'stan' };
  const sample = (asked: SamplerSettings, seed: number) =>
    sampleChains(model, asked, chains, (chain) => randomStream(seed, chainStream, chain));

  const repeat = (seed: number): Repeat => {
    const { figures: run, positions } = sample(settings, seed);
    const stanRun = effort === 'full' && run.seconds < long ? sample(stanSettings, seed).figures : null;
    if (naive !== null) checkGradients(model.target, naive, positions);
    const [gradientNs, naiveNs, baseNs] = timeGradients([model.target.logDensity, naive, small], positions);
    if (gradientNs === null) throw new Error('the gradient was not timed');
    return { positions, run, stanRun, gradientNs, naiveNs, baseNs };
  };
  const repeats: Repeat[] = [];
  const wanted = effort === 'full' ? 5 : 2;
  const began = process.cpuUsage().user;
  const spent = () => (process.cpuUsage().user - began) / 1e6;
  const rehearsal = repeat(wanted + 1);
  if (rehearsal.run.seconds >= long) repeats.push(rehearsal);
  while (repeats.length < wanted && (repeats.length === 0 || spent() < enough))
    repeats.push(repeat(repeats.length + 1));
  const figures = digest(repeats);
  const passes = passCosts(model.compiled.bound, rehearsal.positions);
  return { id, dimension: model.target.dimension, chains, ...lengths(settings), prepareMs, passes, ...figures };
}

function digest(repeats: readonly Repeat[]) {
  const over = (read: (repeat: Repeat) => number): number => median(repeats.map(read));
  const overIf = (read: (repeat: Repeat) => number | null): number | null => {
    const found = repeats.flatMap((one) => read(one) ?? []);
    return found.length === 0 ? null : median(found);
  };
  const stanRuns = repeats.flatMap(({ stanRun }) => stanRun ?? []);
  return {
    repeats: repeats.length,
    gradientNs: over(({ gradientNs }) => gradientNs),
    naiveNs: overIf(({ naiveNs }) => naiveNs),
    gradientInNaive: overIf(({ gradientNs, naiveNs }) => naiveNs && gradientNs / naiveNs),
    leapfrogInNaive: overIf(({ run, naiveNs }) => naiveNs && run.leapfrogNs / naiveNs),
    growth: overIf(({ gradientNs, baseNs }) => baseNs && gradientNs / baseNs),
    runs: {
      fast: medianRun(repeats.map(({ run }) => run)),
      stan: stanRuns.length === 0 ? null : medianRun(stanRuns),
    },
  };
}

function medianRun(runs: readonly RunFigures[]): RunFigures {
  const over = (read: (run: RunFigures) => number): number => median(runs.map(read));
  return {
    seconds: over((run) => run.seconds),
    leapfrogNs: over((run) => run.leapfrogNs),
    warmupGradients: over((run) => run.warmupGradients),
    samplingGradients: over((run) => run.samplingGradients),
    leapfrogsPerDraw: over((run) => run.leapfrogsPerDraw),
    minBulkEss: over((run) => run.minBulkEss),
    essPerSecond: over((run) => run.essPerSecond),
    essPerThousandGradients: over((run) => run.essPerThousandGradients),
    divergences: over((run) => run.divergences),
  };
}

function prepare(source: ModelSource): PreparedModel {
  const prepared = prepareModel(source);
  if (!prepared.ok) throw new Error(formatErrors(source.text, prepared.errors));
  return prepared.value;
}

function lengths({ warmup, draws }: SamplerSettings) {
  return { warmup, draws };
}
