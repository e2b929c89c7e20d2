// Runs of the lecture's models in tests.
import { readFileSync } from 'node:fs';
import { readTable } from '../../src/engine/dataset';
import type { Table } from '../../src/engine/dataset';
import type { RunKey } from '../../src/engine/key';
import { lectureKey, lectureSources } from '../../src/engine/lecture-run';
import { createLocalPool } from '../../src/engine/local';
import { finishRun } from '../../src/engine/run';
import type { RunResult } from '../../src/engine/run';
import type { FullSummary } from '../../src/engine/summary';
import { lectureModels } from '../../src/models';
import type { LectureModel } from '../../src/models';
import type { SamplerSettings } from '../../src/sampler/settings';
import type { Summary } from '../../src/stats/summary';

export interface ModelRun {
  readonly model: string;
  readonly knobs?: Readonly<Record<string, number>>;
  readonly seed: number;
  readonly settings?: Partial<SamplerSettings>;
  /** Names to rewrite; left out, what the lecture does. */
  readonly noncentered?: readonly string[];
  /** Left out, the model's own. */
  readonly text?: string;
  /** Goes on, `settings.draws` at a time, until every parameter's bulk ESS is at least 1,000 and its R-hat below 1.01. */
  readonly untilGood?: boolean;
  /** Left out, true; the trolley has a quantity a row, which nobody compares. */
  readonly deterministics?: boolean;
}

export interface FullRun {
  readonly result: RunResult;
  readonly summary: FullSummary;
}

export function lectureModel(id: string): LectureModel {
  const model = lectureModels.get(id);
  if (model === undefined) throw new Error(`there is no lecture model ${id}`);
  return model;
}

export function table(dataset: LectureModel['dataset']): Table {
  const read = (file: string): string => readFileSync(new URL(`../../public/data/${file}`, import.meta.url), 'utf8');
  return readTable(dataset, read, visits);
}

/** The cafes' data are the reader's own; these were made up. The fifth is seen once. */
const visits: Table = {
  cafe: [1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 5],
  minutes: [3, 8, 1, 5, 4, 6, 2, 4, 2, 11, 1, 7, 5, 9, 3, 4],
};

export function keyOf({ model, knobs = {}, seed, settings = {}, noncentered, text, untilGood }: ModelRun): RunKey {
  const lecture = lectureModel(model);
  const key = lectureKey(lectureSources(lecture, table(lecture.dataset)), knobs, seed);
  const source = {
    ...key.source,
    text: text ?? key.source.text,
    noncentered: noncentered ?? key.source.noncentered,
  };
  const target = untilGood === true ? { parameters: [], bulkEss: 1000, rhat: 1.01, cap: 20_000 } : key.target;
  return { ...key, source, settings: { ...key.settings, ...settings }, target };
}

/** Runs a model to its end in this thread; anything but a finished run throws. */
export async function runModel(run: ModelRun): Promise<FullRun> {
  const pool = createLocalPool();
  const ended = await finishRun(pool, keyOf(run), { deterministics: run.deterministics ?? true, probability: 0.89 });
  pool.close();
  if (ended.kind !== 'done') throw new Error(`${run.model} did not finish: ${JSON.stringify(ended)}`);
  const { result } = ended;
  if (result.summary.depth !== 'full') throw new Error('a finished run has a full summary');
  return { result, summary: result.summary };
}

/** Summaries by element name, parameters first, then deterministic quantities. */
export function summaries({ result, summary }: FullRun): ReadonlyMap<string, Summary> {
  const { parameters, deterministics } = result.draws;
  return new Map([
    ...parameters.elements.map((name, k): [string, Summary] => [name, summary.parameters[k]]),
    ...deterministics.elements.map((name, k): [string, Summary] => [name, summary.deterministics[k]]),
  ]);
}
