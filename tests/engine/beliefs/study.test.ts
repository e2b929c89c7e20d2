// The studies of three beliefs: populations as they are said to be, fits held to exact integrals, the same numbers on any pool.
import { describe, expect, it, test } from 'vitest';
import { enteringUnits, shapes, standardValue, trials } from '../../../src/engine/beliefs/population';
import type { Cell } from '../../../src/engine/beliefs/population';
import { trialsFingerprint } from '../../../src/engine/beliefs/fingerprint';
import { beliefStudy, beliefSummary, missingTrials, runTrials } from '../../../src/engine/beliefs/study';
import type { BeliefStudy, TrialResult } from '../../../src/engine/beliefs/study';
import { runTrial } from '../../../src/engine/beliefs/trial';
import { createLocalPool } from '../../../src/engine/local';
import { randomStream } from '../../../src/math/random';

const cell: Cell = { population: 40, entering: 10, selection: 'random', shape: 'normal' };

/** Fourth moments of the shapes, which say how far a variance strays: 3, 1.69, 9 and 9. */
test.each(shapes)('%s values have mean 0 and standard deviation 1', (shape) => {
  const random = randomStream(8, shapes.indexOf(shape));
  const values = Array.from({ length: 40_000 }, () => standardValue(shape, random));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + value * value, 0) / values.length;
  // 4.5 standard errors: one false alarm in 150,000 of each.
  expect(Math.abs(mean)).toBeLessThan(4.5 / Math.sqrt(40_000));
  expect(Math.abs(square - 1)).toBeLessThan((4.5 * Math.sqrt(8)) / Math.sqrt(40_000));
});

describe('units enter', () => {
  const truths = (of: Cell): number[] => enteringUnits(of, 2, 5).map(({ truth }) => truth);
  const everybody = truths({ ...cell, entering: 40 }).sort((a, b) => a - b);

  it('by their rule', () => {
    expect(truths({ ...cell, selection: 'high' }).sort((a, b) => a - b)).toEqual(everybody.slice(30));
    expect(truths({ ...cell, selection: 'extremes' }).sort((a, b) => a - b)).toEqual([
      ...everybody.slice(0, 5),
      ...everybody.slice(35),
    ]);
    const first = truths({ ...cell, selection: 'first' });
    expect(Math.max(...first)).toBeLessThan(everybody[30]);
    expect(first.every((truth) => everybody.includes(truth))).toBe(true);
  });

  it('as the same units with the same luck, whoever else does', () => {
    const few = enteringUnits({ ...cell, entering: 3 }, 2, 5);
    const more = enteringUnits(cell, 2, 5);
    for (const unit of few) expect(more).toContainEqual(unit);
    for (const { survived } of more) expect(survived).toBeLessThanOrEqual(trials);
  });
});

/** Posterior mean of inv_logit(alpha) under Normal(0, sd) and a binomial likelihood, by the trapezium rule. */
function exactMean(survived: number, of: number, sd: number): number {
  let [mass, total] = [0, 0];
  for (let alpha = -60; alpha <= 60; alpha += 0.005) {
    const log = survived * alpha - of * Math.log1p(Math.exp(alpha)) - (alpha * alpha) / (2 * sd * sd);
    const weight = Math.exp(log);
    mass += weight;
    total += weight / (1 + Math.exp(-alpha));
  }
  return total / mass;
}

it('complete and no pooling are off by what exact integrals are off by', async () => {
  const study: BeliefStudy = { cells: [cell], seed: 2 };
  for (const trial of [0, 1, 2]) {
    const units = enteringUnits(cell, 2, trial);
    const result = await runTrial(study, 0, trial, () => Promise.resolve(true));
    const off = (estimate: (survived: number) => number): number =>
      units.reduce((sum, { truth, survived }) => sum + Math.abs(estimate(survived) - truth), 0) / units.length;
    const all = units.reduce((sum, { survived }) => sum + survived, 0);
    const complete = exactMean(all, trials * units.length, 1.5);
    // A posterior sd of at most 0.2 over 100 effective draws, averaged over ten units that are independent, or one that is not.
    expect(Math.abs((result?.errors.none ?? NaN) - off((survived) => exactMean(survived, trials, 10)))).toBeLessThan(
      0.03,
    );
    expect(Math.abs((result?.errors.complete ?? NaN) - off(() => complete))).toBeLessThan(0.03);
    const raw = units.map(({ survived }) => survived / trials);
    expect(result?.units.map((unit) => unit.raw)).toEqual(raw);
    // Partial pooling lies between a unit's own data and the rest, on average.
    expect(result?.errors.partial).toBeGreaterThan(0);
  }
});

function study(
  of: BeliefStudy,
  wanted: number,
  size: number,
  known: readonly TrialResult[] = [],
  stopAfter = Infinity,
) {
  return new Promise<readonly TrialResult[]>((resolve) => {
    const pool = createLocalPool(size);
    const results = [...known];
    const stop = runTrials(pool, of, missingTrials(of, wanted, known), {
      onTrial: (result) => {
        results.push(result);
        if (results.length === stopAfter) stop();
      },
      onEnd: () => {
        pool.close();
        resolve(results);
      },
    });
  });
}

it('has the same summary on any pool, and after it was stopped and taken up again', { timeout: 30_000 }, async () => {
  const of: BeliefStudy = { cells: beliefStudy('random', 3).cells.slice(0, 2), seed: 3 };
  const whole = await study(of, 3, 1);
  expect(whole).toHaveLength(6);
  const other = await study(of, 3, 3);
  expect(beliefSummary(of, other)).toEqual(beliefSummary(of, whole));
  expect(trialsFingerprint([...other].reverse())).toBe(trialsFingerprint(whole));
  expect(trialsFingerprint(whole.slice(1))).not.toBe(trialsFingerprint(whole));
  const part = await study(of, 3, 2, [], 3);
  expect(part).toHaveLength(3);
  expect(beliefSummary(of, await study(of, 3, 2, part))).toEqual(beliefSummary(of, whole));
});

test('the summary is the arithmetic of the trials', () => {
  const result = (trial: number, complete: number, none: number, partial: number): TrialResult => ({
    cell: 1,
    trial,
    errors: { complete, none, partial },
    typical: 0.5 + trial / 10,
    units: [],
  });
  const of: BeliefStudy = { cells: [cell, cell], seed: 1 };
  const [first, second] = beliefSummary(of, [result(1, 0.3, 0.2, 0.1), result(0, 0.1, 0.2, 0.2)]);
  expect(first).toBeNull();
  expect(second?.trials).toBe(2);
  expect(second?.errors.complete.value).toBeCloseTo(0.2, 12);
  expect(second?.errors.complete.error).toBeCloseTo(0.1, 12);
  expect(second?.against.none.value).toBeCloseTo(-0.05, 12);
  expect(second?.against.none.error).toBeCloseTo(0.05, 12);
  expect(second?.typical.value).toBeCloseTo(0.55, 12);
});
