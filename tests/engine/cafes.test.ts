// The robot's beliefs against exact answers: without memory a café's rate has a one-dimensional posterior.
import { afterAll, expect, test } from 'vitest';
import { cafeBeliefs, cafeCount, cafeKey } from '../../src/engine/cafes';
import type { CafeBeliefs, CafeModel, Visit } from '../../src/engine/cafes';
import { createLocalPool } from '../../src/engine/local';
import { finishRun } from '../../src/engine/run';

const pool = createLocalPool();
afterAll(() => pool.close());

async function beliefs(model: CafeModel, visits: readonly Visit[]): Promise<CafeBeliefs> {
  const key = cafeKey(model, visits, 1);
  const run = await finishRun(pool, key, { deterministics: true, probability: 0.89 });
  if (run.kind !== 'done') throw new Error(`the run ended as ${run.kind}`);
  return cafeBeliefs(key, run.result, 0.89);
}

/** Median of exp(a), a ~ Normal(1.5, 0.87), after Poisson counts with rate exp(a); trapezoid rule on a fine grid. */
function exactMedian(waits: readonly number[]): number {
  const grid = Array.from({ length: 8001 }, (_, k) => -4 + 0.001 * k);
  const weights = grid.map((a) => {
    const z = (a - 1.5) / 0.87;
    return Math.exp(-0.5 * z * z + waits.reduce((sum, wait) => sum + wait * a - Math.exp(a), 0) + 10);
  });
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let below = 0;
  return Math.exp(grid[weights.findIndex((weight) => (below += weight) >= whole / 2)]);
}

test('with amnesia, each café is its own posterior and an unvisited one its prior', async () => {
  const { cafes, verdict } = await beliefs('amnesia', [
    { cafe: 1, minutes: 9 },
    { cafe: 2, minutes: 3 },
    { cafe: 1, minutes: 11 },
  ]);
  expect(verdict.kind).toBe('trust');
  expect(cafes).toHaveLength(cafeCount + 1);
  // Six Monte Carlo errors of a median over some 3,000 effective draws: false alarm below 1e-7.
  const close = (found: number, exact: number, sd: number): void =>
    expect(Math.abs(found / exact - 1)).toBeLessThan((6 * 1.25 * sd) / Math.sqrt(3000));
  close(cafes[0].median, exactMedian([9, 11]), 0.25);
  close(cafes[1].median, exactMedian([3]), 0.5);
  close(cafes[4].median, exactMedian([]), 0.87);
});

test('with memory one long wait moves the unvisited too, and less than the visited', async () => {
  const before = await beliefs('memory', []);
  const after = await beliefs('memory', [{ cafe: 1, minutes: 12 }]);
  expect(after.verdict.kind).toBe('trust');
  for (const cafe of [1, 2, 3, 4, 5]) expect(after.cafes[cafe].median).toBeGreaterThan(before.cafes[cafe].median * 1.2);
  expect(after.cafes[0].median).toBeGreaterThan(after.cafes[1].median);
  expect(after.cafes[0].median).toBeLessThan(12);
});
