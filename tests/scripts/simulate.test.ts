import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lectureModel, table } from '../engine/run-model';
import { command, Folder } from './command';

const folder = new Folder();
const frogs = table('frogs');
const data = folder.write('frogs.json', { S: frogs.survived, D: frogs.density, T: frogs.tank });
const model = folder.write('frogs.txt', lectureModel('frogs-multilevel').text);

interface Row {
  readonly mean: number;
  readonly sd: number;
  readonly observed: number;
}

async function printed<T>(...words: readonly string[]): Promise<T> {
  const { status, output, errors } = await command(...words, '--json');
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
  const found: T = JSON.parse(output);
  return found;
}

beforeAll(() => command('--help'), 120_000);
afterAll(() => folder.remove());

describe('--prior', () => {
  it('draws parameters and data whose moments are those of the model', async () => {
    const csv = folder.file('prior.csv');
    const { prior } = await printed<{
      prior: { draws: number; parameters: Record<string, Row>; observed: Record<string, Row> };
    }>(model, '--data', data, '--prior', '--draws', '2500', '--csv', csv);
    expect(prior.draws).toBe(10_000);
    expect(Object.keys(prior.observed)).toHaveLength(48);
    // Five standard errors of 10,000 independent draws; Var alpha = 1.5² + 2, by the second moment of an Exponential(1).
    const { alpha_bar: bar, sigma } = prior.parameters;
    expect(Math.abs(bar.mean)).toBeLessThan(5 * 0.015);
    expect(Math.abs(bar.sd - 1.5)).toBeLessThan(5 * 0.0106);
    expect(Math.abs(sigma.mean - 1)).toBeLessThan(5 * 0.01);
    expect(Math.abs(prior.parameters['alpha[7]'].sd - Math.sqrt(4.25))).toBeLessThan(5 * 0.04);
    // By symmetry half of the tadpoles survive; a tank of 10 has a standard deviation of at most 5.
    expect(Math.abs(prior.observed['S[1]'].mean - 5)).toBeLessThan(5 * 0.05);
    const [header, ...rows] = readFileSync(csv, 'utf8').trimEnd().split('\n');
    expect(rows).toHaveLength(10_000);
    expect(header.split(',').slice(-1)).toEqual(['S[48]']);
    const again = await command(model, '--data', data, '--prior', '--draws', '5', '--chains', '1');
    expect(again.output).toContain('5 draws from the prior');
  }, 30_000);
});

describe('--predict', () => {
  it('draws every outcome anew, beside what was observed, in the object and the file', async () => {
    const csv = folder.file('predicted.csv');
    const short = ['--warmup', '200', '--draws', '250'];
    const { predictions } = await printed<{ predictions: Record<string, Row> }>(
      ...[model, '--data', data, '--predict', ...short, '--csv', csv],
    );
    const names = Object.keys(predictions);
    expect(names).toEqual(frogs.survived.map((_, k) => `S[${k + 1}]`));
    expect(names.map((name) => predictions[name].observed)).toEqual(frogs.survived);
    const [header, ...rows] = readFileSync(csv, 'utf8').trimEnd().split('\n');
    const columns = header.split(',');
    const cells = rows.map((row) => row.split(',').map(Number));
    expect(columns.slice(-48)).toEqual(names);
    frogs.density.forEach((trials, k) => {
      const [s, p] = [columns.indexOf(`S[${k + 1}]`), columns.indexOf(`p[${k + 1}]`)];
      const density = Number(trials);
      for (const row of cells) expect(Number.isInteger(row[s]) && row[s] >= 0 && row[s] <= density).toBe(true);
      // Given p each S is binomial: the mean of S - D p is nothing within five of its standard errors, 48 tanks together.
      const errors = cells.map((row) => row[s] - density * row[p]);
      const variance = cells.reduce((sum, row) => sum + density * row[p] * (1 - row[p]), 0);
      expect(Math.abs(errors.reduce((sum, value) => sum + value, 0))).toBeLessThan(5 * Math.sqrt(variance));
    });
  }, 30_000);
});

interface LooOutput {
  readonly loo: {
    readonly observed: string;
    readonly elpd_loo: number;
    readonly looic: number;
    readonly p_loo: number;
    readonly se_elpd_loo: number;
    readonly pareto_k_above_threshold: number;
    readonly warning: string | null;
    readonly pointwise: Record<string, { readonly elpd_loo: number; readonly pareto_k: number | null }>;
  };
}

describe('--loo', () => {
  it('is the exact score where rows share their parameters', async () => {
    const text = folder.write('mean.txt', 'y[i] ~ Normal(m, 1)\nm ~ Normal(0, 10)\n');
    const y = [1.2, -0.4, 0.3, 2.1, 0.9, -1.3, 0.2, 1.7, 0.6, 0.1, 0.1];
    const columns = folder.write('mean.json', { y });
    const { loo } = await printed<LooOutput>(text, '--data', columns, '--loo', 'y', '--draws', '4000');
    expect(loo.observed).toBe('y');
    expect(loo.warning).toBeNull();
    expect(loo.looic).toBeCloseTo(-2 * loo.elpd_loo, 10);
    // Conjugate: without row i the mean is Normal(precision-weighted, 1 / (n - 1 + 1/100)), the row Normal about it with 1 more.
    const exact = y.map((value, i) => {
      const rest = y.filter((_, k) => k !== i);
      const variance = 1 / (rest.length + 0.01);
      const centre = variance * rest.reduce((sum, other) => sum + other, 0);
      return -0.5 * (Math.log(2 * Math.PI * (1 + variance)) + (value - centre) ** 2 / (1 + variance));
    });
    Object.entries(loo.pointwise).forEach(([name, unit], k) => {
      expect(name).toBe(`y[${k + 1}]`);
      expect(unit.pareto_k).toBeLessThan(0.5);
      expect(Math.abs(unit.elpd_loo - exact[k])).toBeLessThan(0.01);
    });
    expect(Math.abs(loo.elpd_loo - exact.reduce((sum, value) => sum + value, 0))).toBeLessThan(0.02);
  }, 30_000);

  it('warns in words where every tank has a parameter of its own', async () => {
    const short = ['--warmup', '200', '--draws', '250'];
    const { status, output } = await command(model, '--data', data, '--loo', 'S', ...short);
    expect(status).toBe(0);
    expect(output).toMatch(/^S\[48\] +-\d\.\d{3} +\d\.\d{3} +\d\.\d\d$/m);
    expect(output).toMatch(/^elpd_loo +-\d+\.\d\d +\d\.\d\d$/m);
    expect(output).toMatch(/Do not rely on these scores: \d+ of 48 rows have a Pareto k above 0\.\d\d/);
  }, 30_000);
});
