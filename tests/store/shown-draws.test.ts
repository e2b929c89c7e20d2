// Draws that are not at hand are made again, and are handed out only under the hash of those that are shown.
import { afterAll, expect, it, vi } from 'vitest';
import type { RunKey } from '../../src/engine/key';
import { createLocalPool } from '../../src/engine/local';
import { finishRun } from '../../src/engine/run';
import { drawsAgain, drawTable } from '../../src/store/shown-draws';
import type { TakeDraws, TakenDraws } from '../../src/store/shown-draws';
import { keyOf } from '../engine/run-model';

const pool = createLocalPool(1);
vi.mock('../../src/store/page-pool', () => ({ pagePool: () => pool }));
afterAll(() => pool.close());

const key: RunKey = (() => {
  const whole = keyOf({ model: 'frogs-fixed-sigma', seed: 3, knobs: { sigma: 0.7 } });
  return { ...whole, settings: { ...whole.settings, warmup: 60, draws: 40 } };
})();

function ended(take: TakeDraws): Promise<{ readonly last: TakenDraws; readonly progress: number }> {
  return new Promise((resolve) => {
    let progress = 0;
    take((taken) => {
      if (taken.kind === 'running') progress++;
      else resolve({ last: taken, progress });
    });
  });
}

async function hashOf(): Promise<string> {
  const run = await finishRun(pool, key, { deterministics: false, probability: 0.89 });
  if (run.kind !== 'done' || run.result.summary.depth !== 'full') throw new Error('the run did not end');
  return run.result.summary.draws_sha256;
}

it('the same key gives the same hash, and the draws', async () => {
  const { last, progress } = await ended(drawsAgain(() => Promise.resolve(key), await hashOf()));
  if (last.kind !== 'ready') throw new Error(last.kind);
  expect(progress).toBeGreaterThan(0);
  expect(drawTable(last.draws).rows).toBe(40 * key.chains);
});

it('draws of another hash are refused in a sentence', async () => {
  const { last } = await ended(drawsAgain(() => Promise.resolve({ ...key, seed: 4 }), await hashOf()));
  expect(last).toEqual({ kind: 'refused', message: expect.stringContaining('do not have the fingerprint') });
});

it('so is a key whose data cannot be fetched', async () => {
  const { last } = await ended(drawsAgain(() => Promise.reject(new Error('offline')), 'any'));
  expect(last).toEqual({ kind: 'refused', message: expect.stringContaining('Check the connection') });
});

it('who gives up hears nothing more', async () => {
  let heard = 0;
  const giveUp = drawsAgain(
    () => Promise.resolve(key),
    'any',
  )(() => {
    heard++;
  });
  giveUp();
  await new Promise((resolve) => {
    setTimeout(resolve, 300);
  });
  expect(heard).toBe(0);
});
