// Draws are a function of the run key: batches, workers and their number change no bit.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocalPool } from '../../src/engine/local';
import { createNodePool } from '../../src/engine/node';
import type { Pool } from '../../src/engine/pool';
import { startRun } from '../../src/engine/run';
import { bundled } from '../../scripts/lib/bundle.mjs';
import { keyOf } from './run-model';

const key = keyOf({ model: 'frogs-multilevel', seed: 1 });
const short = keyOf({ model: 'frogs-multilevel', seed: 1, settings: { warmup: 150, draws: 50 } });

/**
 * Of `key`. It changes when the sampler, the generated code or the model's text do arithmetic in another order or draw other random numbers:
 * then `samplerVersion` changes too, in a commit that says why.
 */
const storedHash = '331e14d04cfa0edcc3c070b6c3545a03d79f247538ed59c0f7f83821ded6f486';

function hashOf(pool: Pool, of: typeof key, batch: number): Promise<string> {
  const options = { depth: 'full', probability: 0.89, deterministics: false, warmStarts: null, batch } as const;
  return new Promise((resolve, reject) => {
    startRun(pool, of, { ...options, priority: 'figure' }, (run) => {
      if (run.kind === 'done' && run.result.summary.depth === 'full') resolve(run.result.summary.draws_sha256);
      if (run.kind === 'failed' || run.kind === 'cancelled') reject(new Error(JSON.stringify(run)));
    });
  });
}

async function inPool(pool: Pool, of: typeof key, batch: number): Promise<string> {
  const hash = await hashOf(pool, of, batch);
  pool.close();
  return hash;
}

describe('draws_sha256 in this thread', () => {
  it('is the stored one for the multilevel frogs at seed 1', async () => {
    expect(await inPool(createLocalPool(), key, 100)).toBe(storedHash);
  });

  it('does not depend on the batch', async () => {
    const hashes = [];
    for (const batch of [1, 7, 1000]) hashes.push(await inPool(createLocalPool(), short, batch));
    expect(new Set(hashes).size).toBe(1);
  });

  it('does not depend on what the pool runs besides', async () => {
    const pool = createLocalPool();
    const other = { ...short, seed: 2 };
    const [first, second, again] = await Promise.all([short, other, short].map((one) => hashOf(pool, one, 10)));
    pool.close();
    expect(again).toBe(first);
    expect(second).not.toBe(first);
  });

  it('depends on seed, settings and text', async () => {
    const changed = [
      short,
      { ...short, seed: 3 },
      { ...short, settings: { ...short.settings, targetAccept: 0.81 } },
      { ...short, source: { ...short.source, text: short.source.text.replace('1.5', '1.6') } },
    ];
    const hashes = [];
    for (const one of changed) hashes.push(await inPool(createLocalPool(), one, 1000));
    expect(new Set(hashes).size).toBe(changed.length);
  });
});

describe('draws_sha256 in worker threads', () => {
  let worker: URL;
  let expected: string;
  beforeAll(async () => {
    worker = await bundled('node.worker');
    expected = await inPool(createLocalPool(), short, 100);
  }, 60_000);

  const pools: Pool[] = [];
  afterAll(() => pools.forEach((pool) => pool.close()));

  it.each([
    [1, 1000],
    [1, 7],
    [2, 1],
    [2, 1000],
  ])('is the same, %i at a time, batches of %i', { timeout: 20_000 }, async (size, batch) => {
    const pool = createNodePool(worker, size);
    pools.push(pool);
    expect(await hashOf(pool, short, batch)).toBe(expected);
  });
});
