// What figures first show: the lecture's own runs, made by the same engine that answers the reader.
import { readFileSync } from 'node:fs';
import { readCsv } from '../../src/engine/dataset';
import type { Table } from '../../src/engine/dataset';
import { lectureKey, lectureSources } from '../../src/engine/lecture-run';
import { createNodePool } from '../../src/engine/node';
import { pictureOf } from '../../src/engine/picture';
import type { Picture } from '../../src/engine/picture';
import type { Pool } from '../../src/engine/pool';
import { derivePopulation } from '../../src/engine/population';
import type { PopulationLines } from '../../src/engine/population';
import { finishRun } from '../../src/engine/run';
import { lectureModels } from '../../src/models';
import type { Values } from '../prerender';
import { fitValues } from './fit-values';

export interface Pictures {
  /** The data set, as the browser's sampler gets it. */
  readonly frogs: Table;
  readonly 'frogs-fixed-sigma': Picture<PopulationLines>;
}

/** The sigmas that the prose speaks of. */
const quoted = [0.1, 1, 5];

export interface BuildRuns {
  readonly pictures: Pictures;
  /** Numbers from the same runs, for the prose. */
  readonly values: Values;
}

export async function makeRuns(): Promise<BuildRuns> {
  const pool = createNodePool(new URL('./node.worker.mjs', import.meta.url));
  try {
    const frogs = readCsv(readFileSync('public/data/frogs.csv', 'utf8'));
    const fits = await Promise.all(quoted.map((sigma) => fixedSigma(pool, frogs, sigma)));
    const values = Object.assign({}, ...fits.map((fit) => fitValues(fit, frogs)));
    const first = fits[quoted.indexOf(1)];
    return {
      pictures: { frogs, 'frogs-fixed-sigma': first },
      values: { ...values, 'frogs.parameters': first.parameters.elements.length },
    };
  } finally {
    pool.close();
  }
}

async function fixedSigma(pool: Pool, frogs: Table, sigma: number): Promise<Picture<PopulationLines>> {
  const model = lectureModels.get('frogs-fixed-sigma');
  if (model === undefined) throw new Error('there is no model frogs-fixed-sigma');
  const key = lectureKey(lectureSources(model, frogs), { sigma }, 1);
  const run = await finishRun(pool, key, { deterministics: true, probability: 0.89 });
  if (run.kind !== 'done') throw new Error(`the run of ${model.id} ended as ${run.kind}`);
  return pictureOf('built', key, sigma, run.result, derivePopulation);
}
