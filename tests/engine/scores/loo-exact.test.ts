import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inquire } from '../../../src/engine/inquiry';
import type { Inquiry } from '../../../src/engine/inquiry';
import type { ExactScores } from '../../../src/engine/scores/exact-loo';
import { createLocalPool } from '../../../src/engine/local';
import { exactScores, expectExact, refitPlan } from './exact';

interface Exact {
  readonly elpd_exact: { readonly pointwise_elpd: readonly number[] };
}

const reference: { readonly multilevel: Exact; readonly predators: Exact } = JSON.parse(
  readFileSync(new URL('../../reference/frogs-quadrature.json', import.meta.url), 'utf8'),
);
const multilevel = reference.multilevel.elpd_exact.pointwise_elpd;

test('the multilevel model, each tank scored against its population', async () => {
  const scores = await exactScores({ model: 'frogs-multilevel', seed: 3 });
  expectExact(scores, multilevel);
  expect(scores.mcse).toBeLessThan(0.15);
}, 30_000);

test('the predator model', async () => {
  const scores = await exactScores({ model: 'frogs-predators', seed: 3 });
  expectExact(scores, reference.predators.elpd_exact.pointwise_elpd);
  expect(scores.mcse).toBeLessThan(0.4);
}, 30_000);

test('the left-out parameter taken from the draws, in the non-centred form, with more noise', async () => {
  const scores = await exactScores({ model: 'frogs-multilevel', seed: 3, noncentered: ['alpha'] }, { integrate: null });
  expectExact(scores, multilevel);
  expect(scores.mcse).toBeGreaterThan(0.3);
}, 30_000);

const few = { units: { kind: 'rows', observed: 'S' }, integrate: null, warmup: 20, draws: 20 } as const;

test('refits are a function of the run, whatever the pool; a row of S is a tank', async () => {
  const run = { model: 'frogs-multilevel', seed: 8 };
  const [one, three] = [await exactScores(run, few, 1), await exactScores(run, few, 3)];
  expect(three).toEqual(one);
  const levels = await exactScores(run, { ...few, units: { kind: 'levels', index: 'T' } }, 2);
  expect(levels.units.map(({ elpd }) => elpd)).toEqual(one.units.map(({ elpd }) => elpd));
}, 20_000);

test('they tell how far they are, and stop when told', async () => {
  const plan = await refitPlan({ model: 'frogs-multilevel', seed: 8 }, few);
  const pool = createLocalPool(2);
  const states = await new Promise<Inquiry<ExactScores>[]>((resolve) => {
    const heard: Inquiry<ExactScores>[] = [];
    const stop = inquire(pool, plan, 'background', (state) => {
      heard.push(state);
      if (state.kind === 'working' && state.done === 3) stop();
      else if (state.kind !== 'working') resolve(heard);
    });
  });
  pool.close();
  expect(states).toEqual([...[1, 2, 3].map((done) => ({ kind: 'working', done, of: 48 })), { kind: 'cancelled' }]);
});
