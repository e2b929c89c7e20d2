import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answered } from '../../../src/engine/inquiry';
import type { EndedInquiry } from '../../../src/engine/inquiry';
import { integrateOver } from '../../../src/engine/scores/integrate';
import type { ModelSource } from '../../../src/engine/key';
import { createLocalPool } from '../../../src/engine/local';
import { clusterScorePlan, integralPlan, rowScorePlan } from '../../../src/engine/scores/loo';
import { scoreRows } from '../../../src/engine/scores/pointwise';
import { prepareModel } from '../../../src/engine/prepare';
import type { PreparedModel } from '../../../src/engine/prepare';
import { finishRun } from '../../../src/engine/run';
import { loo } from '../../../src/stats/loo';
import { testModel } from '../../lang/models';
import { keyOf } from '../run-model';

const quadrature: {
  readonly multilevel: { readonly elpd_exact: { readonly pointwise_elpd: readonly number[] } };
} = JSON.parse(readFileSync(new URL('../../reference/frogs-quadrature.json', import.meta.url), 'utf8'));

function value<A>(ended: EndedInquiry<A>): A {
  if (ended.kind !== 'done') throw new Error(JSON.stringify(ended));
  return ended.value;
}

function prepared(id: string): PreparedModel {
  const { text, roles, data } = testModel(id);
  const source: ModelSource = { text, roles, data, noncentered: [] };
  const made = prepareModel(source);
  if (!made.ok) throw new Error(made.errors[0].message);
  return made.value;
}

test('clusters scored against their population by PSIS agree with the exact scores, with every k good', async () => {
  const pool = createLocalPool(2);
  const key = keyOf({ model: 'frogs-multilevel', seed: 6, settings: { warmup: 300, draws: 500 } });
  const run = await finishRun(pool, key, { deterministics: false, probability: 0.89 });
  if (run.kind !== 'done') throw new Error(`the run ended as ${run.kind}`);
  const integrals = value(await answered(pool, integralPlan(key, run.result.draws, 'alpha')));
  const scores = value(await answered(pool, clusterScorePlan(integrals)));
  const rows = value(await answered(pool, rowScorePlan(key, run.result.draws, 'S', 48)));
  pool.close();
  const exact = quadrature.multilevel.elpd_exact.pointwise_elpd;
  for (const unit of scores.loo.units) expect(unit.pareto_k).toBeLessThan(scores.threshold);
  // The spread of log densities over 2,000 draws is below 0.5, so that five standard errors at 1,000 effective draws are below 0.08.
  scores.loo.units.forEach((unit, k) => expect(Math.abs(unit.elpd_loo - exact[k])).toBeLessThan(0.08));
  const total = exact.reduce((sum, elpd) => sum + elpd, 0);
  expect(Math.abs(scores.loo.elpd_loo - total)).toBeLessThan(0.5);
  expect(Math.abs(scores.waic.elpd_waic - total)).toBeLessThan(0.5);
  // Scored at its own estimate, a tank looks far better predicted than it is; most k say so.
  expect(rows.loo.elpd_loo).toBeGreaterThan(total + 10);
  expect(rows.loo.units.filter(({ pareto_k: k }) => (k ?? 0) > rows.threshold).length).toBeGreaterThan(20);
}, 30_000);

test('a share of the cells at a time gives the scores of all at once; identical rows share a cell', () => {
  const model = prepared('trolley-complete');
  const positions = Array.from({ length: 4 }, (_, chain) =>
    Float64Array.from({ length: 60 * model.compiled.dimension }, (_, k) => Math.sin(1 + k * 1.7 + chain)),
  );
  const { dimension } = model.compiled;
  const chains = positions.map((position) => {
    const values = new Float64Array(position.length);
    for (let at = 0; at < position.length; at += dimension)
      model.instance.constrain(position.subarray(at, at + dimension), values.subarray(at, at + dimension));
    return values;
  });
  const ask = (part: number, parts: number): ReturnType<typeof scoreRows> =>
    scoreRows({ kind: 'score rows', model: 1, knobs: {}, observed: 'R', part, parts, chains }, model);
  const units = (parts: number) =>
    Array.from({ length: parts }, (_, part) => ask(part, parts)).flatMap((answer) =>
      answer.kind === 'part scores' ? answer.scores.loo.units : [],
    );
  const whole = ask(0, 1);
  if (whole.kind !== 'part scores') throw new Error(whole.kind);
  expect(units(3)).toEqual(whole.scores.loo.units);
  const responses = model.compiled.bound.columns.get('R')?.values ?? new Float64Array(0);
  expect(whole.scores.loo.units.length).toBe(new Set(responses).size);
  expect(whole.scores.loo.units.length).toBeLessThan(responses.length);
  const counts = new Float64Array(whole.scores.loo.units.length);
  for (const cell of whole.cellOfRow) counts[cell]++;
  const byRow = loo(Array.from(whole.cellOfRow, (cell) => whole.scores.loo.units[cell]));
  const byCell = loo(whole.scores.loo.units, counts);
  expect(byCell.elpd_loo).toBeCloseTo(byRow.elpd_loo, 10);
  expect(byCell.se_elpd_loo).toBeCloseTo(byRow.se_elpd_loo, 10);
});

test.each([
  ['eight-schools-centred', 'theta', null],
  ['trolley-partial-participant', 'beta', null],
  ['mundlak-multilevel', 'z', null],
  ['mundlak-multilevel', 'a', 'a is not a parameter'],
  ['admissions', 'a', 'b beside a'],
  ['mundlak-latent', 'u', 'z beside u'],
  ['two-levels', 'c', null],
  ['two-levels', 'm', 'StudentT'],
  ['frogs-multilevel', 'alpha_bar', 'one value for each cluster'],
  ['rates-and-shares', 'q', 'Beta'],
])('the integral over a cluster of %s, %s', (id, parameter, refusal) => {
  const integral = integrateOver(parameter, prepared(id));
  if (refusal === null) expect(integral.kind).toBe('integral');
  else expect(integral.kind === 'none' ? integral.why : '').toContain(refusal);
});

test('the integral is that of a normal mean, where it is known', () => {
  const model = prepared('eight-schools-centred');
  const integral = integrateOver('theta', model);
  if (integral.kind === 'none') throw new Error(integral.why);
  const { integrator } = integral;
  const y = model.compiled.bound.columns.get('y')?.values ?? new Float64Array(0);
  const s = model.compiled.bound.columns.get('s')?.values ?? new Float64Array(0);
  const at = (name: string): number => integrator.model.parameters.find((other) => other.name === name)?.offset ?? -1;
  const values = new Float64Array(integrator.model.dimension);
  const out = new Float64Array(integrator.clusters);
  for (const [mu, tau] of [
    [0, 0.01],
    [3, 2],
    [-8, 10],
    [5, 80],
  ]) {
    values[at('mu')] = mu;
    values[at('tau')] = tau;
    integrator.logIntegrals(values, out);
    y.forEach((outcome, j) => {
      const variance = s[j] * s[j] + tau * tau;
      const exact = -0.5 * (Math.log(2 * Math.PI * variance) + ((outcome - mu) * (outcome - mu)) / variance);
      expect(Math.abs(out[j] - exact)).toBeLessThan(1e-9);
    });
  }
});
