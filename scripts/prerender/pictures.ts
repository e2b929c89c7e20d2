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

export interface Pictures {
  /** The data set, as the browser's sampler gets it. */
  readonly frogs: Table;
  readonly 'frogs-fixed-sigma': Picture<PopulationLines>;
}

export async function makePictures(): Promise<Pictures> {
  const pool = createNodePool(new URL('./node.worker.mjs', import.meta.url));
  try {
    const frogs = readCsv(readFileSync('public/data/frogs.csv', 'utf8'));
    return { frogs, 'frogs-fixed-sigma': await fixedSigma(pool, frogs) };
  } finally {
    pool.close();
  }
}

async function fixedSigma(pool: Pool, frogs: Table): Promise<Picture<PopulationLines>> {
  const model = lectureModels.get('frogs-fixed-sigma');
  if (model === undefined) throw new Error('there is no model frogs-fixed-sigma');
  const [sigma] = model.roles.knobs;
  const key = lectureKey(lectureSources(model, frogs), { sigma: sigma.value }, 1);
  const run = await finishRun(pool, key, { deterministics: true, probability: 0.89 });
  if (run.kind !== 'done') throw new Error(`the run of ${model.id} ended as ${run.kind}`);
  return pictureOf('built', key, sigma.value, run.result, derivePopulation);
}
