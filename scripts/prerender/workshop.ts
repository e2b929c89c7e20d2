// What the build computes with: the data sets, a pool, and the lecture's own fits by the engine that answers the reader.
import { readFileSync } from 'node:fs';
import { readCsv } from '../../src/engine/dataset';
import type { Table } from '../../src/engine/dataset';
import type { Draws } from '../../src/engine/draws';
import { lectureKey, lectureSources } from '../../src/engine/lecture-run';
import { pictureOf } from '../../src/engine/picture';
import type { Picture } from '../../src/engine/picture';
import type { Pool } from '../../src/engine/pool';
import { finishRun } from '../../src/engine/run';
import { lectureModels } from '../../src/models';
import type { Values } from '../prerender';
import type { Keep } from './kept';

export interface Workshop {
  readonly pool: Pool;
  readonly frogs: Table;
  readonly trolley: Table;
  /** For what takes seconds: answers it from an earlier build if question and engine are the same. */
  readonly keep: Keep;
}

/** What one figure or page needs of the build. */
export interface Story<S> {
  /** `virtual:prerendered/NAME` in the browser. */
  readonly shown: S;
  /** Numbers for the prose, by dotted name. */
  readonly values: Values;
}

export interface LectureFit<D, K> {
  /** A model of src/models on the reed frogs. */
  readonly model: string;
  readonly knobs: Readonly<Record<string, number>>;
  /** The picture's knob: where the figure's own control stands. */
  readonly knob: K;
  readonly derive: (draws: Draws, knob: K) => D;
}

export function openWorkshop(pool: Pool, keep: Keep): Workshop {
  const read = (name: string): Table => readCsv(readFileSync(`public/data/${name}.csv`, 'utf8'));
  return { pool, keep, frogs: read('frogs'), trolley: read('trolley') };
}

/** The fit of the page's first sight: seed 1, 89 % intervals, the lecture's settings. */
export async function fitLecture<D, K>(workshop: Workshop, fit: LectureFit<D, K>): Promise<Picture<D, K>> {
  const model = lectureModels.get(fit.model);
  if (model === undefined) throw new Error(`there is no model ${fit.model}`);
  const key = lectureKey(lectureSources(model, workshop.frogs), fit.knobs, 1);
  const options = { deterministics: true, probability: 0.89 };
  const run = await workshop.keep({ key, options }, () => finishRun(workshop.pool, key, options));
  if (run.kind !== 'done') throw new Error(`the run of ${fit.model} ended as ${run.kind}`);
  return pictureOf('built', key, fit.knob, run.result, fit.derive);
}
