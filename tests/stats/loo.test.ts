import { describe, expect, test } from 'vitest';
import { compare, stackingWeights } from '../../src/stats/compare';
import { likelihoodFacts, loo, looUnit, looUnitOfLikelihoods } from '../../src/stats/loo';
import type { Loo } from '../../src/stats/loo';
import { paretoKThreshold, psis } from '../../src/stats/psis';
import { waic, waicUnit } from '../../src/stats/waic';
import reference from '../reference/psis-loo.json';

const column = (logLik: number[][], i: number) => Float64Array.from(logLik, (draw) => draw[i]);
const columns = (logLik: number[][]) => logLik[0].map((_, i) => column(logLik, i));
const unitsA = columns(reference.log_lik);
const unitsB = columns(reference.log_lik_b);
const unitOf = (logLik: Float64Array, efficiency = 1) => looUnit(logLik, { ...likelihoodFacts([logLik]), efficiency });
const waicOf = (logLik: Float64Array) => waicUnit(logLik, likelihoodFacts([logLik]).lpd);

function expectClose(actual: number, expected: number) {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-8 * Math.abs(expected));
}

type Expected = Pick<typeof reference.psis_loo, keyof typeof reference.psis_loo>;

function expectLoo(actual: Loo, expected: Expected) {
  expectClose(actual.elpd_loo, expected.elpd_loo);
  expectClose(actual.se_elpd_loo, expected.se_elpd_loo);
  expectClose(actual.p_loo, expected.p_loo);
  expectClose(actual.looic, expected.looic);
  actual.units.forEach((unit, i) => {
    expectClose(unit.elpd_loo, expected.pointwise_elpd[i]);
    expectClose(Number(unit.pareto_k), expected.pareto_k[i]);
  });
}

const looA = loo(unitsA.map((logLik) => unitOf(logLik)));
const looB = loo(unitsB.map((logLik) => unitOf(logLik)));

describe('as loo', () => {
  test('psis-loo with relative efficiency one', () => expectLoo(looA, reference.psis_loo));
  test('psis-loo of the other model', () => expectLoo(looB, reference.compare.model_b));
  test('relative efficiencies, and psis-loo with them', () => {
    const efficiencies = unitsA.map(
      (logLik) => likelihoodFacts([0, 250, 500, 750].map((start) => logLik.subarray(start, start + 250))).efficiency,
    );
    efficiencies.forEach((efficiency, i) => expectClose(efficiency, reference.psis_loo_reff.r_eff[i]));
    expectLoo(loo(unitsA.map((logLik, i) => unitOf(logLik, efficiencies[i]))), reference.psis_loo_reff);
  });
  test('waic', () => {
    const { elpd_waic, p_waic } = waic(unitsA.map(waicOf));
    expectClose(elpd_waic, reference.waic.elpd_waic);
    expectClose(p_waic, reference.waic.p_waic);
  });
  test('comparison and weights', () => {
    const elpd = (result: Loo) => result.units.map((unit) => unit.elpd_loo);
    const [best, second] = compare([
      { name: 'model2', elpd: elpd(looB) },
      { name: 'model1', elpd: elpd(looA) },
    ]);
    const { compare: expected } = reference;
    expect(best.name).toBe(expected.best);
    expect(best.elpd_diff).toBe(0);
    expect(best.dse).toBe(0);
    expectClose(second.elpd_diff, expected.elpd_diff);
    expectClose(second.dse, expected.se_diff);
    expectClose(best.pseudo_bma, expected.pseudobma[0]);
    expectClose(second.pseudo_bma, expected.pseudobma[1]);
    expect(Math.abs(best.stacking - expected.stacking[0])).toBeLessThan(1e-3);
    expect(Math.abs(second.stacking - expected.stacking[1])).toBeLessThan(1e-3);
  });
});

describe('from likelihoods themselves', () => {
  const chains = (values: Float64Array) => [0, 250, 500, 750].map((start) => values.subarray(start, start + 250));
  test.each(unitsA.map((logLik, unit) => ({ unit, logLik })))(
    'unit $unit is as from their logarithms',
    ({ logLik }) => {
      const found = looUnitOfLikelihoods(logLik.map(Math.exp), 250);
      const expected = looUnit(logLik, likelihoodFacts(chains(logLik)));
      expect(Math.abs((found?.elpd_loo ?? NaN) - expected.elpd_loo)).toBeLessThan(1e-11);
      expect(Math.abs((found?.p_loo ?? NaN) - expected.p_loo)).toBeLessThan(1e-11);
      expect(Math.abs((found?.pareto_k ?? NaN) - Number(expected.pareto_k))).toBeLessThan(1e-9);
    },
  );
  test('one that is as good as zero, or no number, is left to the logarithms', () => {
    const likelihoods = unitsA[0].map(Math.exp);
    for (const bad of [0, 1e-300, NaN, Infinity]) {
      const spoilt = likelihoods.slice();
      spoilt[5] = bad;
      expect(looUnitOfLikelihoods(spoilt, 250)).toBeNull();
    }
  });
});

test('totals of both criteria: sums over units, with sqrt(n) standard deviations', () => {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const error = (values: readonly number[]): number => {
    const mean = sum(values) / values.length;
    const variance = sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
    return Math.sqrt(values.length * variance);
  };
  const waicA = waic(unitsA.map(waicOf));
  const [elpd, p] = [waicA.units.map((unit) => unit.elpd_waic), waicA.units.map((unit) => unit.p_waic)];
  expectClose(waicA.elpd_waic, sum(elpd));
  expectClose(waicA.se_elpd_waic, error(elpd));
  expectClose(waicA.p_waic, sum(p));
  expectClose(waicA.se_p_waic, error(p));
  expectClose(waicA.waic, -2 * sum(elpd));
  expectClose(waicA.se_waic, 2 * error(elpd));
  expectClose(looA.se_p_loo, error(looA.units.map((unit) => unit.p_loo)));
  expectClose(looA.se_looic, 2 * error(looA.units.map((unit) => unit.elpd_loo)));
});

test('a unit that stands for three is three units', () => {
  const units = looA.units;
  const once = loo([...units, units[0], units[0]]);
  const counted = loo(units, [3, ...units.slice(1).map(() => 1)]);
  expectClose(counted.elpd_loo, once.elpd_loo);
  expectClose(counted.se_elpd_loo, once.se_elpd_loo);
  expectClose(counted.se_p_loo, once.se_p_loo);
  const elpd = [looA, looB].map((result) => result.units.map((unit) => unit.elpd_loo));
  const repeated = stackingWeights(elpd.map((values) => [...values, values[0], values[0]]));
  expectClose(stackingWeights(elpd, [3, ...units.slice(1).map(() => 1)])[0], repeated[0]);
});

// With two models the score is a function of one weight; its maximum by golden section needs nothing of ours but the scores.
test('stacking weights maximize the mean log score', () => {
  const elpd = [looA, looB].map((result) => result.units.map((unit) => unit.elpd_loo));
  const score = (w: number) =>
    elpd[0].reduce((total, a, i) => total + Math.log(w * Math.exp(a) + (1 - w) * Math.exp(elpd[1][i])), 0);
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const third = (high - low) / 3;
    if (score(low + third) < score(high - third)) low += third;
    else high -= third;
  }
  expect(Math.abs(stackingWeights(elpd)[0] - low)).toBeLessThan(1e-5);
});

test('a model that no unit prefers gets no weight', () => {
  const good = [-1, -2, -1.5];
  expect([...stackingWeights([good, good.map((x) => x - 1)])][1]).toBeLessThan(1e-9);
});

describe('weights that cannot be smoothed', () => {
  test('equal weights: nothing to fit, and the mean stands', () => {
    const unit = unitOf(new Float64Array(1000).fill(-1.25));
    expect(unit.pareto_k).toBeNull();
    expect(unit.elpd_loo).toBeCloseTo(-1.25, 12);
    expect(unit.p_loo).toBeCloseTo(0, 12);
  });
  test('too few draws for a tail', () => {
    expect(psis(unitsA[0].slice(0, 20), 1).paretoK).toBe(Infinity);
    expect(psis(unitsA[0].slice(0, 30), 1).paretoK).toBeLessThan(Infinity);
  });
  test('a draw that excludes the unit', () => {
    const logLik = unitsA[0].slice();
    logLik[5] = -Infinity;
    expect(unitOf(logLik)).toMatchObject({ elpd_loo: -Infinity, pareto_k: Infinity });
    logLik[5] = NaN;
    expect(unitOf(logLik).elpd_loo).toBeNaN();
    expect(unitOf(logLik).pareto_k).toBe(Infinity);
  });
});

test('smoothing keeps the order of the weights and changes only the tail', () => {
  const ratios = unitsA[2].map((x) => -x);
  const { logWeights } = psis(ratios, 1);
  const order = [...ratios.keys()].sort((a, b) => ratios[a] - ratios[b]);
  const smoothed = order.map((i) => logWeights[i]);
  expect(smoothed.every((x, i) => i === 0 || x >= smoothed[i - 1])).toBe(true);
  const changed = order.filter((i) => logWeights[i] !== ratios[i]);
  expect(changed.length).toBeLessThanOrEqual(Math.ceil(3 * Math.sqrt(1000)));
  expect(changed.length).toBeGreaterThan(50);
});

test('the threshold on k', () => {
  expect(paretoKThreshold(100)).toBeCloseTo(0.5, 12);
  expect(paretoKThreshold(1000)).toBeCloseTo(1 - 1 / 3, 12);
  expect(paretoKThreshold(4000)).toBe(0.7);
});
