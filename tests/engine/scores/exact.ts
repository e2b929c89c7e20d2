// Exact leave-one-out runs in tests: the frogs, tank by tank.
import { expect } from 'vitest';
import { exactLooPlan } from '../../../src/engine/scores/exact-loo';
import type { ExactLoo, ExactScores } from '../../../src/engine/scores/exact-loo';
import { answered } from '../../../src/engine/inquiry';
import type { InquiryPlan } from '../../../src/engine/inquiry';
import { createLocalPool } from '../../../src/engine/local';
import { finishRun } from '../../../src/engine/run';
import { keyOf } from '../run-model';
import type { ModelRun } from '../run-model';

export const byTank: ExactLoo = { units: { kind: 'levels', index: 'T' }, integrate: 'alpha', warmup: 100, draws: 100 };

export async function refitPlan(run: ModelRun, request: Partial<ExactLoo>): Promise<InquiryPlan<ExactScores>> {
  const pool = createLocalPool();
  const key = keyOf({ ...run, settings: { warmup: 250, draws: 100, ...run.settings } });
  const fit = await finishRun(pool, key, { deterministics: false, probability: 0.89 });
  pool.close();
  if (fit.kind !== 'done') throw new Error(`the run ended as ${fit.kind}`);
  const plan = exactLooPlan(key, fit.result.ends, { ...byTank, ...request });
  if (!plan.ok) throw new Error(plan.errors[0].message);
  return plan.value;
}

export async function exactScores(run: ModelRun, request: Partial<ExactLoo> = {}, poolSize = 1): Promise<ExactScores> {
  const plan = await refitPlan(run, request);
  const pool = createLocalPool(poolSize);
  const found = await answered(pool, plan);
  pool.close();
  if (found.kind !== 'done') throw new Error(`the refits ended as ${JSON.stringify(found)}`);
  return found.value;
}

/**
 * Every tank within 5.5 Monte Carlo errors, their root mean square between 0.6 and 1.5, the total within 4 of its own error. With honest
 * errors a false alarm has odds below 1 in 10,000.
 */
export function expectExact(scores: ExactScores, exact: readonly number[]): void {
  expect(scores.units.length).toBe(exact.length);
  const z = scores.units.map(({ elpd, mcse }, k) => (elpd - exact[k]) / (mcse ?? NaN));
  for (const value of z) expect(Math.abs(value)).toBeLessThan(5.5);
  const rms = Math.sqrt(z.reduce((sum, value) => sum + value * value, 0) / z.length);
  expect(rms).toBeGreaterThan(0.6);
  expect(rms).toBeLessThan(1.5);
  const total = exact.reduce((sum, value) => sum + value, 0);
  expect(Math.abs(scores.elpd_loo - total) / (scores.mcse ?? NaN)).toBeLessThan(4);
}
