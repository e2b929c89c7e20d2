// The pictures under a moving hand: which are asked for, which are drawn, and what a hand that moves on takes back.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readCsv } from '../../src/engine/dataset';
import { drawCount } from '../../src/engine/draws';
import { lectureKey, lectureSources } from '../../src/engine/lecture-run';
import { createLocalPool } from '../../src/engine/local';
import type { Pool } from '../../src/engine/pool';
import { lectureModels } from '../../src/models';
import { createGlimpses } from '../../src/store/glimpses';
import type { Glimpses } from '../../src/store/glimpses';

const model = lectureModels.get('frogs-fixed-sigma');
if (model === undefined) throw new Error('no model');
const sources = lectureSources(model, readCsv(readFileSync('public/data/frogs.csv', 'utf8')));

let pool: Pool;
beforeAll(() => {
  pool = createLocalPool(2);
});
afterAll(() => pool.close());

let drawn: { readonly knob: number; readonly draws: number }[] = [];
let asked: { readonly draws: number; readonly warm: boolean }[] = [];
/** Called when a picture is asked for, with its draws a chain. */
let onAsk: (draws: number) => void = () => undefined;
beforeEach(() => {
  drawn = [];
  asked = [];
  onAsk = () => undefined;
});

function create(wanted: () => boolean = () => true): Glimpses<number> {
  const watched: Pool = {
    ...pool,
    submit: (task) => {
      const work = task.work(1);
      const stop = pool.submit(task);
      if (work.kind === 'preview' && work.chains[0].chain === 0) {
        asked.push({ draws: work.settings.draws, warm: work.chains[0].warmStart !== null });
        onAsk(work.settings.draws);
      }
      return stop;
    },
  };
  return createGlimpses({
    pool: () => watched,
    key: (sigma) => lectureKey(sources, { sigma }, 1),
    probability: () => 0.89,
    deterministics: true,
    wanted,
    draw: ({ draws }, _, knob) => drawn.push({ knob, draws: drawCount(draws.parameters, 0) }),
  });
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

const soon = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('where the hand pauses a closer look follows the glimpse, from where it ended', async () => {
  create().show(0.5, 'moving');
  await until(() => drawn.length === 2);
  expect(drawn).toEqual([
    { knob: 0.5, draws: 50 },
    { knob: 0.5, draws: 250 },
  ]);
  expect(asked.map(({ warm }) => warm)).toEqual([false, true]);
});

test('a hand that moves has glimpses alone, and the last place is among them', async () => {
  const glimpses = create();
  for (const sigma of [0.9, 0.8, 0.7, 0.6]) glimpses.show(sigma, 'moving');
  await until(() => drawn.some(({ knob }) => knob === 0.6));
  expect(drawn.map(({ knob }) => knob)).toEqual([0.9, 0.6]);
  expect(drawn.every(({ draws }) => draws === 50)).toBe(true);
  glimpses.stop();
});

test('a hand that moves on takes the closer look back', async () => {
  const glimpses = create();
  onAsk = (draws) => {
    if (draws === 250 && asked.length === 2) queueMicrotask(() => glimpses.show(0.4, 'moving'));
  };
  glimpses.show(0.5, 'moving');
  await until(() => drawn.some(({ knob, draws }) => knob === 0.4 && draws === 250));
  expect(drawn).toEqual([
    { knob: 0.5, draws: 50 },
    { knob: 0.4, draws: 50 },
    { knob: 0.4, draws: 250 },
  ]);
});

test('a hand at rest waits for its run: no closer look, nor any once one was stopped', async () => {
  const glimpses = create();
  glimpses.show(0.5, 'resting');
  await until(() => drawn.length === 1);
  glimpses.show(0.4, 'moving');
  await until(() => drawn.length === 2);
  glimpses.stop();
  await soon(200);
  expect(drawn.map(({ draws }) => draws)).toEqual([50, 50]);
});

test('a picture that is no news any more is not drawn', async () => {
  let settled = false;
  create(() => !settled).show(0.5, 'moving');
  settled = true;
  await soon(300);
  expect(drawn).toEqual([]);
});
