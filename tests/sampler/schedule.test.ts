// The warm-up's phases: Stan's numbers, and every count of transitions covered.

import { describe, expect, it } from 'vitest';
import { warmupSchedule } from '../../src/sampler/schedule';

const lengths = (kind: 'stan' | 'fast', warmup: number) =>
  warmupSchedule(kind, warmup).map((phase) => `${phase.kind} ${phase.length}`);

it('is Stan’s at 1,000 transitions', () => {
  // Stan Reference Manual, "Automatic parameter tuning": 75, then 25, 50, 100, 200 and 500, then 50.
  expect(lengths('stan', 1000)).toEqual([
    'step size 75',
    'window 25',
    'window 50',
    'window 100',
    'window 200',
    'window 500',
    'step size 50',
  ]);
});

it('is Stan’s below 150 and below 20 transitions', () => {
  // cmdstan: 15 % / 75 % / 10 % of the iterations; with fewer than 20, no estimate of the metric.
  expect(lengths('stan', 100)).toEqual(['step size 15', 'window 75', 'step size 10']);
  expect(lengths('stan', 20)).toEqual(['step size 3', 'window 15', 'step size 2']);
  expect(lengths('stan', 19)).toEqual(['step size 19']);
});

describe.each(['stan', 'fast', 'fixed'] as const)('%s', (kind) => {
  it('covers every number of transitions without gap or overlap', () => {
    for (let warmup = 0; warmup <= 2000; warmup++) {
      let next = 0;
      for (const { first, length } of warmupSchedule(kind, warmup)) {
        expect(first).toBe(next);
        expect(length).toBeGreaterThan(0);
        next += length;
      }
      expect(next).toBe(warmup);
    }
  });
});

it('lets the fast metric forget the way in', () => {
  for (const warmup of [40, 50, 100, 200, 400, 1000, 2000]) {
    const running = warmupSchedule('fast', warmup).filter((phase) => phase.kind === 'running');
    const total = running.reduce((sum, { length }) => sum + length, 0);
    const [beforeLast, last] = running.slice(-2);
    // The last estimates rest on the last two phases, which leave out the first quarter of the draws.
    expect(beforeLast.length + last.length).toBeLessThan(0.8 * total);
  }
});
