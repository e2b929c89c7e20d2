// Node's side of `npm run test:browsers`: the draws that every browser must repeat to the bit.
import { readFileSync } from 'node:fs';
import { readCsv } from '../src/engine/dataset';
import { drawsSha256 } from '../src/engine/hash';
import { lectureKey, lectureSources } from '../src/engine/lecture-run';
import { createNodePool } from '../src/engine/node';
import type { Pool } from '../src/engine/pool';
import type { SampleWork } from '../src/engine/protocol';
import { finishRun } from '../src/engine/run';
import { lectureModels } from '../src/models';
import { defaultSettings } from '../src/sampler/settings';
import { browserModels } from './browsers/models';
import type { BrowserModel } from './browsers/models';

/** A chain for a browser's worker to run, with the fingerprint of what Node drew. */
export interface Sweep extends BrowserModel {
  readonly work: SampleWork;
  readonly hash: string;
}

export interface NodeSide {
  /** The fingerprint that the reed-frog page shows at this sigma and seed. */
  readonly pageHash: (sigma: number, seed: number) => Promise<string>;
  readonly sweeps: readonly Sweep[];
  readonly close: () => void;
}

export async function openNodeSide(): Promise<NodeSide> {
  const pool = createNodePool(new URL('./node.worker.mjs', import.meta.url));
  const sweeps = await Promise.all(browserModels().map((model) => sweep(pool, model)));
  return { pageHash: (sigma, seed) => pageHash(pool, sigma, seed), sweeps, close: pool.close };
}

async function pageHash(pool: Pool, sigma: number, seed: number): Promise<string> {
  const model = lectureModels.get('frogs-fixed-sigma');
  if (model === undefined) throw new Error('there is no model frogs-fixed-sigma');
  const sources = lectureSources(model, readCsv(readFileSync('public/data/frogs.csv', 'utf8')));
  const run = await finishRun(pool, lectureKey(sources, { sigma }, seed), { deterministics: true, probability: 0.89 });
  if (run.kind !== 'done' || run.result.summary.depth !== 'full') throw new Error(`the run ended as ${run.kind}`);
  return run.result.summary.draws_sha256;
}

/** Short and shallow: enough to read every line of the generated code and of the sampler, in a second of a slow browser. */
const settings = {
  ...defaultSettings,
  algorithm: { kind: 'nuts', maxTreeDepth: 5 } as const,
  warmup: 60,
  draws: 40,
};

async function sweep(pool: Pool, model: BrowserModel): Promise<Sweep> {
  const asked = {
    kind: 'sample',
    knobs: {},
    seed: 12,
    chain: 0,
    settings,
    warmStart: null,
    pauses: false,
    check: false,
  } as const;
  const work: SampleWork = { ...asked, model: 0, deterministics: false, batch: 100 };
  const draws: Float64Array[] = [];
  await new Promise<void>((resolve, reject) => {
    pool.submit({
      source: model.source,
      priority: 'background',
      work: (number) => ({ ...work, model: number }),
      listener: (message) => {
        if (message.kind === 'batch') draws.push(message.batch.parameters);
        if (message.kind === 'ended') resolve();
        if (message.kind === 'failed') reject(new Error(`${model.id}: ${JSON.stringify(message.failure)}`));
      },
    });
  });
  return { ...model, work, hash: drawsSha256(draws) };
}
