import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ModelSource } from '../../../src/engine/key';
import { prepareModel } from '../../../src/engine/prepare';
import type { Answer } from '../../../src/engine/questions';
import { scoreTrials } from '../../../src/engine/scores/trials';
import { keyOf } from '../run-model';

const reference: {
  readonly fits: readonly {
    readonly sigma: number;
    readonly elpd: number;
    readonly survivor: readonly number[];
    readonly dead: readonly number[];
  }[];
} = JSON.parse(readFileSync(new URL('../../reference/left-out-tadpoles.json', import.meta.url), 'utf8'));

function trialsOf(source: ModelSource, knobs: Readonly<Record<string, number>>): Answer {
  const prepared = prepareModel(source);
  if (!prepared.ok) throw new Error(prepared.errors[0].message);
  prepared.value.setKnobs(knobs);
  const question = { kind: 'left-out trials', model: 1, knobs, observed: 'S', index: 'T', parameter: 'alpha' } as const;
  return scoreTrials(question, prepared.value);
}

function frogs(sigma: number, noncentered: readonly string[] = []): Extract<Answer, { kind: 'left-out trials' }> {
  const key = keyOf({ model: 'frogs-fixed-sigma', knobs: { sigma }, seed: 1, noncentered });
  const answer = trialsOf(key.source, key.knobs);
  if (answer.kind !== 'left-out trials') throw new Error(JSON.stringify(answer));
  return answer;
}

function largestDifference(found: ArrayLike<number>, exact: readonly number[]): number {
  expect(found.length).toBe(exact.length);
  return Math.max(...exact.map((value, k) => Math.abs(found[k] - value)));
}

describe('a left-out tadpole by quadrature', () => {
  it.each(reference.fits)('has the score of brute force, tank by tank, at sigma $sigma', (fit) => {
    const { success, failure, successes, failures } = frogs(fit.sigma);
    expect(largestDifference(success, fit.survivor)).toBeLessThan(1e-9);
    expect(largestDifference(failure, fit.dead)).toBeLessThan(1e-9);
    const elpd = success.reduce((sum, one, k) => sum + successes[k] * one + failures[k] * failure[k], 0);
    expect(Math.abs(elpd - fit.elpd)).toBeLessThan(1e-6);
  });

  it('has the same score in the other form of the model', () => {
    const [one, other] = [frogs(0.5), frogs(0.5, ['alpha'])];
    expect(largestDifference(one.success, [...other.success])).toBeLessThan(1e-9);
  });

  it('is refused where a tank has two rows, or the outcome is no count of trials', () => {
    const { source } = keyOf({ model: 'frogs-fixed-sigma', knobs: {}, seed: 1 });
    const twice = trialsOf({ ...source, data: { S: [3, 4, 5], D: [9, 9, 9], T: [1, 1, 2] } }, {});
    expect(twice).toEqual({ kind: 'refused', message: 'Each level of T needs one row of S; one has 2.' });
    const counted = { ...source, text: source.text.replace('Binomial(D[i], p[i])', 'Binomial(9, p[i])') };
    const fixed = trialsOf({ ...counted, roles: { ...source.roles, data: ['T'] }, data: { S: [3, 4], T: [1, 2] } }, {});
    expect(fixed).toMatchObject({ kind: 'refused', message: expect.stringContaining('not a Binomial outcome') });
  });
});
