// Simulator and density agree, for every model, without a sampler.
// A model of n coordinates has 2n scores, 700 in all, each beyond 5.5 with probability 4e-8: a false alarm in 36,000 runs of the file.
import { describe, expect, test } from 'vitest';
import { instantiate } from '../../../src/lang/compile/compile';
import type { DataSet } from '../../../src/lang/data';
import { build } from '../checks';
import { testModel, testModels } from '../models';
import { scoreTest } from '../score';
import type { Start } from '../score';

const limit = 5.5;
/** Generous, for machines that do other things too. */
const timeout = 120_000;

function largest(scores: readonly number[]): number {
  return Math.max(...scores.map(Math.abs));
}

/** The first rows are enough, and quick. */
function fewer(data: DataSet, rows: number): DataSet {
  const cut = Object.entries(data).map(([name, column]) => [
    name,
    Array.isArray(column) ? column.slice(0, rows) : column,
  ]);
  return Object.fromEntries(cut);
}

test.each(testModels)('$id', { timeout }, ({ text, roles, data }) => {
  const small = fewer(data, 20);
  expect(largest(scoreTest(build(text, roles, small), small, 120, 11))).toBeLessThan(limit);
});

describe('a broken density is found out', { timeout }, () => {
  const { text, roles, data } = testModel('frogs-multilevel');
  const four = fewer(data, 4);
  const compiled = build(text, roles, four);
  const run = (begin?: Start): number => largest(scoreTest(compiled, four, 1500, 12, begin));
  const broken =
    (from: string | RegExp, to: string): Start =>
    (model) => {
      const source = model.source.replace(from, to);
      if (source === model.source) throw new Error(`nothing to break: ${String(from)}`);
      return instantiate({ ...model, source });
    };

  test('whole, it passes', () => {
    expect(run()).toBeLessThan(limit);
  });

  test('without its Jacobian', () => {
    expect(run(broken('d_log_sigma = 1', 'd_log_sigma = 0'))).toBeGreaterThan(limit);
  });

  test('with an index shifted by one', () => {
    expect(run(broken(/(?<=[qg]\[)T\[i\](?=\])/g, '(T[i] + 1) % 4'))).toBeGreaterThan(limit);
  });

  test('with a prior scale that is off by a fifth', () => {
    expect(run(broken('sigma = exp(log_sigma)', 'sigma = 1.2 * exp(log_sigma)'))).toBeGreaterThan(limit);
  });
});
