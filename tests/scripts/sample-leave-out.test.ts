import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lectureModel, table } from '../engine/run-model';
import { command, Folder } from './command';

const folder = new Folder();
const frogs = table('frogs');
const data = folder.write('frogs.json', { S: frogs.survived, D: frogs.density, T: frogs.tank });
const multilevel = folder.write('frogs.txt', lectureModel('frogs-multilevel').text);
const fixed = folder.write('fixed.txt', lectureModel('frogs-fixed-sigma').text);
const short = ['--warmup', '150', '--draws', '100'];

const reference: {
  readonly exact_curve: { readonly sigma: readonly number[]; readonly elpd_loo: readonly number[] };
  readonly multilevel: {
    readonly elpd_exact: { readonly elpd_loo: number; readonly pointwise_elpd: readonly number[] };
  };
} = JSON.parse(readFileSync(new URL('../reference/frogs-quadrature.json', import.meta.url), 'utf8'));
const exact = reference.multilevel.elpd_exact;

interface Unit {
  readonly elpd_loo: number;
  readonly mcse?: number;
  readonly pareto_k?: number;
}

interface Output {
  readonly loo: {
    readonly left_out: string;
    readonly method: 'quadrature' | 'refits';
    readonly integrated: string | null;
    readonly elpd_loo: number;
    readonly se_elpd_loo: number;
    readonly mcse?: number;
    readonly error?: number;
    readonly warning: string | null;
    readonly pointwise: Readonly<Record<string, Unit>>;
  };
}

async function scored(...words: readonly string[]): Promise<Output['loo']> {
  const { status, output, errors } = await command(...words, '--json');
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
  const found: Output = JSON.parse(output);
  return found.loo;
}

// The first command of all may have to bundle the sources.
beforeAll(() => command('--help'), 120_000);
afterAll(() => folder.remove());

describe('--leave-out', () => {
  it('scores every tank without a Monte Carlo error where quadrature can', async () => {
    const loo = await scored(multilevel, '--data', data, '--leave-out', 'T', ...short);
    expect([loo.left_out, loo.method, loo.integrated, loo.warning]).toEqual(['T', 'quadrature', 'alpha', null]);
    const units = Object.entries(loo.pointwise);
    expect(units.map(([name]) => name)).toEqual(exact.pointwise_elpd.map((_, k) => `T = ${k + 1}`));
    units.forEach(([, unit], k) => expect(Math.abs(unit.elpd_loo - exact.pointwise_elpd[k])).toBeLessThan(1e-8));
    expect(Math.abs(loo.elpd_loo - exact.elpd_loo)).toBeLessThan(1e-6);
    expect(loo.error).toBeLessThan(1e-5);
  }, 40_000);

  it('agrees with that within its Monte Carlo error when it samples again', async () => {
    const loo = await scored(multilevel, '--data', data, '--leave-out', 'T', '--refits', ...short);
    expect([loo.method, loo.integrated]).toEqual(['refits', 'alpha']);
    const z = Object.values(loo.pointwise).map(
      (unit, k) => (unit.elpd_loo - exact.pointwise_elpd[k]) / (unit.mcse ?? NaN),
    );
    expect(z).toHaveLength(48);
    // Honest errors fail one of these three with odds below 1 in 10,000.
    for (const value of z) expect(Math.abs(value)).toBeLessThan(5.5);
    expect(Math.sqrt(z.reduce((sum, value) => sum + value * value, 0) / 48)).toBeLessThan(1.5);
    expect(Math.abs(loo.elpd_loo - exact.elpd_loo) / (loo.mcse ?? NaN)).toBeLessThan(4);
    expect(loo.mcse).toBeLessThan(0.15);
  }, 40_000);

  it('keeps a knob where it was set, and scores a row of S as the tank it is', async () => {
    // The grid point nearest to 1; at a fixed sigma every other knob value would be off by several units.
    const { sigma, elpd_loo: elpd } = reference.exact_curve;
    const near = sigma.reduce((best, value, k) => (Math.abs(value - 1) < Math.abs(sigma[best] - 1) ? k : best), 0);
    const words = [fixed, '--data', data, '--set', `sigma=${sigma[near]}`, ...short];
    const byQuadrature = await scored(...words, '--leave-out', 'T');
    expect(Math.abs(byQuadrature.elpd_loo - elpd[near])).toBeLessThan(1e-6);
    const byRows = await scored(...words, '--leave-out', 'S', '--noncentered', 'alpha');
    expect([byRows.method, byRows.integrated]).toEqual(['refits', null]);
    expect(Object.keys(byRows.pointwise).at(-1)).toBe('S[48]');
    expect(Math.abs(byRows.elpd_loo - elpd[near]) / (byRows.mcse ?? NaN)).toBeLessThan(4);
  }, 60_000);

  it('prints a table for people, with the levels by their names', async () => {
    const text = folder.write('sites.txt', 'y[i] ~ Normal(a[g[i]], 1)\na[j] ~ Normal(m, 1)\nm ~ Normal(0, 3)\n');
    const y = [2.1, 1.4, -0.3, 0.2, 0.8, 3.1];
    const columns = folder.write('sites.json', { y, g: ['north', 'north', 'south', 'south', 'east', 'east'] });
    const { status, output } = await command(text, '--data', columns, '--leave-out', 'g', ...short);
    expect(status).toBe(0);
    expect(output).toContain('Leaving out one level of g at a time, exactly: by quadrature, a integrated out');
    // The four other rows know m as two means of two, each with variance 1 + 1/2; the pair left out is normal about m.
    const pairs = [0, 2, 4].map((k) => y.slice(k, k + 2));
    pairs.forEach((pair, k) => {
      const others = pairs.filter((_, other) => other !== k).map(([a, b]) => (a + b) / 2);
      const precision = 2 / 1.5 + 1 / 9;
      const m = others.reduce((sum, mean) => sum + mean / 1.5, 0) / precision;
      const shared = 1 + 1 / precision;
      const [u, v] = pair.map((value) => value - m);
      const determinant = (1 + shared) ** 2 - shared ** 2;
      const form = ((1 + shared) * (u * u + v * v) - 2 * shared * u * v) / determinant;
      const elpd = -Math.log(2 * Math.PI) - Math.log(determinant) / 2 - form / 2;
      expect(output).toMatch(new RegExp(`^g = ${['north', 'south', 'east'][k]} +${elpd.toFixed(4)}$`, 'm'));
    });
    expect(output).toMatch(/^elpd_loo +-\d+\.\d\d +\d\.\d\d +\de-\d+$/m);
  }, 20_000);

  it('samples again where the population has too many parameters for a grid', async () => {
    const text = folder.write(
      'slopes.txt',
      lectureModel('frogs-multilevel').text.replace('alpha[T[i]]', 'alpha[T[i]] + b * x[i] + c * z[i]') +
        'b, c ~ Normal(0, 1)\n',
    );
    const six = {
      S: [9, 3, 10, 7, 1, 5],
      D: [10, 10, 10, 10, 10, 10],
      T: [1, 2, 3, 4, 5, 6],
      x: [0, 1, 0, 1, 0, 1],
      z: [0, 0, 1, 1, 0, 0],
    };
    const loo = await scored(
      text,
      '--data',
      folder.write('six.json', six),
      '--leave-out',
      'T',
      '--warmup',
      '200',
      '--draws',
      '200',
    );
    expect([loo.method, loo.integrated]).toEqual(['refits', 'alpha']);
    expect(Object.keys(loo.pointwise)).toHaveLength(6);
  }, 30_000);

  it.each([
    [['--leave-out', 'alpha'], /--leave-out takes an index or an observed variable.*there is T\./],
    [['--leave-out', 'T', '--loo', 'S'], /one of --print, --prior/],
    [['--refits'], /--refits says how to --leave-out NAME/],
    [['--leave-out'], /--leave-out needs a value/],
  ])('%j is refused in one sentence', async (words, wanted) => {
    const { status, output, errors } = await command(multilevel, '--data', data, ...words);
    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(errors).toMatch(wanted);
  });
});
