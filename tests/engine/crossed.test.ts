// The crossed trolley model, for which there is no reference: its density against a plain one, recovery of known worlds, one posterior in all forms.
import { describe, expect, it, test } from 'vitest';
import { crossedEstimates, crossedKey, masses } from '../../src/engine/crossed';
import type { Table } from '../../src/engine/dataset';
import { drawCount } from '../../src/engine/draws';
import type { Block } from '../../src/engine/draws';
import type { ModelSource, RunKey } from '../../src/engine/key';
import { createLocalPool } from '../../src/engine/local';
import { prepareModel } from '../../src/engine/prepare';
import type { PreparedModel } from '../../src/engine/prepare';
import { finishRun } from '../../src/engine/run';
import { indexColumn } from '../../src/lang/data';
import type { DataSet } from '../../src/lang/data';
import { randomStream } from '../../src/math/random';
import { agreementOf, expectAgreement } from './agreement';
import { lectureModel, summaries, table } from './run-model';
import type { FullRun } from './run-model';

const trolley = table('trolley');
const long = process.env['TADPOOL_LONG'] === '1';

function prepared(source: ModelSource): PreparedModel {
  const made = prepareModel(source);
  if (!made.ok) throw new Error(made.errors.map(({ message }) => message).join(' '));
  return made.value;
}

/** The first participants' rows; 331 are all. */
function participants(count: number): Table {
  const stays = trolley.participant.map((one) => Number(one) <= count);
  const kept = Object.entries(trolley).map(([name, column]) => {
    const values = column.filter((_, row) => stays[row]);
    return [name, name === 'story' ? values.map(String) : values.map(Number)] as const;
  });
  return Object.fromEntries(kept);
}

describe('the density on all rows', () => {
  const source = crossedKey('full', trolley, 1).source;
  const { instance, layout, target } = prepared(source);
  const stories = [...new Set(trolley.story.map(String))];
  const columns = ['response', 'participant', 'action', 'intention', 'contact'].map((name) =>
    trolley[name].map(Number),
  );
  const storyOf = trolley.story.map((name) => stories.indexOf(String(name)));

  /** Written anew from the model's text, row by row, with Math's functions; normals without their constants. */
  function plain(values: Float64Array): { readonly density: number; readonly terms: number } {
    const at = (name: string): number => layout.parameterElements.indexOf(name);
    const of = (name: string): number => values[at(name)];
    const [a, b, kappa] = [at('a[1]'), at('b[1]'), at('kappa[1]')];
    /** log P(R = r): of inv_logit(x) - inv_logit(y), without taking nearly equal shares apart. */
    const share = (phi: number, r: number): number => {
      const [x, y] = [
        r === 7 ? Infinity : values[kappa + r - 1] - phi,
        r === 1 ? -Infinity : values[kappa + r - 2] - phi,
      ];
      return Math.log(-Math.expm1(y - x)) - Math.log1p(Math.exp(-x)) - Math.log1p(Math.exp(y));
    };
    let density = 0;
    let terms = 0;
    const add = (term: number): void => {
      density += term;
      terms += Math.abs(term);
    };
    const [R, U, A, I, C] = columns;
    R.forEach((r, i) => {
      const phi = values[a + storyOf[i]] + values[b + U[i] - 1] + of('bA') * A[i] + of('bI') * I[i] + of('bC') * C[i];
      add(share(phi, r));
    });
    const normal = (x: number, sd: number): void => add(-0.5 * (x / sd) ** 2 - Math.log(sd));
    for (let j = 0; j < 12; j++) normal(values[a + j], of('sigma_S'));
    for (let j = 0; j < 331; j++) normal(values[b + j], of('sigma_U'));
    for (const name of ['bA', 'bI', 'bC']) normal(of(name), 0.5);
    for (let k = 0; k < 6; k++) normal(values[kappa + k], 1.5);
    // Exponential priors with the Jacobian of the logarithm, and that of cutpoints kept in order by the logarithms of their gaps.
    for (const name of ['sigma_S', 'sigma_U']) add(Math.log(of(name)) - of(name));
    for (let k = 1; k < 6; k++) add(Math.log(values[kappa + k] - values[kappa + k - 1]));
    return { density, terms };
  }

  it('differs from a plain one by a constant', () => {
    const random = randomStream(5);
    const gradient = new Float64Array(target.dimension);
    const values = new Float64Array(layout.parameterElements.length);
    expect(values.length).toBe(354);
    const differences = Array.from({ length: 12 }, (_, k) => {
      const position = Float64Array.from({ length: target.dimension }, () => (0.3 + 0.1 * k) * random.normal());
      instance.constrain(position, values);
      const { density, terms } = plain(values);
      return { left: target.logDensity(position, gradient) - density, terms };
    });
    for (const { left, terms } of differences)
      expect(Math.abs(left - differences[0].left)).toBeLessThan(1e-11 * Math.max(terms, differences[0].terms));
  });

  it('has the gradient of its differences', () => {
    const random = randomStream(6);
    const gradient = new Float64Array(target.dimension);
    const other = new Float64Array(target.dimension);
    for (let k = 0; k < 5; k++) {
      const position = Float64Array.from({ length: target.dimension }, () => 0.5 * random.normal());
      target.logDensity(position, gradient);
      const largest = gradient.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
      // Along random directions, so that each of 354 components counts in each.
      for (let d = 0; d < 8; d++) {
        const direction = Float64Array.from({ length: target.dimension }, () => random.normal());
        const along = (step: number): number =>
          target.logDensity(
            position.map((x, i) => x + step * direction[i]),
            other,
          );
        const slope = (h: number): number => (along(h) - along(-h)) / (2 * h);
        // Richardson: the error of the central difference is of fourth order.
        const numeric = (4 * slope(5e-5) - slope(1e-4)) / 3;
        const exact = gradient.reduce((sum, one, i) => sum + one * direction[i], 0);
        expect(Math.abs(numeric - exact)).toBeLessThan(1e-6 * Math.max(1, largest * Math.sqrt(target.dimension)));
      }
    }
  });
});

/** A design of few rows: every participant reads every story a few times under all treatments in turn. */
function smallDesign(stories: number, people: number, each: number): DataSet {
  const rows = Array.from({ length: people * each }, (_, i) => i);
  return {
    R: rows.map((i) => 1 + (i % 7)),
    S: indexColumn(
      rows.map((i) => 1 + ((i + Math.floor(i / each)) % stories)),
      stories,
    ),
    U: indexColumn(
      rows.map((i) => 1 + Math.floor(i / each)),
      people,
    ),
    A: rows.map((i) => i % 2),
    I: rows.map((i) => Math.floor(i / 2) % 2),
    C: rows.map((i) => Math.floor(i / 4) % 2),
  };
}

/**
 * Worlds of the model's own priors: an interval of mass m holds the truth with probability m, so that hits are binomial. Bounds are central
 * ranges of probability 1 - 1e-4 for each of 20 counts: a correct program fails with probability below 0.002.
 */
it('recovers what simulated responses were made from', { timeout: 600_000 }, async () => {
  const worlds = long ? 200 : 20;
  const { text, roles } = lectureModel('trolley-full');
  const names = ['bA', 'bI', 'bC', 'sigma_S', 'sigma_U', 'a_z[1]', 'a_z[4]', 'b_z[1]', 'b_z[9]', 'kappa[3]'];
  const hits = new Map(names.map((name) => [name, [0, 0]]));
  const pool = createLocalPool(1);
  for (let world = 0; world < worlds; world++) {
    const source: ModelSource = { text, roles, data: smallDesign(4, 12, 8), noncentered: ['a', 'b'] };
    const { simulator, layout } = prepared(source);
    const { compiled, instance } = simulator();
    const truth = new Float64Array(layout.parameterElements.length);
    const outcome = new Float64Array(compiled.outcomes.reduce((total, { size }) => total + size, 0));
    instance.prior(randomStream(77, world), truth, outcome);
    // Seven levels, also where nobody gave one of them.
    const R = { kind: 'factor', codes: [...outcome], levels: ['1', '2', '3', '4', '5', '6', '7'] } as const;
    const seen = { ...source, data: { ...source.data, R } };
    const key: RunKey = {
      ...crossedKey('full', trolley, world),
      source: seen,
      chains: 2,
      target: { parameters: names.map((name) => name.replace(/\[.*/, '')), bulkEss: 100, rhat: 1.03, cap: 1500 },
    };
    const run = await finishRun(
      pool,
      { ...key, settings: { ...key.settings, warmup: 250, draws: 150 } },
      { deterministics: false, probability: 0.89 },
    );
    if (run.kind !== 'done' || run.result.summary.depth !== 'full') throw new Error('the run did not finish');
    const { parameters } = run.result.draws;
    for (const name of names) {
      const k = parameters.elements.indexOf(name);
      const all = parameters.chains.flatMap((chain) =>
        Array.from(
          { length: chain.length / parameters.elements.length },
          (_, d) => chain[d * parameters.elements.length + k],
        ),
      );
      const share = all.filter((value) => value < truth[k]).length / all.length;
      const count = hits.get(name) ?? [0, 0];
      if (Math.abs(share - 0.5) < 0.25) count[0]++;
      if (Math.abs(share - 0.5) < 0.445) count[1]++;
    }
  }
  pool.close();
  for (const [name, [half, most]] of hits) {
    expect(binomialTail(worlds, 0.5, half), `${name} in 50 %`).toBeGreaterThan(0.5e-4);
    expect(binomialTail(worlds, 0.89, most), `${name} in 89 %`).toBeGreaterThan(0.5e-4);
  }
});

function binomialTail(worlds: number, share: number, hits: number): number {
  const probabilities = [(1 - share) ** worlds];
  for (let k = 1; k <= worlds; k++)
    probabilities.push((probabilities[k - 1] * (worlds - k + 1) * share) / (k * (1 - share)));
  const sum = (part: readonly number[]): number => part.reduce((total, one) => total + one, 0);
  return Math.min(sum(probabilities.slice(0, hits + 1)), sum(probabilities.slice(hits)));
}

/** Runs until every parameter has so many effective draws. */
async function runOf(rows: Table, noncentered: readonly string[], seed: number, bulkEss: number): Promise<FullRun> {
  const key = crossedKey('full', rows, seed);
  const pool = createLocalPool(1);
  const run = await finishRun(
    pool,
    {
      ...key,
      source: { ...key.source, noncentered },
      settings: { ...key.settings, draws: 250 },
      target: { parameters: [], bulkEss, rhat: 1.02, cap: 10_000 },
    },
    { deterministics: false, probability: 0.89 },
  );
  pool.close();
  if (run.kind !== 'done' || run.result.summary.depth !== 'full') throw new Error(`the run ended as ${run.kind}`);
  return { result: run.result, summary: run.result.summary };
}

// The full data take minutes: TADPOOL_LONG=1. The exact comparison of the densities is in parameterizations.test.ts, on all rows.
describe.each(long ? [24, 331] : [24])('the first %i participants', (count) => {
  it.each([[['a']], [['b']], [['a', 'b']]])(
    'have one posterior, centred or with %j non-centred',
    { timeout: 1_800_000 },
    async (rewritten) => {
      const rows = participants(count);
      const centred = await runOf(rows, [], 1, 400);
      const found = summaries(centred);
      const reference = Object.fromEntries(
        centred.result.draws.parameters.elements.flatMap((name) => {
          const { mean, sd, mcse_mean, mcse_sd } = found.get(name) ?? {};
          const isRewritten = rewritten.some((one) => name.startsWith(`${one}[`));
          return isRewritten || typeof mean !== 'number' || typeof sd !== 'number'
            ? []
            : [[name, { mean, sd, mcse_mean: mcse_mean ?? NaN, mcse_sd: mcse_sd ?? NaN }]];
        }),
      );
      const agreement = agreementOf(await runOf(rows, rewritten, 2, 400), reference);
      expect(agreement.count).toBeGreaterThan(10);
      expectAgreement(agreement);
    },
  );
});

test('what is shown is the arithmetic of the draws', () => {
  // Two chains of three draws: bA and two stories.
  const block: Block = {
    variables: [
      { name: 'bA', offset: 0, size: 1 },
      { name: 'a', offset: 1, size: 2 },
    ],
    elements: ['bA', 'a[1]', 'a[2]'],
    chains: [Float64Array.from([1, 3, 5, 2, 0, 4, 3, 1, 1]), Float64Array.from([4, 7, 5, 5, 2, 8, 6, 0, 0])],
  };
  expect(drawCount(block, 0)).toBe(3);
  const { parameters, effects } = crossedEstimates(block);
  expect(Object.keys(parameters)).toEqual(['bA']);
  expect(parameters.bA?.mean).toBe(3.5);
  expect(parameters.bA?.intervals).toHaveLength(masses.length);
  // Half of each difference: -1, -2, 0, 1, -3, 0.
  expect(effects[0].mean).toBeCloseTo(-5 / 6, 4);
  expect(effects[1].mean).toBeCloseTo(5 / 6, 4);
  expect(effects[0].intervals[4]).toEqual([-3, 1]);
});
