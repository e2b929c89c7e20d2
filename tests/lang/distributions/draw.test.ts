// Random draws against exact cell probabilities: chi-square over cells thin in the tails. 40,000 draws a case, seeded; a right generator
// fails a case with probability 1e-7, so the whole file with less than 1e-5.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { distributions } from '../../../src/lang/distributions';
import type { Distribution } from '../../../src/lang/distribution';
import { randomStream } from '../../../src/math/random';
import type { Random } from '../../../src/math/random';

interface Case {
  readonly name: string;
  readonly arguments: readonly number[];
  readonly edges: readonly number[];
  readonly probabilities: readonly number[];
  readonly critical: number;
}

const DRAWS = 40_000;

const stored: { readonly cases: readonly Case[] } = JSON.parse(
  readFileSync(new URL('../../reference/draws.json', import.meta.url), 'utf8'),
);

function find(name: string): Distribution {
  const distribution = distributions.get(name);
  if (distribution === undefined) throw new Error(`no distribution ${name}`);
  return distribution;
}

/** Arguments as `draw` takes them: the last one a vector where the distribution says so. */
function parameters(distribution: Distribution, values: readonly number[]): (number | Float64Array)[] {
  const at = distribution.arguments.findIndex(({ domain }) => domain === 'cutpoints' || domain === 'logits');
  return at < 0 ? [...values] : [...values.slice(0, at), Float64Array.from(values.slice(at))];
}

function chiSquare({ edges, probabilities }: Case, draw: () => number): number {
  const counts = probabilities.map(() => 0);
  for (let n = 0; n < DRAWS; n++) {
    const x = draw();
    const cell = edges.findIndex((edge) => x <= edge);
    counts[cell < 0 ? edges.length : cell]++;
  }
  return counts.reduce((total, count, cell) => {
    const expected = DRAWS * probabilities[cell];
    return total + ((count - expected) * (count - expected)) / expected;
  }, 0);
}

test('every distribution has a case', () => {
  expect(new Set(stored.cases.map(({ name }) => name))).toEqual(new Set(distributions.keys()));
});

describe('draws fill the cells as they should', () => {
  test.each(stored.cases)('$name($arguments)', (entry) => {
    const distribution = find(entry.name);
    const values = parameters(distribution, entry.arguments);
    const random = randomStream(20231112, stored.cases.indexOf(entry));
    expect(chiSquare(entry, () => distribution.draw(random, ...values))).toBeLessThan(entry.critical);
  });

  test('and would not, were an argument a few percent off', () => {
    const entry = stored.cases.find(({ name, arguments: [mean] }) => name === 'Poisson' && mean === 137.5);
    if (entry === undefined) throw new Error('no such case');
    const random = randomStream(1);
    expect(chiSquare(entry, () => find('Poisson').draw(random, 137.5 * 1.01))).toBeGreaterThan(entry.critical);
  });
});

describe('at the edges', () => {
  const random = randomStream(5);
  const draw = (name: string, ...values: (number | Float64Array)[]): number => find(name).draw(random, ...values);
  const many = (name: string, ...values: (number | Float64Array)[]): number[] =>
    Array.from({ length: 200 }, () => draw(name, ...values));

  test('a probability of 0 or 1 is certain', () => {
    expect(new Set(many('Bernoulli', 0))).toEqual(new Set([0]));
    expect(new Set(many('Bernoulli', 1))).toEqual(new Set([1]));
    expect(new Set(many('Binomial', 50, 0))).toEqual(new Set([0]));
    expect(new Set(many('Binomial', 50, 1))).toEqual(new Set([50]));
    expect(new Set(many('Binomial', 0, 0.5))).toEqual(new Set([0]));
    expect(new Set(many('Poisson', 0))).toEqual(new Set([0]));
    expect(new Set(many('OrderedLogit', 800, Float64Array.of(-1, 0, 1)))).toEqual(new Set([4]));
    expect(new Set(many('OrderedLogit', -800, Float64Array.of(-1, 0, 1)))).toEqual(new Set([1]));
  });

  test('tiny shapes give numbers', () => {
    for (const x of many('Beta', 1e-3, 1e-3)) expect(x >= 0 && x <= 1).toBe(true);
    for (const x of many('BetaBinomial', 7, 1e-3, 1e-3)) expect(x >= 0 && x <= 7).toBe(true);
    for (const x of many('NegativeBinomial', 5, 1e-3)) expect(x >= 0).toBe(true);
  });

  test('a tiny probability among very many trials takes no longer', () => {
    const mean = many('Binomial', 1e15, 4e-15).reduce((total, x) => total + x / 200, 0);
    // Seeded; a right generator leaves this band, 6 standard errors wide, once in 5e8.
    expect(Math.abs(mean - 4)).toBeLessThan((6 * 2) / Math.sqrt(200));
  });

  test('arguments outside their domain give NaN, not a loop', () => {
    expect(draw('Binomial', 10, 1.5)).toBeNaN();
    expect(draw('Binomial', 10, NaN)).toBeNaN();
    expect(draw('Binomial', -1, 0.5)).toBeNaN();
    expect(draw('Poisson', -1)).toBeNaN();
    expect(draw('Poisson', Infinity)).toBeNaN();
    expect(draw('Gamma', -1, 1)).toBeNaN();
    expect(draw('Gamma', NaN, 1)).toBeNaN();
    expect(draw('Beta', 0, 1)).toBeNaN();
    expect(draw('StudentT', -3, 0, 1)).toBeNaN();
    expect(draw('NegativeBinomial', 4, 0)).toBeNaN();
  });
});

test('the same stream gives the same draws', () => {
  const draws = (random: Random): number[] => Array.from({ length: 50 }, () => find('Gamma').draw(random, 2.5, 1));
  expect(draws(randomStream(9))).toEqual(draws(randomStream(9)));
});
