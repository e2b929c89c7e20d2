// Simulators and pointwise log-likelihoods.
import { describe, expect, test } from 'vitest';
import { compileSimulator } from '../../../src/lang/compile/simulate';
import type { DataSet } from '../../../src/lang/data';
import { randomStream } from '../../../src/math/random';
import { build, randomPositions } from '../checks';
import { testModel, testModels } from '../models';

function total(parts: readonly { readonly size: number }[]): number {
  return parts.reduce((sum, { size }) => sum + size, 0);
}

function simulatorOf(text: string, roles: Parameters<typeof build>[1], data: DataSet) {
  const compiled = build(text, roles, data);
  const simulator = compileSimulator(compiled.bound);
  return {
    compiled,
    simulator,
    instance: simulator.instantiate(),
    outcomes: new Float64Array(total(simulator.outcomes)),
  };
}

describe.each(testModels)('$id', { timeout: 60_000 }, ({ text, roles, data }) => {
  const { compiled, simulator, instance, outcomes } = simulatorOf(text, roles, data);

  test('the same seed gives the same bits, another seed others', () => {
    const draw = (seed: number): number[] => {
      const values = new Float64Array(compiled.dimension);
      instance.prior(randomStream(seed), values, outcomes);
      return [...values, ...outcomes];
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  test('prior draws lie where the density is positive, and come back from the unconstrained space', () => {
    const { logDensity, constrain, unconstrain } = compiled.instantiate();
    const [values, position, back, gradient] = [0, 0, 0, 0].map(() => new Float64Array(compiled.dimension));
    for (let draw = 0; draw < 20; draw++) {
      instance.prior(randomStream(3, draw), values, outcomes);
      unconstrain(values, position);
      constrain(position, back);
      values.forEach((value, k) =>
        expect(Math.abs(back[k] - value)).toBeLessThan(1e-9 * Math.max(1, ...values.map(Math.abs))),
      );
      expect(logDensity(position, gradient)).toBeGreaterThan(-Infinity);
    }
  });

  test('the weighted pointwise log-likelihood and the prior make the density', () => {
    const { logDensity, constrain } = compiled.instantiate();
    const gradient = new Float64Array(compiled.dimension);
    const values = new Float64Array(compiled.dimension);
    const likelihood = (position: Float64Array): number => {
      constrain(position, values);
      let sum = 0;
      for (const { name, cells, cellOfRow } of simulator.pointwise) {
        const out = new Float64Array(cells);
        instance.logLikelihood[name](values, out);
        for (const cell of cellOfRow) sum += out[cell];
      }
      return sum;
    };
    // Another data set with the same sizes changes the density by what it changes the likelihood.
    const other = shuffled(data, roles.observed);
    const second = simulatorOf(text, roles, other);
    const secondDensity = second.compiled.instantiate().logDensity;
    for (const position of randomPositions(compiled.dimension, 3, 5, 0.7)) {
      const first = logDensity(position, gradient) - likelihood(position);
      const rest = secondDensity(position, gradient);
      constrain(position, values);
      let sum = 0;
      for (const { name, cells, cellOfRow } of second.simulator.pointwise) {
        const out = new Float64Array(cells);
        second.instance.logLikelihood[name](values, out);
        for (const cell of cellOfRow) sum += out[cell];
      }
      expect(Math.abs(first - (rest - sum))).toBeLessThan(1e-10 * Math.max(1, Math.abs(rest), Math.abs(sum)));
    }
  });
});

/** Observed columns turned round, or all zero where trials bind: still in their support. */
function shuffled(data: DataSet, observed: readonly string[]): DataSet {
  const trials = ['D', 'N', 'applications'].some((name) => name in data);
  const columns = Object.entries(data).map(([name, column]) => {
    if (!observed.includes(name) || !Array.isArray(column)) return [name, column];
    return [name, trials ? column.map(() => 0) : [...column].reverse()];
  });
  return Object.fromEntries(columns);
}

describe('cells', () => {
  test('identical rows are one cell, and every row knows its own', () => {
    const { text, roles } = testModel('trolley-complete');
    const { simulator, instance } = simulatorOf(text, roles, { R: [1, 2, 2, 3, 1, 2] });
    const [{ cells, cellOfRow }] = simulator.pointwise;
    expect(cells).toBe(3);
    expect([...cellOfRow]).toEqual([0, 1, 1, 2, 0, 1]);
    const out = new Float64Array(3);
    instance.logLikelihood['R'](Float64Array.of(0, -1, 1), out);
    const inverse = (x: number): number => 1 / (1 + Math.exp(-x));
    const exact = [inverse(-1), inverse(1) - inverse(-1), 1 - inverse(1)].map(Math.log);
    out.forEach((value, k) => expect(value).toBeCloseTo(exact[k], 14));
  });
  test('collapsing changes nothing but the speed', () => {
    const { text, roles } = testModel('trolley-full');
    const rows = {
      R: [1, 2, 2, 3, 1, 2],
      S: [1, 1, 1, 2, 1, 1],
      U: [1, 1, 1, 2, 1, 1],
      A: [0, 1, 1, 0, 0, 1],
      I: [0, 0, 0, 0, 0, 0],
      C: [1, 0, 0, 0, 1, 0],
    };
    const { compiled } = simulatorOf(text, roles, rows);
    expect(compiled.source).toMatch(/w\[i\] \*/);
    // A column that differs in each row, with no effect, keeps the rows apart.
    const apart = simulatorOf(
      text.replace('bC * C[i]', 'bC * C[i] + 0 * N[i]'),
      { ...roles, data: [...roles.data, 'N'] },
      { ...rows, N: [1, 2, 3, 4, 5, 6] },
    );
    const separate = simulatorOf(
      text.replace('bC * C[i]', 'bC * (C[i] + N[i] - N[i])'),
      { ...roles, data: [...roles.data, 'N'] },
      { ...rows, N: [1, 2, 3, 4, 5, 6] },
    );
    const gradient = new Float64Array(compiled.dimension);
    const other = new Float64Array(compiled.dimension);
    for (const position of randomPositions(compiled.dimension, 5, 9)) {
      const value = compiled.instantiate().logDensity(position, gradient);
      for (const { compiled: same } of [apart, separate]) {
        expect(Math.abs(same.instantiate().logDensity(position, other) - value)).toBeLessThan(1e-12 * Math.abs(value));
        gradient.forEach((g, k) => expect(Math.abs(other[k] - g)).toBeLessThan(1e-11 * Math.max(1, Math.abs(g))));
      }
    }
  });
});

describe('prediction', () => {
  const { text, roles, data } = testModel('mundlak-latent');
  const { compiled, simulator, instance, outcomes } = simulatorOf(text, roles, data);
  const values = new Float64Array(compiled.dimension);
  // A slope so steep that Y is the sign of X.
  const slope = compiled.parameters.find(({ name }) => name === 'bXY')?.offset ?? NaN;
  const spread = compiled.parameters.find(({ name }) => name === 'sX')?.offset ?? NaN;
  values[slope] = 1e6;
  values[spread] = 1;
  const [x, y] = ['X', 'Y'].map((name) => simulator.outcomes.find((outcome) => outcome.name === name)?.offset ?? NaN);

  test('of one variable holds the others as observed', () => {
    instance.predict(randomStream(1), values, outcomes);
    const observed = compiled.bound.columns.get('X')?.values ?? [];
    observed.forEach((given, row) => expect(outcomes[y + row]).toBe(given > 0 ? 1 : 0));
  });
  test('of all together lets what is drawn be read', () => {
    instance.predictJoint(randomStream(1), values, outcomes);
    for (let row = 0; row < simulator.outcomes[0].size; row++)
      expect(outcomes[y + row]).toBe(outcomes[x + row] > 0 ? 1 : 0);
  });
});

test('moments of the prior: sigma and the spread it gives', { timeout: 60_000 }, () => {
  const { text, roles, data } = testModel('frogs-multilevel');
  const { compiled, instance, outcomes } = simulatorOf(text, roles, data);
  const values = new Float64Array(compiled.dimension);
  const draws = 20_000;
  let [sigma, first, second] = [0, 0, 0];
  for (let draw = 0; draw < draws; draw++) {
    instance.prior(randomStream(4, draw), values, outcomes);
    sigma += values[49];
    first += values[0];
    second += values[0] * values[0];
  }
  // sigma ~ Exponential(1); alpha[1] has mean 0 and variance 1.5^2 + E sigma^2 = 4.25, fourth moment 3 (1.5^4 + 2 1.5^2 2 + 24) = 114.2.
  // Three standard scores, each beyond 4.5 with probability 7e-6.
  expect(Math.abs(sigma / draws - 1) * Math.sqrt(draws)).toBeLessThan(4.5);
  expect((Math.abs(first / draws) * Math.sqrt(draws)) / Math.sqrt(4.25)).toBeLessThan(4.5);
  expect((Math.abs(second / draws - 4.25) * Math.sqrt(draws)) / Math.sqrt(114.2 - 4.25 * 4.25)).toBeLessThan(4.5);
});

test('ordered cutpoints are sorted draws', () => {
  const { text, roles, data } = testModel('trolley-complete');
  const { compiled, instance, outcomes } = simulatorOf(text, roles, data);
  const values = new Float64Array(compiled.dimension);
  for (let draw = 0; draw < 50; draw++) {
    instance.prior(randomStream(8, draw), values, outcomes);
    for (let k = 2; k < 7; k++) expect(values[k]).toBeGreaterThan(values[k - 1]);
  }
});
