// Doubtful rows left out in earnest: each refit's score is the exact one, by quadrature, within its Monte Carlo error.
import { expect, test } from 'vitest';
import { answered } from '../../../src/engine/inquiry';
import type { InquiryPlan } from '../../../src/engine/inquiry';
import { createLocalPool } from '../../../src/engine/local';
import { doubtfulUnits, mended, mendPlan, refitEffort, unitsToRefit } from '../../../src/engine/results/reloo';
import { quadraturePlan } from '../../../src/engine/scores/exact-loo';
import { rowScorePlan } from '../../../src/engine/scores/loo';
import { keyOf, runModel } from '../run-model';

async function answer<A>(plan: InquiryPlan<A>): Promise<A> {
  const ended = await answered(createLocalPool(), plan);
  if (ended.kind !== 'done') throw new Error(JSON.stringify(ended));
  return ended.value;
}

test('the frogs, each tank the only one to know its own alpha', { timeout: 30_000 }, async () => {
  const asked = { model: 'frogs-multilevel', seed: 1, settings: { warmup: 100, draws: 120 } } as const;
  const key = keyOf(asked);
  const { result } = await runModel(asked);
  const scores = await answer(rowScorePlan(key, result.draws, 'S', 48));
  const doubtful = doubtfulUnits(scores);
  expect(doubtful.length).toBeGreaterThan(20);
  const now = await answer(mendPlan(key, result.ends, 'S', scores));
  // So many are doubtful that all are left out.
  expect(unitsToRefit(scores)).toHaveLength(scores.loo.units.length);
  expect(now.refitted).toBe(48);

  const quadrature = quadraturePlan(key, 'T', 'alpha');
  if (!quadrature.ok) throw new Error('the frogs have no quadrature');
  const exact = await answer(quadrature.value);
  const { mcse } = now;
  if (mcse === null) throw new Error('a refit has no Monte Carlo error');
  // Four standard errors are a false alarm in 16,000.
  expect(Math.abs(now.loo.elpd_loo - exact.elpd_loo)).toBeLessThan(4 * mcse);
  expect(mcse).toBeLessThan(1);
  // What was there before flattered the model by far more.
  expect(scores.loo.elpd_loo - exact.elpd_loo).toBeGreaterThan(10);
});

test('what was not refitted stays, and what a unit says with itself in does too', async () => {
  const asked = { model: 'frogs-complete', seed: 1, settings: { warmup: 100, draws: 100 } } as const;
  const { result } = await runModel(asked);
  const scores = await answer(rowScorePlan(keyOf(asked), result.draws, 'S', 48));
  expect(unitsToRefit(scores)).toEqual(doubtfulUnits(scores));
  const unit = scores.unitOfRow[0];
  const refit = {
    unit: { kind: 'row', observed: 'S', row: 1 } as const,
    elpd: -7,
    mcse: 0.1,
    rhat: 1,
    paretoK: 0.2,
    divergences: 0,
  };
  const now = mended(scores, new Map([[unit, refit]]));
  const before = scores.loo.units[unit];
  expect(now.loo.units[unit]).toEqual({ elpd_loo: -7, p_loo: before.elpd_loo + before.p_loo + 7, pareto_k: 0.2 });
  now.loo.units.forEach((one, k) => k === unit || expect(one).toBe(scores.loo.units[k]));
  const count = scores.counts[unit];
  expect(now.loo.elpd_loo).toBeCloseTo(scores.loo.elpd_loo + count * (-7 - before.elpd_loo), 9);
  expect([now.refitted, now.mcse]).toEqual([count, count * 0.1]);
  const { warmup, draws } = refitEffort(
    { ...keyOf(asked), settings: { ...keyOf(asked).settings, warmup: 1000, draws: 50 } },
    3,
  );
  expect([warmup, draws]).toEqual([600, 150]);
});
