import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { integrateOver } from '../../../src/engine/scores/integrate';
import { prepareModel } from '../../../src/engine/prepare';
import { checkedScores, quadratureScores } from '../../../src/engine/scores/quadrature';
import type { Integrator } from '../../../src/engine/scores/integrate';
import type { ModelSource } from '../../../src/engine/key';
import { keyOf } from '../run-model';

interface Exact {
  readonly elpd_loo: number;
  readonly pointwise_elpd: readonly number[];
}

const reference: {
  readonly sigma_grid: readonly number[];
  readonly elpd_exact: readonly number[];
  readonly exact_curve: { readonly sigma: readonly number[]; readonly elpd_loo: readonly number[] };
  readonly multilevel: { readonly elpd_exact: Exact };
  readonly predators: { readonly elpd_exact: Exact };
} = JSON.parse(readFileSync(new URL('../../reference/frogs-quadrature.json', import.meta.url), 'utf8'));

interface Options {
  readonly knobs?: Readonly<Record<string, number>>;
  readonly noncentered?: readonly string[];
  readonly step?: number;
}

function scores(model: string, { knobs = {}, noncentered = [], step }: Options = {}): Float64Array {
  const key = keyOf({ model, knobs, seed: 1, noncentered });
  const prepared = prepareModel(key.source);
  if (!prepared.ok) throw new Error(prepared.errors[0].message);
  prepared.value.setKnobs(key.knobs);
  const integral = integrateOver('alpha', prepared.value);
  if (integral.kind === 'none') throw new Error(integral.why);
  const found = quadratureScores(integral.integrator, prepared.value.instance.knobs, step);
  if (typeof found === 'string') throw new Error(found);
  return found.elpd;
}

const total = (elpd: Float64Array): number => elpd.reduce((sum, value) => sum + value, 0);

function largestError(elpd: Float64Array, exact: readonly number[]): number {
  expect(elpd.length).toBe(exact.length);
  return Math.max(...elpd.map((value, k) => Math.abs(value - exact[k])));
}

describe('a left-out tank by quadrature', () => {
  it('has the exact score at every sigma', () => {
    const { sigma, elpd_loo: exact } = reference.exact_curve;
    const every = sigma.flatMap((value, k) => (k % 7 === 0 ? [{ value, exact: exact[k] }] : []));
    const grid = reference.sigma_grid.map((value, k) => ({ value, exact: reference.elpd_exact[k] }));
    for (const { value, exact: elpd } of [...grid, ...every])
      expect(Math.abs(total(scores('frogs-fixed-sigma', { knobs: { sigma: value } })) - elpd)).toBeLessThan(1e-6);
  }, 30_000);

  it('has the exact score of every tank in the multilevel model, in either form', () => {
    const { pointwise_elpd: exact, elpd_loo: elpd } = reference.multilevel.elpd_exact;
    for (const noncentered of [[], ['alpha']]) {
      const found = scores('frogs-multilevel', { noncentered });
      expect(largestError(found, exact)).toBeLessThan(1e-8);
      expect(Math.abs(total(found) - elpd)).toBeLessThan(1e-6);
    }
  }, 30_000);

  it('has the exact score of every tank with predators in the model, over three parameters', () => {
    const { pointwise_elpd: exact } = reference.predators.elpd_exact;
    // A wider grid than by default, for the time it takes.
    expect(largestError(scores('frogs-predators', { step: 0.95 }), exact)).toBeLessThan(1e-6);
  }, 60_000);
});

function prepared(source: ModelSource): { readonly integrator: Integrator; readonly knobs: Float64Array } {
  const model = prepareModel(source);
  if (!model.ok) throw new Error(model.errors[0].message);
  const integral = integrateOver('alpha', model.value);
  if (integral.kind === 'none') throw new Error(integral.why);
  return { integrator: integral.integrator, knobs: model.value.instance.knobs };
}

describe('two grids', () => {
  const key = keyOf({ model: 'frogs-multilevel', seed: 1 });

  it('differ by more than the scores are off', () => {
    const { integrator, knobs } = prepared(key.source);
    const found = checkedScores(integrator, knobs);
    if (typeof found === 'string') throw new Error(found);
    const off = largestError(found.elpd, reference.multilevel.elpd_exact.pointwise_elpd);
    expect(off).toBeLessThan(found.error);
    expect(found.error).toBeLessThan(1e-5);
  }, 30_000);

  it('refuse a population whose tails no grid reaches', () => {
    const few = { S: [3, 8, 5], D: [10, 10, 10], T: [1, 2, 3] };
    const ask = (more: string): ReturnType<typeof checkedScores> => {
      const { integrator, knobs } = prepared({ ...key.source, text: `${key.source.text}${more}\n`, data: few });
      return checkedScores(integrator, knobs);
    };
    expect(ask('idle ~ Cauchy(0, 1)')).toMatch(/tails too long/);
    expect(typeof ask('idle ~ Normal(0, 1)')).toBe('object');
  }, 30_000);
});
