// The study of many worlds: the same numbers on any pool, through stops and resumptions, and intervals that cover.
import { describe, expect, test } from 'vitest';
import { createLocalPool } from '../../../src/engine/local';
import { lectureEffects } from '../../../src/engine/worlds/lecture-world';
import type { StudyDesign, WorldFits } from '../../../src/engine/worlds/fit-world';
import { runStudy } from '../../../src/engine/worlds/study';
import type { StudyEnd } from '../../../src/engine/worlds/study';
import { studySummary } from '../../../src/engine/worlds/study-summary';

const fixed: StudyDesign = {
  size: { groups: 10, individuals: 60 },
  truth: { kind: 'fixed', effects: lectureEffects },
  rateTau: 1,
  estimators: ['naive', 'mundlak'],
  seed: 4,
};

function study(design: StudyDesign, worlds: readonly number[], size = 1, stopAfter = Infinity) {
  return new Promise<{ readonly fits: readonly WorldFits[]; readonly end: StudyEnd }>((resolve) => {
    const pool = createLocalPool(size);
    const fits: WorldFits[] = [];
    const stop = runStudy(pool, design, worlds, {
      onWorld: (one) => {
        fits.push(one);
        if (fits.length === stopAfter) stop();
      },
      onEnd: (end) => {
        pool.close();
        resolve({ fits: fits.sort((a, b) => a.world - b.world), end });
      },
    });
  });
}

test('any pool gives the same numbers, and so does a study that was stopped and taken up again', async () => {
  const whole = await study(fixed, [0, 1, 2, 3]);
  expect(whole.end).toEqual({ kind: 'done' });
  expect((await study(fixed, [0, 1, 2, 3], 3)).fits).toEqual(whole.fits);
  const first = await study(fixed, [0, 1, 2, 3], 2, 2);
  expect(first.end).toEqual({ kind: 'stopped' });
  const missing = [0, 1, 2, 3].filter((world) => !first.fits.some((one) => one.world === world));
  const rest = await study(fixed, missing);
  expect([...first.fits, ...rest.fits].sort((a, b) => a.world - b.world)).toEqual(whole.fits);
});

test('a world with empty groups is fitted by all five', async () => {
  const design: StudyDesign = {
    ...fixed,
    size: { groups: 30, individuals: 25 },
    estimators: ['naive', 'fixed', 'multilevel', 'mundlak', 'latent'],
  };
  const { fits, end } = await study(design, [0]);
  expect(end).toEqual({ kind: 'done' });
  expect(fits[0].empty).toBeGreaterThan(5);
  for (const fit of fits[0].fits) {
    if (fit.kind !== 'fitted') throw new Error(`${fit.estimator} has no fit`);
    for (const { mean, interval50, interval89 } of fit.estimates) {
      expect([interval89[0], interval50[0], mean, interval50[1], interval89[1]].every(Number.isFinite)).toBe(true);
      expect(interval89[0]).toBeLessThan(interval50[0]);
      expect(interval50[1]).toBeLessThan(interval89[1]);
    }
  }
});

/**
 * 40 worlds of the latent model's own priors. An interval of mass m holds the truth with probability m in each, so that the number of
 * hits is binomial. The bound is the central range of probability 1 - 1e-4 of that number, for each of 16 counts: a correct program fails
 * with probability below 0.0016. `npm run worlds -- --truth prior --worlds 1000` is the long form.
 */
test('intervals of the latent model cover worlds of its own priors', { timeout: 60_000 }, async () => {
  const design: StudyDesign = {
    size: { groups: 8, individuals: 40 },
    truth: { kind: 'prior' },
    rateTau: 1,
    estimators: ['latent'],
    seed: 1,
  };
  const { fits } = await study(
    design,
    Array.from({ length: 40 }, (_, k) => k),
  );
  const rows = studySummary(fits);
  expect(rows.map(({ parameter }) => parameter)).toEqual(['aX', 'a_bar', 'bXY', 'bZY', 'bGY', 'bGX', 'sX', 'tau']);
  for (const { worlds, coverage50, coverage89 } of rows) {
    expect(worlds).toBe(40);
    expect(binomialTail(40, 0.5, coverage50.value * 40)).toBeGreaterThan(0.5e-4);
    expect(binomialTail(40, 0.89, coverage89.value * 40)).toBeGreaterThan(0.5e-4);
  }
});

/** The smaller of P(K <= hits) and P(K >= hits). */
function binomialTail(worlds: number, share: number, hits: number): number {
  const probabilities = [(1 - share) ** worlds];
  for (let k = 1; k <= worlds; k++)
    probabilities.push((probabilities[k - 1] * (worlds - k + 1) * share) / (k * (1 - share)));
  const sum = (part: readonly number[]): number => part.reduce((total, one) => total + one, 0);
  return Math.min(sum(probabilities.slice(0, hits + 1)), sum(probabilities.slice(hits)));
}

describe('the summary', () => {
  test('is the arithmetic of three worlds', () => {
    const world = (number: number, mean: number, interval: readonly [number, number]): WorldFits => ({
      world: number,
      seed: number,
      empty: 0,
      fits: [
        {
          kind: 'fitted',
          estimator: 'naive',
          estimates: [{ name: 'bXY', truth: 1, mean, interval50: interval, interval89: [-5, 5] }],
          ess: 300,
          rhat: 1,
          divergences: 0,
          draws: 250,
        },
        { kind: 'failed', estimator: 'fixed', message: 'no start' },
      ],
    });
    const [row, ...more] = studySummary([world(0, 1, [0, 2]), world(1, 2, [1.5, 3]), world(2, 4, [0.9, 1])]);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ estimator: 'naive', parameter: 'bXY', worlds: 3 });
    // Errors 0, 1, 3: mean 4/3, variance 7/3; squares 0, 1, 9: mean 10/3, variance 73/3.
    expect(row.bias.value).toBeCloseTo(4 / 3, 12);
    expect(row.bias.error).toBeCloseTo(Math.sqrt(7 / 9), 12);
    expect(row.rmse.value).toBeCloseTo(Math.sqrt(10 / 3), 12);
    expect(row.rmse.error).toBeCloseTo(Math.sqrt(73 / 9) / (2 * Math.sqrt(10 / 3)), 12);
    expect(row.coverage50.value).toBeCloseTo(2 / 3, 12);
    expect(row.coverage89).toEqual({ value: 1, error: Math.sqrt(((5 / 7) * (2 / 7)) / 7) });
  });
});
