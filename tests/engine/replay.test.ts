// The settling of a fit is what the diagnostics say of its first draws; a hidden world is estimated from the counts it shows.
import { expect, test } from 'vitest';
import { errorsOf, startHiddenWorld } from '../../src/engine/hidden-truth';
import type { HiddenWorld } from '../../src/engine/hidden-truth';
import { answered } from '../../src/engine/inquiry';
import { createLocalPool } from '../../src/engine/local';
import { settlingPlan } from '../../src/engine/replay';
import { randomStream } from '../../src/math/random';
import { essBulk } from '../../src/stats/ess';
import { rhat } from '../../src/stats/rhat';
import { table } from './run-model';

test('a checkpoint knows the draws before it and no other', async () => {
  const chains = [1, 2].map((chain) => {
    const random = randomStream(9, chain);
    return Float64Array.from({ length: 100 }, (_, draw) => random.normal() + (draw < 50 ? chain : 0));
  });
  const pool = createLocalPool();
  const found = await answered(pool, settlingPlan('x', chains));
  pool.close();
  if (found.kind !== 'done') throw new Error(`the settling ended as ${found.kind}`);
  expect(found.value.map(({ draws }) => draws)).toEqual(Array.from({ length: 25 }, (_, k) => 4 * (k + 1)));
  const half = chains.map((chain) => chain.slice(0, 48));
  expect(found.value[11]).toEqual({ draws: 48, bulkEss: essBulk(half), rhat: rhat(half) });
  expect(found.value[24]).toEqual({ draws: 100, bulkEss: essBulk(chains), rhat: rhat(chains) });
});

test('a world: counts near the truth, no pooling near the counts, partial pooling between them and the middle', async () => {
  const pool = createLocalPool();
  const frogs = table('frogs');
  const world = await new Promise<HiddenWorld | null>((done) => startHiddenWorld(pool, frogs, 3, 'figure', done));
  pool.close();
  if (world === null) throw new Error('the world was not finished');
  const { survived, truth, partial, none } = world;
  const density = frogs.density.map(Number);
  const z = survived.map(
    (count, t) => (count - density[t] * truth[t]) / Math.sqrt(density[t] * truth[t] * (1 - truth[t])),
  );
  // 48 standardized binomial counts: the mean of their squares is 1, and beyond 2.2 less than once in 10,000.
  expect(z.reduce((sum, value) => sum + value * value, 0) / z.length).toBeLessThan(2.2);
  none.forEach((share, t) => expect(Math.abs(share - survived[t] / density[t])).toBeLessThan(0.06));
  const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
  expect(spread(partial)).toBeLessThan(spread(none));
  const errors = errorsOf(world);
  const byHand = Math.sqrt(partial.reduce((sum, value, t) => sum + (value - truth[t]) ** 2, 0) / 48);
  expect(errors.partial).toBeCloseTo(byHand, 12);
  expect(errors.lost).toBe(truth.filter((share, t) => Math.abs(partial[t] - share) > Math.abs(none[t] - share)).length);
});
