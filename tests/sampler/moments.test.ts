// Known moments are recovered, at three seeds.

import { describe, expect, it } from 'vitest';
import frogsQuadrature from '../reference/frogs-quadrature.json';
import { expectMoments, sampleColumns, zScore } from './run';
import {
  autoregressiveNormal,
  banana,
  funnel,
  independentNormals,
  randomNormal,
  reedFrogs,
  spreadSds,
  studentT,
} from './targets';

const seeds = [1, 2, 3];
const zeros = (n: number) => new Array<number>(n).fill(0);

describe.each(seeds)('seed %i', (seed) => {
  it.each([
    [1, 1],
    [2, 1e4],
    [10, 1e2],
    [100, 1e4],
  ])('independent normals, dimension %i, condition number %f', (dimension, condition) => {
    // The condition number is of the covariance: the ratio of standard deviations is its square root.
    const sds = spreadSds(dimension, Math.sqrt(condition));
    expectMoments(independentNormals(sds), { means: zeros(dimension), sds }, seed);
  });

  it('independent normals on Stan’s schedule', () => {
    const sds = spreadSds(20, 1e2);
    expectMoments(independentNormals(sds), { means: zeros(20), sds }, seed, { schedule: 'stan' });
  });

  it('a correlated normal in 50 dimensions', () => {
    expectMoments(autoregressiveNormal(50, 0.9), { means: zeros(50), sds: new Array<number>(50).fill(1) }, seed);
  });

  it.each([
    ['dense', 'stan'],
    ['dense', 'fast'],
    ['low-rank', 'stan'],
    ['low-rank', 'fast'],
  ] as const)('a %s metric on a correlated normal, %s schedule', (metric, schedule) => {
    const { target, sds } = randomNormal(10, 7);
    expectMoments(target, { means: zeros(10), sds }, seed, { metric, schedule });
  });

  it('a banana', () => {
    expectMoments(banana(), { means: [0, 0], sds: [1, Math.sqrt(3)] }, seed);
  });

  it('Student-t variables with 8 degrees of freedom', () => {
    // The second moment's Monte Carlo error needs a finite fourth moment, hence not fewer.
    expectMoments(studentT(5, 8), { means: zeros(5), sds: new Array<number>(5).fill(Math.sqrt(8 / 6)) }, seed);
  });

  it('static HMC', () => {
    const algorithm = { kind: 'hmc', stepSize: 0.3, steps: 8, jitter: 0.3 } as const;
    const sds = [0.7, 1, 1.5];
    expectMoments(independentNormals(sds), { means: zeros(3), sds }, seed, { algorithm, draws: 5000 });
  });
});

/** sigma's and the alphas' mean and sd by quadrature, in the order of the target's coordinates; sigma on its own scale. */
const frogs = frogsQuadrature.multilevel.parameters;

describe.each(seeds)('reed frogs, seed %i', (seed) => {
  // 100 z-scores of rather normal errors: beyond 4.5 for 7 in 10,000 seeds. Their root mean square would be 1 ± 0.2 for independent ones; the
  // tanks share alpha_bar and sigma, so up to 1.5 is allowed.
  it('agrees with quadrature', () => {
    const { columns, divergences } = sampleColumns(reedFrogs('centered'), {}, seed);
    const scores: number[] = [];
    const compare = (column: Float64Array[], { mean, sd }: { mean: number; sd: number }) => {
      scores.push(zScore(column, (x) => x, mean));
      scores.push(zScore(column, (x) => (x - mean) ** 2, sd * sd));
    };
    for (let tank = 0; tank < 48; tank++) compare(columns[tank], known(`alpha[${tank + 1}]`));
    compare(columns[48], known('alpha_bar'));
    compare(
      columns[49].map((chain) => chain.map((x) => Math.exp(x))),
      known('sigma'),
    );
    expect(divergences).toBe(0);
    expect(Math.max(...scores.map(Math.abs))).toBeLessThan(4.5);
    const meanSquare = scores.reduce((total, z) => total + z * z, 0) / scores.length;
    expect(Math.sqrt(meanSquare)).toBeGreaterThan(0.6);
    expect(Math.sqrt(meanSquare)).toBeLessThan(1.5);
  });
});

function known(name: string): { mean: number; sd: number } {
  const found = Object.entries(frogs).find(([key]) => key === name);
  if (found === undefined) throw new Error(`no reference for ${name}`);
  return found[1];
}

describe.each(seeds)('the funnel, seed %i', (seed) => {
  /*
   * Known bias: no step size is right for the funnel's neck and for its mouth at once, so that NUTS stays out of the neck (v very
   * negative), and the mean of v comes out too high: 1.4, 0.8 and 1.0 at these seeds, where 0 is right and the Monte Carlo error it
   * believes in is near 0.1. Below -6 lie 2.3 % of v and none of the draws. Divergences, here 2, 32 and 6, are what gives it away;
   * the cure is the non-centered form, which is independent normals.
   */
  it('is biased out of the neck, and diverges', () => {
    const { columns, divergences } = sampleColumns(funnel(9), {}, seed);
    const all = columns[0].flatMap((chain) => Array.from(chain));
    const mean = all.reduce((total, v) => total + v, 0) / all.length;
    expect(mean).toBeGreaterThan(0.3);
    expect(mean).toBeLessThan(2);
    expect(all.filter((v) => v < -6).length / all.length).toBeLessThan(0.01);
    expect(divergences).toBeGreaterThan(0);
  });
});
