// A hand on a run: held and sent on it has the bits of one that was left alone; ended early it is the run of so many draws.
import { describe, expect, it } from 'vitest';
import { drawCount } from '../../src/engine/draws';
import type { RunKey, RunTarget } from '../../src/engine/key';
import { createLocalPool } from '../../src/engine/local';
import { startRun } from '../../src/engine/run';
import type { Run, RunOptions } from '../../src/engine/run';
import { steerRun } from '../../src/engine/steer';
import type { Steering } from '../../src/engine/steer';
import { keyOf } from './run-model';

const until: RunTarget = { parameters: ['alpha_bar', 'sigma'], bulkEss: 500, rhat: 1.01, cap: 1000 };
const options: RunOptions = {
  priority: 'figure',
  depth: 'full',
  probability: 0.89,
  deterministics: false,
  warmStarts: null,
  batch: 20,
};

function key(target: RunTarget | null, draws = 100): RunKey {
  return { ...keyOf({ model: 'frogs-multilevel', seed: 4, settings: { warmup: 150, draws } }), target };
}

type Done = Extract<Run, { kind: 'done' }>;

function steered(run: RunKey, poolSize: number, hand: (state: Run, steering: Steering) => void): Promise<Done> {
  const pool = createLocalPool(poolSize);
  return new Promise<Done>((resolve, reject) => {
    const heard: { steering: Steering | null } = { steering: null };
    heard.steering = steerRun(pool, run, options, (state) => {
      if (state.kind === 'done') resolve(state);
      else if (state.kind === 'failed' || state.kind === 'cancelled') reject(new Error(`it ended as ${state.kind}`));
      else if (heard.steering !== null) hand(state, heard.steering);
    });
  }).finally(pool.close);
}

function hashOf({ result: { summary } }: Done): string {
  if (summary.depth !== 'full') throw new Error('a finished run has a full summary');
  return summary.draws_sha256;
}

const alone = (run: RunKey): Promise<Done> => steered(run, 2, () => undefined);
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

describe('a run that is held and sent on', { timeout: 30_000 }, () => {
  it.each([
    ['until good', until],
    ['of a fixed length', null],
  ])('%s', async (_, target) => {
    const reference = await alone(key(target));
    for (const size of [1, 2, 4]) {
      let heard = 0;
      let held = 0;
      const done = await steered(key(target), size, (_state, steering) => {
        // In warm-up, among draws, and where chains wait for each other.
        if (++heard % 9 !== 0) return;
        held++;
        steering.hold();
        // Every other time before a chain can have heard of it.
        if (held % 2 === 0) steering.goOn();
        else void rest().then(steering.goOn);
      });
      expect(held).toBeGreaterThan(2);
      expect(hashOf(done)).toBe(hashOf(reference));
    }
  });

  it('stands still while it is held', async () => {
    const seen: number[] = [];
    let heldAt = -1;
    const standsStill = async (steering: Steering): Promise<void> => {
      // What was under way when it was held may still come.
      await rest();
      heldAt = seen.length;
      await rest();
      expect(seen.length).toBe(heldAt);
      steering.goOn();
    };
    await steered(key(until), 2, (state, steering) => {
      if (state.kind !== 'sampling') return;
      seen.push(0);
      if (heldAt >= 0 || state.progress.judged === null) return;
      heldAt = seen.length;
      steering.hold();
      void standsStill(steering);
    });
    expect(heldAt).toBeGreaterThan(0);
  });
});

describe('a run that is ended early with what there is', { timeout: 30_000 }, () => {
  it.each([1, 2, 4])('is the run of so many draws, with %i workers', async (size) => {
    const far = { ...until, bulkEss: 1e9 };
    let kept = false;
    const done = await steered(key(far), size, ({ kind }, steering) => {
      if (kind !== 'sampling' || kept) return;
      kept = (steering.soFar()?.chains[0]?.length ?? 0) > 150 * 50 && steering.keep();
    });
    const { parameters } = done.result.draws;
    const counts = parameters.chains.map((_, chain) => drawCount(parameters, chain));
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeGreaterThan(150);
    expect(counts[0]).toBeLessThan(1000);
    expect(done.key).toEqual({ ...key(null), settings: { ...key(null).settings, draws: counts[0] } });
    expect(hashOf(done)).toBe(hashOf(await alone(done.key)));
  });

  it('has nothing to keep in warm-up', async () => {
    const answers: boolean[] = [];
    const done = await steered(key(null), 2, ({ kind }, steering) => {
      if (kind === 'warmup') answers.push(steering.keep());
    });
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.every((kept) => !kept)).toBe(true);
    expect(hashOf(done)).toBe(hashOf(await alone(key(null))));
  });
});

it('tells what its draws were worth each time it was judged', async () => {
  const judged = new Map<number, number | null>();
  const done = await steered(key(until), 2, (state) => {
    if (state.kind === 'sampling' && state.progress.judged !== null)
      judged.set(state.progress.judged.draws, state.progress.judged.bulkEss);
  });
  const counts = [...judged.keys()];
  expect(counts).toEqual(counts.map((_, k) => 100 * (k + 1)));
  expect(counts.length).toBeGreaterThan(1);
  const { parameters } = done.result.draws;
  expect(counts[counts.length - 1]).toBe(drawCount(parameters, 0));
  expect([...judged.values()].map((ess) => (ess ?? 0) >= 500)).toEqual(counts.map((_, k) => k === counts.length - 1));
});

it('is what startRun starts', async () => {
  const pool = createLocalPool(2);
  const done = await new Promise<Done>((resolve) => {
    startRun(pool, key(null), options, (state) => {
      if (state.kind === 'done') resolve(state);
    });
  });
  pool.close();
  expect(hashOf(done)).toBe(hashOf(await alone(key(null))));
});
