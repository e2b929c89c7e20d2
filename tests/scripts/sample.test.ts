import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocalPool } from '../../src/engine/local';
import { defaultSettings } from '../../src/sampler/settings';
import { finishRun } from '../../src/engine/run';
import { keyOf, lectureModel, table } from '../engine/run-model';
import { command, Folder } from './command';

const folder = new Folder();
const frogs = table('frogs');
const data = folder.write('frogs.json', { S: frogs.survived, D: frogs.density, T: frogs.tank });
const model = folder.write('frogs.txt', lectureModel('frogs-multilevel').text);
const fixed = folder.write('fixed.txt', lectureModel('frogs-fixed-sigma').text);
const short = ['--warmup', '150', '--draws', '100'];
const settings = { warmup: 150, draws: 100 };

interface Row {
  readonly [figure: string]: number | null;
}

interface Printed {
  readonly parameters: Readonly<Record<string, Row>>;
  readonly diagnostics: Readonly<Record<string, unknown>>;
  readonly sampling: Readonly<Record<string, number>>;
  readonly draws_sha256: string;
}

async function printed<T = Printed>(...words: readonly string[]): Promise<T> {
  const { status, output, errors } = await command(...words, '--json');
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
  const found: T = JSON.parse(output);
  return found;
}

/** The hash of the same run in this process. */
/** The command line's defaults are the sampler's, not the lecture's. */
async function hashHere(...[run]: Parameters<typeof keyOf>): Promise<string> {
  const pool = createLocalPool();
  const { targetAccept } = defaultSettings;
  const ended = await finishRun(pool, keyOf({ ...run, settings: { targetAccept, ...run.settings } }), {
    deterministics: false,
    probability: 0.89,
  });
  pool.close();
  if (ended.kind !== 'done' || ended.result.summary.depth !== 'full') throw new Error('the run did not finish');
  return ended.result.summary.draws_sha256;
}

const figures = ['mean', 'sd', 'hdi_lower', 'hdi_upper', 'mcse_mean', 'ess_bulk', 'ess_tail', 'r_hat'];

// The first command of all may have to bundle the sources.
beforeAll(() => command('--help'), 120_000);
afterAll(() => folder.remove());

describe('npm run sample', () => {
  it('explains every option it knows', async () => {
    const { status, output, errors } = await command('--help');
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    const source = readFileSync(new URL('../../scripts/sample/options.ts', import.meta.url), 'utf8');
    const known = new Set([...source.matchAll(/'(--[a-z-]+)'/g)].map(([, option]) => option));
    expect(known.size).toBeGreaterThan(15);
    for (const option of known) expect(output).toContain(option);
    for (const line of output.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });

  it('prints one object with everything about a run, and writes its draws', async () => {
    const csv = folder.file('draws.csv');
    const found = await printed(model, '--data', data, ...short, '--seed', '5', '--csv', csv);
    const names = Object.keys(found.parameters);
    expect(Object.keys(found)).toEqual(['parameters', 'diagnostics', 'sampling', 'draws_sha256']);
    expect(names.slice(0, 2)).toEqual(['alpha[1]', 'alpha[2]']);
    expect(names).toContain('p[48]');
    expect(names.length).toBe(98);
    for (const row of Object.values(found.parameters))
      for (const figure of figures) expect(row[figure]).toBeTypeOf('number');
    expect(Object.keys(found.diagnostics).sort()).toEqual(
      ['divergences', 'max_treedepth_hits', 'e_bfmi', 'step_size', 'acceptance_rate'].sort(),
    );
    const { gradient_evaluations: gradients, warmup_gradient_evaluations: inWarmup, seconds } = found.sampling;
    expect(gradients).toBeGreaterThan(inWarmup);
    expect(inWarmup).toBeGreaterThan(4 * 150);
    expect(seconds).toBeGreaterThan(0);
    expect(found.draws_sha256).toBe(await hashHere({ model: 'frogs-multilevel', seed: 5, settings, noncentered: [] }));

    const [header, ...rows] = readFileSync(csv, 'utf8').trimEnd().split('\n');
    expect(header.split(',')).toEqual(['chain', 'draw', ...names]);
    const cells = rows.map((row) => row.split(',').map(Number));
    expect(cells.map(([chain, draw]) => [chain, draw])).toEqual(
      Array.from({ length: 400 }, (_, k) => [Math.floor(k / 100) + 1, (k % 100) + 1]),
    );
    names.forEach((name, k) => {
      const mean = cells.reduce((sum, row) => sum + row[k + 2], 0) / 400;
      expect(mean).toBeCloseTo(found.parameters[name].mean ?? NaN, 10);
    });
  }, 30_000);

  it('sets knobs, several at once or one by one, and samples without a centre', async () => {
    const run = { model: 'frogs-fixed-sigma', knobs: { sigma: 0.2 }, settings, seed: 1 };
    const centred = await printed(fixed, '--data', data, ...short, '--set', 'sigma=0.2');
    expect(centred.draws_sha256).toBe(await hashHere({ ...run, noncentered: [] }));
    const raw = await printed(fixed, '--data', data, ...short, '--set=sigma=0.2', '--noncentered', 'alpha');
    expect(raw.draws_sha256).toBe(await hashHere({ ...run, noncentered: ['alpha'] }));
    expect(Object.keys(raw.parameters)).toEqual(expect.arrayContaining(['alpha_z[1]', 'alpha[1]', 'alpha_bar']));
    const priors = folder.write('priors.txt', lectureModel('frogs-priors').text);
    const knobs = { mean_bar: 1, sd_bar: 2, rate: 0.5 };
    const three = await printed(
      priors,
      '--data',
      data,
      ...short,
      '--set',
      'mean_bar=1',
      'sd_bar=2',
      '--set',
      'rate=0.5',
    );
    expect(three.draws_sha256).toBe(await hashHere({ model: 'frogs-priors', knobs, settings, seed: 1 }));
  }, 40_000);

  it('takes a column of texts for a factor, in order of first appearance', async () => {
    const text = folder.write('factor.txt', 'y[i] ~ Normal(a[g[i]], 0.01)\na[j] ~ Normal(0, 10)\n');
    const columns = folder.write('factor.json', { y: [5, -5, 5.01, 1], g: ['north', 'south', 'north', 'east'] });
    const { parameters } = await printed(text, '--data', columns, ...short, '--chains', '2');
    expect(Object.keys(parameters)).toEqual(['a[1]', 'a[2]', 'a[3]']);
    const means = Object.values(parameters).map(({ mean }) => Math.round(mean ?? NaN));
    expect(means).toEqual([5, -5, 1]);
  }, 20_000);

  it('prints a table for people, with a verdict', async () => {
    const { status, output } = await command(model, '--data', data, ...short);
    expect(status).toBe(0);
    expect(output.split('\n')[0]).toMatch(/^ +mean +sd +hdi89_low +hdi89_high +mcse +ess_bulk +ess_tail +r_hat$/);
    expect(output).toMatch(/^alpha_bar +\d\.\d{3} /m);
    expect(output).toMatch(/^draws_sha256 [0-9a-f]{64}$/m);
    expect(output.trimEnd().split('\n').at(-1)).toMatch(/model/);
  }, 20_000);

  it('leaves quantities with one value a row out beyond 1,000 rows, unless asked', async () => {
    const text = folder.write('long.txt', 'y[i] ~ Normal(mu[i], 1)\nmu[i] = a\na ~ Normal(0, 1)\n');
    const columns = folder.write('long.json', { y: Array.from({ length: 1001 }, (_, k) => (k % 7) - 3) });
    const brief = ['--warmup', '50', '--draws', '10', '--chains', '1'];
    const without = await printed(text, '--data', columns, ...brief);
    expect(Object.keys(without.parameters)).toEqual(['a']);
    const all = await printed(text, '--data', columns, ...brief, '--rows');
    expect(Object.keys(all.parameters)).toHaveLength(1002);
    expect((await command(text, '--data', columns, ...brief)).output).toContain('mu: 1001 values');
  }, 30_000);
});
