// A preview: the same whichever workers its chains ran on, and its estimates those of its own draws.
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { readCsv } from '../../src/engine/dataset';
import { column } from '../../src/engine/draws';
import { answered } from '../../src/engine/inquiry';
import { lectureKey, lectureSources } from '../../src/engine/lecture-run';
import { createLocalPool } from '../../src/engine/local';
import { prepareModel } from '../../src/engine/prepare';
import { previewPlan, runPreview } from '../../src/engine/preview';
import type { Preview } from '../../src/engine/preview';
import type { WarmStart } from '../../src/engine/run';
import { mean, variance } from '../../src/math/arrays';
import { lectureModels } from '../../src/models';
import { pool as pooled } from '../../src/stats/chains';
import { hdi } from '../../src/stats/hdi';

const model = lectureModels.get('frogs-fixed-sigma');
if (model === undefined) throw new Error('no model');
const sources = lectureSources(model, readCsv(readFileSync('public/data/frogs.csv', 'utf8')));
const keyAt = (sigma: number) => {
  const key = lectureKey(sources, { sigma }, 3);
  return { ...key, settings: { ...key.settings, warmup: 60, draws: 80 } };
};
const options = { probability: 0.89, deterministics: true };

const pool = createLocalPool();
afterAll(() => pool.close());

async function preview(sigma: number, workers: number, starts: readonly WarmStart[] | null): Promise<Preview> {
  const ended = await answered(pool, previewPlan(keyAt(sigma), starts, { ...options, workers }));
  if (ended.kind !== 'done') throw new Error(`the preview ended as ${ended.kind}`);
  return ended.value;
}

const plain = ({ draws, summary }: Preview) => ({
  chains: draws.parameters.chains,
  estimates: [summary.parameters, summary.deterministics].map((rows) =>
    rows.map(({ mean: centre, sd, hdi_lower, hdi_upper }) => [centre, sd, hdi_lower, hdi_upper]),
  ),
});

test.each([2, 3, 8])('shared out among %i workers, it is what one worker makes of it', async (workers) => {
  const { ends } = await preview(1, 1, null);
  expect(ends).toHaveLength(4);
  expect(plain(await preview(0.8, workers, ends))).toEqual(plain(await preview(0.8, 1, ends)));
});

test('its estimates are those of its draws', async () => {
  const { draws, summary } = await preview(0.2, 2, null);
  const { parameters, deterministics } = draws;
  expect(parameters.chains.map(({ length }) => length)).toEqual(Array(4).fill(80 * parameters.elements.length));
  for (const element of [0, parameters.elements.length - 1]) {
    const values = pooled(column(parameters, element));
    const estimate = summary.parameters[element];
    const interval = hdi([values], options.probability);
    expect(estimate.mean).toBeCloseTo(mean(values), 12);
    expect(estimate.sd).toBeCloseTo(Math.sqrt(variance(values)), 12);
    expect([estimate.hdi_lower, estimate.hdi_upper]).toEqual([interval?.lower, interval?.upper]);
  }
  expect(summary.deterministics).toHaveLength(deterministics.elements.length);
  const p = deterministics.variables.find(({ name }) => name === 'p');
  const survival = summary.deterministics[p?.offset ?? 0];
  expect(survival.hdi_lower).toBeGreaterThan(0);
  expect(survival.hdi_upper).toBeLessThan(1);
});

test('the longer way of the same control begins where the last preview stood', async () => {
  const first = await preview(1, 1, null);
  const [{ position }] = first.ends;
  const width = first.draws.parameters.elements.length;
  expect(position).toHaveLength(width);
  // Centred parameters are unbounded: the chain's last draw is where it stands.
  expect([...first.draws.parameters.chains[0].subarray(-width)]).toEqual([...position]);
});

test('it gives up between two chains when it is told to', async () => {
  const prepared = prepareModel(sources.centered);
  if (!prepared.ok) throw new Error('the model cannot be compiled');
  const [question] = previewPlan(keyAt(1), null, { ...options, workers: 1 }).questions;
  const asked = question(0);
  if (asked.kind !== 'preview') throw new Error(`a question of kind ${asked.kind}`);
  let turns = 0;
  const share = await runPreview(asked, prepared.value, () => Promise.resolve(++turns < 2));
  expect(share).toBeNull();
  expect(turns).toBe(2);
});
