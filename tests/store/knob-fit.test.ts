import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../../src/engine/dataset';
import { drawCount } from '../../src/engine/draws';
import { lectureKey, lectureSources } from '../../src/engine/lecture-run';
import { createLocalPool } from '../../src/engine/local';
import { pictureOf } from '../../src/engine/picture';
import type { Picture } from '../../src/engine/picture';
import type { Pool } from '../../src/engine/pool';
import { derivePopulation } from '../../src/engine/population';
import type { PopulationLines } from '../../src/engine/population';
import { finishRun } from '../../src/engine/run';
import { lectureModels } from '../../src/models';
import { fitStatus } from '../../src/store/fit-status';
import { createKnobFit } from '../../src/store/knob-fit';
import type { KnobFit, KnobFitState } from '../../src/store/knob-fit';

const model = lectureModels.get('frogs-fixed-sigma');
if (model === undefined) throw new Error('no model');
const sources = lectureSources(model, readCsv(readFileSync('public/data/frogs.csv', 'utf8')));
const reader = { seed: 1, probability: 0.89 };
const keyAt = (sigma: number) => {
  const key = lectureKey(sources, { sigma }, reader.seed);
  return { ...key, settings: { ...key.settings, warmup: 200, draws: 200 } };
};

let pool: Pool;
let built: Picture<PopulationLines>;

async function settledPicture(sigma: number): Promise<Picture<PopulationLines>> {
  const run = await finishRun(pool, keyAt(sigma), { deterministics: true, probability: reader.probability });
  if (run.kind !== 'done') throw new Error(`the run ended as ${run.kind}`);
  return pictureOf('built', keyAt(sigma), sigma, run.result, derivePopulation);
}

function createFit(): KnobFit<PopulationLines> {
  reader.seed = 1;
  reader.probability = 0.89;
  return createKnobFit({
    pool: () => pool,
    key: keyAt,
    probability: () => reader.probability,
    built,
    derive: derivePopulation,
  });
}

function until(
  fit: KnobFit<PopulationLines>,
  holds: (state: KnobFitState<PopulationLines>) => boolean,
): Promise<KnobFitState<PopulationLines>> {
  return new Promise((resolve) => {
    if (holds(fit.store.getState())) return resolve(fit.store.getState());
    const part = fit.store.subscribe((state) => {
      if (!holds(state)) return;
      part();
      resolve(state);
    });
  });
}

const settledAt = (sigma: number) => (state: KnobFitState<PopulationLines>) =>
  state.picture.kind === 'settled' && state.picture.knob === sigma && state.run.kind === 'done';

beforeAll(async () => {
  pool = createLocalPool();
  built = await settledPicture(1);
});
afterAll(() => pool.close());

describe('the fit under a slider', () => {
  it('starts from what the build made, with its verdict', () => {
    const { picture, run, moving } = createFit().store.getState();
    expect({ kind: picture.kind, run: run.kind, moving }).toEqual({ kind: 'built', run: 'idle', moving: false });
    expect(fitStatus(createFit().store.getState()).kind).toBe('verdict');
  });

  it('shows a preview without a verdict or a hash while it moves', async () => {
    const fit = createFit();
    fit.move(0.5);
    const state = await until(fit, ({ picture }) => picture.kind === 'preview');
    expect(state.picture).toMatchObject({ knob: 0.5, summary: { depth: 'estimates' } });
    expect(fitStatus(state)).toEqual({ kind: 'moving' });
  });

  it('ends a fast drag at the last value, whatever came between', async () => {
    const fit = createFit();
    for (const sigma of [0.9, 0.8, 0.7, 0.6, 0.45]) fit.move(sigma);
    const state = await until(fit, ({ picture }) => picture.kind === 'preview' && picture.knob === 0.45);
    expect(state.knob).toBe(0.45);
  });

  it('settles on the draws of the key, the same as a run from nothing', async () => {
    const fit = createFit();
    fit.move(2);
    await until(fit, ({ picture }) => picture.kind === 'preview');
    fit.rest(2);
    const { picture } = await until(fit, settledAt(2));
    expect(picture.summary).toEqual((await settledPicture(2)).summary);
  });

  it('forgets a run that the hand overtook', async () => {
    const fit = createFit();
    fit.rest(2);
    fit.move(0.5);
    fit.rest(0.5);
    await until(fit, settledAt(0.5));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(settledAt(0.5)(fit.store.getState())).toBe(true);
  });

  it('stops on request, says so, and samples again when asked', async () => {
    const fit = createFit();
    fit.rest(3);
    await until(fit, ({ run }) => run.kind === 'warmup');
    fit.stop();
    expect(fitStatus(fit.store.getState())).toMatchObject({ kind: 'stopped' });
    fit.rest(3);
    await until(fit, settledAt(3));
  });

  it('takes a new interval from the draws it has', async () => {
    const fit = createFit();
    fit.rest(1.5);
    const before = await until(fit, settledAt(1.5));
    reader.probability = 0.5;
    fit.refresh();
    const after = await until(fit, ({ picture }) => picture.summary.probability === 0.5);
    expect(after.picture.summary).toMatchObject({
      draws_sha256: before.picture.summary.depth === 'full' ? before.picture.summary.draws_sha256 : '',
    });
  });

  it('runs again for a new seed', async () => {
    const fit = createFit();
    fit.rest(1);
    const before = await until(fit, settledAt(1));
    reader.seed = 2;
    fit.refresh();
    const after = await until(fit, (state) => settledAt(1)(state) && state.picture.seed === 2);
    expect(after.picture.summary).not.toEqual(before.picture.summary);
  });

  it('samples the non-centred form in the neck of the funnel, and shows the same quantities', async () => {
    const fit = createFit();
    fit.move(0.2);
    fit.rest(0.2);
    const { picture } = await until(fit, settledAt(0.2));
    expect(picture.parameters.variables.map(({ name }) => name)).toContain('alpha_z');
    expect(picture.deterministics.variables.map(({ name }) => name)).toEqual(expect.arrayContaining(['p', 'alpha']));
  });

  it('goes on until its draws suffice, where the key asks for that, and says how far it wants to go', async () => {
    const target = { parameters: ['alpha_bar', 'alpha'], bulkEss: 400, rhat: 1.03, cap: 1000 };
    const fit = createKnobFit({
      pool: () => pool,
      key: (sigma: number) => {
        const key = keyAt(sigma);
        return { ...key, settings: { ...key.settings, draws: 50 }, target };
      },
      probability: () => reader.probability,
      built,
      derive: derivePopulation,
    });
    const heard = new Set<number>();
    const part = fit.store.subscribe((state) => {
      const status = fitStatus(state);
      if (status.kind === 'busy') {
        expect(status.untilGood).toBe(true);
        expect(status.done).toBeLessThanOrEqual(status.wanted);
        heard.add(status.wanted);
      }
    });
    fit.move(2);
    const moving = await until(fit, ({ picture }) => picture.kind === 'preview');
    fit.rest(2);
    const state = await until(fit, settledAt(2));
    part();
    const status = fitStatus(state);
    if (status.kind !== 'verdict' || state.run.kind !== 'done') throw new Error(`ended as ${status.kind}`);
    expect(moving.picture.summary.depth).toBe('estimates');
    expect(state.run.result.ending).toBe('reached');
    expect(status.verdict.draws).toBeGreaterThan(50);
    expect(status.verdict.draws).toBe(drawCount(state.run.result.draws.parameters, 0));
    // Every goal on the way: 4 chains of 200 transitions of warm-up and a multiple of 50 draws.
    const goals = [...heard].sort((a, b) => a - b);
    expect(goals).toEqual(goals.map((_, k) => 4 * (200 + 50 * (k + 1))));
    expect(goals.at(-1)).toBe(4 * (200 + status.verdict.draws));
  });
});
