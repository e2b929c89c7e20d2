// Simulation-based calibration, short, and that it sees what it is there to see.
import { describe, expect, it } from 'vitest';
import { calibrate } from '../../scripts/calibrate/calibration';
import type { Calibration } from '../../scripts/calibrate/calibration';
import { chiSquareTail, createRankTester, keptDraws } from '../../scripts/calibrate/uniformity';
import { createLocalPool } from '../../src/engine/local';
import type { Pool } from '../../src/engine/pool';
import { randomStream } from '../../src/math/random';
import { keyOf } from '../engine/run-model';
import type { ModelRun } from '../engine/run-model';

async function calibrated(run: ModelRun, pool: Pool = createLocalPool()): Promise<Calibration> {
  const key = { ...keyOf({ ...run, settings: { warmup: 300, draws: keptDraws * 2 } }), chains: 2 };
  const result = await calibrate(pool, { key, simulations: 50, falseAlarm: 0.001 });
  pool.close();
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value;
}

/** A pool that fits another text than it was given. */
function misled(pool: Pool, from: string, to: string): Pool {
  return {
    ...pool,
    submit: (task) => {
      const { source } = task;
      return pool.submit({ ...task, source: source && { ...source, text: source.text.replace(from, to) } });
    },
  };
}

// A faultless model is called wrong with probability 0.001, at a seed chosen beforehand.
describe('fifty worlds', { timeout: 60_000 }, () => {
  it.each([
    { model: 'frogs-complete', seed: 1 },
    { model: 'frogs-multilevel', seed: 1, noncentered: ['alpha'] },
    { model: 'mundlak-naive', seed: 1 },
    { model: 'cafes-memory', seed: 1, noncentered: ['a'] },
  ])('of $model give uniform ranks', async (run) => {
    const { failures, uniform, quantities } = await calibrated(run);
    expect(failures.count).toBe(0);
    expect(quantities.filter((one) => !one.uniform).map(({ name }) => name)).toEqual([]);
    expect(uniform).toBe(true);
  });

  it('find out a fit with another prior', async () => {
    const pool = misled(createLocalPool(), 'Normal(0, 1.5)', 'Normal(1, 0.3)');
    expect((await calibrated({ model: 'frogs-multilevel', seed: 1 }, pool)).uniform).toBe(false);
  });
});

describe('the test of ranks', () => {
  const ranksOf = (count: number, draw: () => number): number[] =>
    Array.from({ length: count }, () => Math.min(keptDraws, Math.floor(draw() * (keptDraws + 1))));

  it('has the tail of chi-square', () => {
    // Quantiles as tabled in any book.
    expect(chiSquareTail(12.592, 6)).toBeCloseTo(0.05, 4);
    expect(chiSquareTail(37.566, 20)).toBeCloseTo(0.01, 4);
    expect(chiSquareTail(0, 6)).toBe(1);
  });

  // 2,000 families of uniform ranks at 0.1: at most 200 alarms expected, 13 the standard deviation; 5 of them give a false alarm in 3 million.
  it.each([50, 200])('raises no more false alarms than it states, %i worlds', (simulations) => {
    const random = randomStream(1, simulations);
    const test = createRankTester(simulations, 5, 0.1);
    let alarms = 0;
    for (let family = 0; family < 2000; family++) {
      const quantities = Array.from({ length: 5 }, () => test(ranksOf(simulations, () => random.uniform())));
      if (quantities.some(({ uniform }) => !uniform)) alarms++;
    }
    expect(alarms).toBeLessThan(200 + 5 * 13);
    expect(alarms).toBeGreaterThan(40);
  });

  it.each([
    ['too low', (u: number) => u ** 0.5],
    ['too narrow', (u: number) => (u < 0.5 ? 2 * u * u : 1 - 2 * (1 - u) ** 2)],
    ['too wide', (u: number) => 0.5 + Math.sign(u - 0.5) * Math.sqrt(Math.abs(u - 0.5) / 2)],
  ])('finds a posterior %s', (_, bend) => {
    const random = randomStream(2);
    const { uniform } = createRankTester(200, 5, 0.01)(ranksOf(200, () => bend(random.uniform())));
    expect(uniform).toBe(false);
  });
});
