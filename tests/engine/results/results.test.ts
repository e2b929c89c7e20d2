// What the lab's panels are drawn from: data written for other programs, predictions, comparisons and looks.
import { describe, expect, test } from 'vitest';
import { createLocalPool } from '../../../src/engine/local';
import { answered } from '../../../src/engine/inquiry';
import type { InquiryPlan } from '../../../src/engine/inquiry';
import { compareFits, scoredFit } from '../../../src/engine/results/comparison';
import { looksOf } from '../../../src/engine/results/looks';
import { outcomeOf, unitsDiffer } from '../../../src/engine/results/outcome';
import { predictiveViewPlan, viewOf } from '../../../src/engine/results/predictive-view';
import { priorShares, priorViewPlan } from '../../../src/engine/results/prior-view';
import { programDataPlan, programsOf } from '../../../src/engine/results/program-data';
import { supportsOf } from '../../../src/engine/results/supports';
import { rowScorePlan } from '../../../src/engine/scores/loo';
import { lectureModels } from '../../../src/models';
import type { ModelSource } from '../../../src/engine/key';
import { compare } from '../../../src/stats/compare';
import { sortedQuantile } from '../../../src/stats/quantile';
import { keyOf, runModel } from '../run-model';

async function answer<A>(plan: InquiryPlan<A>): Promise<A> {
  const ended = await answered(createLocalPool(), plan);
  if (ended.kind !== 'done') throw new Error(JSON.stringify(ended));
  return ended.value;
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  return JSON.parse(text);
}

describe('the data beside the programs', () => {
  const few = ['frogs-multilevel', 'frogs-fixed-sigma', 'mundlak-latent', 'trolley-partial-story', 'cafes-memory'];
  test.each(few.filter((id) => lectureModels.has(id)))(
    '%s: every name that the programs ask for, and no other',
    async (model) => {
      const key = keyOf({ model, seed: 1, knobs: model === 'frogs-fixed-sigma' ? { sigma: 0.7 } : {} });
      const { stan, pymc } = await answer(programDataPlan(key));
      const programs = programsOf(key);
      const block = /^data \{\n([^}]*)\}/.exec(programs.stan)?.[1] ?? '';
      const wanted = [...block.matchAll(/(\w+);/g)].map(([, name]) => name);
      const data = objectIn(stan.text);
      expect(Object.keys(data).toSorted()).toEqual(wanted.toSorted());
      expect(programs.pymc).toContain(JSON.stringify(pymc.name));
      const read = [...programs.pymc.matchAll(/data\["([^"]+)"\]/g)].map(([, name]) => name);
      const held = pymc.name.endsWith('.csv') ? pymc.text.split('\n')[0].split(',') : Object.keys(objectIn(pymc.text));
      expect(new Set(read)).toEqual(new Set(held));
    },
  );

  test('sizes are those of the data, and knobs stand where they stood', async () => {
    const key = keyOf({ model: 'frogs-fixed-sigma', seed: 1, knobs: { sigma: 0.7 } });
    const { stan } = await answer(programDataPlan(key));
    const data = objectIn(stan.text);
    expect(data).toMatchObject({ N: 48, N_T: 48, sigma: 0.7 });
    expect(programsOf(key).pymc).toContain('sigma = 0.7  # chosen by hand');
  });
});

describe('predictions beside data', () => {
  test('intervals are the central quantiles of the simulated values, and bins count every row', () => {
    // Row 0 simulates 1..9, row 1 nines: the 50 % interval of the first is 3..7 by R's type 7.
    const simulated = Float64Array.from({ length: 18 }, (_, k) => (k % 2 === 0 ? k / 2 + 1 : 9));
    const { rows, bins, outside, whole, sets } = viewOf(Float64Array.of(8, 9), simulated, 0.5);
    expect([sets, whole, outside]).toEqual([9, true, 1]);
    expect([...rows.lower, ...rows.middle, ...rows.upper]).toEqual([3, 9, 5, 9, 7, 9]);
    const total = (counts: Float64Array): number => counts.reduce((a, b) => a + b, 0);
    expect(total(bins.observed)).toBe(2);
  });

  test('what lies far beyond the data is counted in the outermost bins', () => {
    const observed = Float64Array.from({ length: 100 }, (_, k) => k / 100);
    const simulated = observed.map((value, k) => (k === 0 ? -1e9 : k === 99 ? 1e9 : value));
    const { bins } = viewOf(observed, simulated, 0.9);
    expect(bins.edges[0]).toBeGreaterThan(-1);
    expect(bins.edges[bins.edges.length - 1]).toBeLessThan(2);
    expect(bins.middle.reduce((a, b) => a + b, 0)).toBe(100);
  });

  test('of a fit, most rows lie inside; the share is that of the definition', async () => {
    const key = keyOf({ model: 'frogs-multilevel', seed: 2 });
    const { result } = await runModel({ model: 'frogs-multilevel', seed: 2 });
    const view = await answer(predictiveViewPlan(key, result.draws.parameters, 'S', 48, 0.89));
    expect(view.sets).toBe(400);
    const { observed, lower, upper } = view.rows;
    expect(view.outside).toBe([...observed].filter((value, row) => value < lower[row] || value > upper[row]).length);
    // Each row was seen by its own alpha: fewer than the nominal 5 of 48 are outside, seed 2.
    expect(view.outside).toBeLessThan(5);
  });
});

describe('what the prior expects', () => {
  test('quantiles are those of the prior, and few observed values lie outside what all its worlds hold', async () => {
    const key = keyOf({ model: 'frogs-multilevel', seed: 3 });
    const view = await answer(priorViewPlan(key, 0.89));
    expect(view.worlds).toBe(1000);
    const middle = (name: string): number | undefined =>
      view.parameters.find((one) => one.name === name)?.quantiles[priorShares.indexOf(0.5)];
    // alpha_bar ~ Normal(0, 1.5): the median of 1,000 has a standard error of 0.06; sigma's is log 2, with 0.03. Four of each.
    expect(Math.abs(middle('alpha_bar') ?? NaN)).toBeLessThan(0.24);
    expect(Math.abs((middle('sigma') ?? NaN) - Math.LN2)).toBeLessThan(0.13);
    const [{ name, lower, upper, outside, simulated, observed, view: counts }] = view.outcomes;
    expect([name, simulated.quantiles.length]).toEqual(['S', 5]);
    expect(lower).toBeLessThanOrEqual(1);
    expect(upper).toBeGreaterThan(25);
    expect(outside).toBe([...counts.rows.observed].filter((value) => value < lower || value > upper).length);
    expect(observed.quantiles[2]).toBe(sortedQuantile(counts.rows.observed.slice().sort(), 0.5));
  });

  test('its bins reach as far as its worlds do, and stay with the data where these run off', async () => {
    const wide: ModelSource = {
      text: 'y[i] ~ Poisson(m)\nlog(m) = a\na ~ Normal(0, s)\n',
      roles: { observed: ['y'], data: [], knobs: [{ name: 's', value: 1, minimum: 0.1, maximum: 1e5 }] },
      data: { y: Float64Array.of(0, 1, 2) },
      noncentered: [],
    };
    const at = async (s: number) => {
      const key = { ...keyOf({ model: 'frogs-multilevel', seed: 1 }), source: wide, knobs: { s } };
      return (await answer(priorViewPlan(key, 0.89))).outcomes[0];
    };
    const one = await at(3);
    expect(one.view.bins.edges.at(-1)).toBeGreaterThanOrEqual(one.upper);
    const far = await at(1e5);
    expect([...far.view.bins.edges].every(Number.isFinite)).toBe(true);
  });
});

test('comparing with alike rows put together is comparing row by row', async () => {
  const names = ['frogs-complete', 'frogs-predators'];
  const fits = await Promise.all(
    names.map(async (model) => {
      const key = keyOf({ model, seed: 1, settings: { warmup: 200, draws: 250 } });
      const { result } = await runModel({ model, seed: 1, settings: { warmup: 200, draws: 250 } });
      return scoredFit(model, await answer(rowScorePlan(key, result.draws, 'S', 48)));
    }),
  );
  expect(fits[0].elpd.length).toBeLessThan(48);
  const merged = compareFits({ kind: 'compare', fits });
  const plain = compare(
    fits.map(({ name, elpd, unitOfRow }) => ({ name, elpd: Float64Array.from(unitOfRow, (unit) => elpd[unit]) })),
  );
  expect(merged.map(({ name }) => name)).toEqual(plain.map(({ name }) => name));
  for (const [k, one] of merged.entries())
    for (const field of ['elpd', 'se', 'elpd_diff', 'dse'] as const) expect(one[field]).toBeCloseTo(plain[k][field], 9);
});

describe('whether scores are of the same units', () => {
  const source = (text: string, data: Readonly<Record<string, readonly number[]>>) => ({
    text,
    roles: { observed: ['y'], data: Object.keys(data).filter((name) => name !== 'y'), knobs: [] },
    data,
    noncentered: [],
  });
  const normal = source('y[i] ~ Normal(a, 1)\na ~ Normal(0, 1)\n', { y: [1, 2, 3] });
  const of = (one: typeof normal) => {
    const outcome = outcomeOf(one, 'y');
    if (outcome === null) throw new Error('y is observed');
    return outcome;
  };
  test('the same rows may be modelled otherwise', () => {
    const other = source('y[i] ~ Normal(a + b * x[i], 1)\na, b ~ Normal(0, 1)\n', { y: [1, 2, 3], x: [0, 1, 0] });
    expect(unitsDiffer(of(normal), of(other))).toBeNull();
  });
  test.each([
    ['rows', source('y[i] ~ Normal(a, 1)\na ~ Normal(0, 1)\n', { y: [1, 2] }), 'rows'],
    ['values', source('y[i] ~ Normal(a, 1)\na ~ Normal(0, 1)\n', { y: [1, 2, 4] }), 'values'],
    ['densities', source('y[i] ~ Poisson(a)\na ~ Exponential(1)\n', { y: [1, 2, 3] }), 'densities'],
  ])('other %s are refused in words', (_, other, words) => {
    expect(unitsDiffer(of(normal), of(other))).toContain(words);
  });
  test('other trials are other units', () => {
    const text = 'y[i] ~ Binomial(n[i], p)\np ~ Beta(1, 1)\n';
    const [ten, twenty] = [10, 20].map((n) => of(source(text, { y: [1, 2, 3], n: [n, n, n] })));
    expect(unitsDiffer(ten, twenty)).toContain('trials');
  });
});

test('supports come from priors and links', () => {
  const text =
    'y[i] ~ Normal(m[i], s)\nlogit(m[i]) = a + u\na ~ Normal(0, 1)\nu ~ Uniform(-1, 2)\ns ~ Exponential(1)\n';
  const supports = supportsOf({ text, roles: { observed: ['y'], data: [], knobs: [] }, noncentered: [] });
  expect(Object.fromEntries(supports)).toEqual({
    m: { lower: 0, upper: 1 },
    a: { lower: -Infinity, upper: Infinity },
    u: { lower: -1, upper: 2 },
    s: { lower: 0, upper: Infinity },
  });
});

test('a look at a quantity: densities integrate to one, the half holds half, ranks count every draw', () => {
  const chains = [0, 1].map((c) => Float64Array.from({ length: 500 }, (_, k) => ((k * 193 + c * 71) % 500) / 500));
  const [look] = looksOf({ kind: 'looks', quantities: [{ name: 'u', chains, support: { lower: 0, upper: 1 } }] });
  const { whole, half, ranks } = look;
  if (whole === null || half === null) throw new Error('these draws vary');
  const step = whole.x[1] - whole.x[0];
  expect(whole.density.reduce((a, b) => a + b, 0) * step).toBeCloseTo(1, 1);
  expect(half.upper - half.lower).toBeCloseTo(0.5, 2);
  for (const chain of ranks) expect(chain.reduce((a, b) => a + b, 0)).toBe(500);
  const constant = [new Float64Array(10).fill(2)];
  const [flat] = looksOf({
    kind: 'looks',
    quantities: [{ name: 'c', chains: constant, support: { lower: -Infinity, upper: Infinity } }],
  });
  expect([flat.whole, flat.chains]).toEqual([null, [null]]);
});
