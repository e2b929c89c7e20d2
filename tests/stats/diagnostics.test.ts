import { describe, expect, test } from 'vitest';
import { mean, variance } from '../../src/math/arrays';
import { pool } from '../../src/stats/chains';
import type { Chains } from '../../src/stats/chains';
import { effectiveSampleSize, essBulk, essMean, essQuantile, essTail, relativeEfficiency } from '../../src/stats/ess';
import { mcseMean, mcseQuantile, mcseSd } from '../../src/stats/mcse';
import { quantile } from '../../src/stats/quantile';
import { rhat, rhatBasic } from '../../src/stats/rhat';
import { summarize } from '../../src/stats/summary';
import reference from '../reference/diagnostics.json';
import mcseReference from '../reference/mcse-quantile.json';

const TOLERANCE = 1e-8;

/** Expected within 1e-8 relative, or missing where posterior says NA. */
function expectClose(actual: number | null, expected: number | null) {
  if (actual === null || expected === null) expect(actual).toBe(expected);
  else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(TOLERANCE * Math.abs(expected));
}

const toChains = (chains: number[][]): Chains => chains.map((chain) => Float64Array.from(chain));

describe.each(Object.entries(reference.cases))('as posterior: %s', (_, expected) => {
  const chains = toChains(expected.chains);
  test('rhat', () => expectClose(rhat(chains), expected.rhat));
  test('rhat_basic', () => expectClose(rhatBasic(chains), expected.rhat_basic));
  test('ess_bulk', () => expectClose(essBulk(chains), expected.ess_bulk));
  test('ess_tail', () => expectClose(essTail(chains), expected.ess_tail));
  test('ess_mean', () => expectClose(essMean(chains), expected.ess_mean));
  test('ess_basic', () => expectClose(essMean(chains), expected.ess_basic));
  test('ess_quantile', () => expectClose(essQuantile(chains, 0.1), expected.ess_quantile_10));
  test('mcse_mean', () => expectClose(mcseMean(chains), expected.mcse_mean));
  test('mcse_sd', () => expectClose(mcseSd(chains), expected.mcse_sd));
  test('quantiles', () => {
    expectClose(quantile(chains, 0.055), expected.q055);
    expectClose(quantile(chains, 0.945), expected.q945);
  });
  test('summary', () => {
    const summary = summarize(chains, { probability: 0.89 });
    expectClose(summary.mean, expected.mean);
    expectClose(summary.sd, expected.sd);
    expectClose(summary.mcse_mean, expected.mcse_mean);
    expectClose(summary.mcse_sd, expected.mcse_sd);
    expectClose(summary.ess_bulk, expected.ess_bulk);
    expectClose(summary.ess_tail, expected.ess_tail);
    expectClose(summary.r_hat, expected.rhat);
  });
});

const iid = toChains(reference.cases.iid.chains);

/** The definition of the autocovariance and Geyer's sums, written out without any shortcut. */
function essByDefinition(chains: Chains): number {
  const n = chains[0].length;
  const centred = chains.map((chain) => chain.map((x) => x - mean(chain)));
  const lag = (t: number) =>
    mean(centred.map((c) => Array.from({ length: n - t }, (_, i) => c[i] * c[i + t]).reduce((a, b) => a + b, 0) / n));
  const within = (lag(0) * n) / (n - 1);
  const total = lag(0) + variance(chains.map((chain) => mean(chain)));
  const rho = Array.from({ length: n }, (_, t) => (t === 0 ? 1 : 1 - (within - lag(t)) / total));
  let tau = -1;
  let previous = Infinity;
  let t = 0;
  for (; t + 1 < n && rho[t] + rho[t + 1] > 0; t += 2) {
    previous = Math.min(previous, rho[t] + rho[t + 1]);
    tau += 2 * previous;
  }
  return (chains.length * n) / (tau + Math.max(rho[t], 0));
}

test('chains that mix slowly go through the Fourier transform and agree with the definition', () => {
  for (const draws of [200, 257, 500]) {
    const slow = [1, 2, 3].map((chain) => {
      let x = 0;
      // A linear congruential sequence drives a slow autoregression; what matters is the long memory.
      let state = chain * 12345;
      return Float64Array.from({ length: draws }, () => {
        state = (state * 16807) % 2147483647;
        x = 0.97 * x + state / 2147483647 - 0.5;
        return x;
      });
    });
    const expected = essByDefinition(slow);
    expect(expected).toBeLessThan((3 * draws) / 20);
    expect(Math.abs(Number(effectiveSampleSize(slow)) / expected - 1)).toBeLessThan(1e-10);
  }
});

describe('draws without an answer', () => {
  const ALL = [rhat, rhatBasic, essBulk, essTail, essMean, mcseMean, mcseSd, (x: Chains) => mcseQuantile(x, 0.3)];
  test.each([NaN, Infinity, -Infinity])('a single %d makes every diagnostic missing', (bad) => {
    const spoiled = iid.map((chain) => chain.slice());
    spoiled[2][17] = bad;
    for (const f of ALL) expect(f(spoiled)).toBeNull();
    expect(Object.values(summarize(spoiled, { probability: 0.89 })).filter((x) => x !== null)).toEqual([]);
  });
  test('constant draws have a place but no diagnostics', () => {
    const constant = [new Float64Array(100).fill(3), new Float64Array(100).fill(3)];
    for (const f of ALL) expect(f(constant)).toBeNull();
    const summary = summarize(constant, { probability: 0.89 });
    expect(summary).toMatchObject({ mean: 3, sd: 0, hdi_lower: 3, hdi_upper: 3, r_hat: null, ess_bulk: null });
  });
  test('no draws at all', () => {
    for (const f of ALL) expect(f([])).toBeNull();
    expect(Object.values(summarize([], { probability: 0.89 })).every((x) => x === null)).toBe(true);
  });
  test('too few draws for halves of three', () => {
    for (const draws of [1, 2, 3, 4, 5]) {
      const short = iid.map((chain) => chain.slice(0, draws));
      expect(essBulk(short)).toBeNull();
      expect(essMean(short)).toBeNull();
      expect(mcseMean(short)).toBeNull();
    }
    expect(essMean(iid.map((chain) => chain.slice(0, 6)))).not.toBeNull();
    expect(rhat(iid.map((chain) => chain.slice(0, 1)))).toBeNull();
  });
});

test('chains that are each constant, at different values, have an infinite R-hat', () => {
  const stuck = [1, 2].map((x) => new Float64Array(50).fill(x));
  expect(rhatBasic(stuck)).toBe(Infinity);
});

test.each(Object.entries(mcseReference.cases))('mcse_quantile as defined: %s', (name, expected) => {
  const found = Object.entries(reference.cases).find(([key]) => key === name);
  if (found === undefined) throw new Error(`no chains for ${name}`);
  expectClose(mcseQuantile(toChains(found[1].chains), 0.1), expected);
});

test('relative efficiency is one where it cannot be told', () => {
  expect(relativeEfficiency([new Float64Array(100).fill(0.3)])).toBe(1);
  expect(relativeEfficiency(iid)).toBeCloseTo(Number(effectiveSampleSize(iid)) / 1000, 14);
});

test('a summary does not change the draws it reads', () => {
  const before = iid.map((chain) => chain.slice());
  summarize(iid, { probability: 0.89 });
  expect(iid).toEqual(before);
  expect(pool(iid).length).toBe(1000);
});
