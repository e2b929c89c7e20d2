import { describe, expect, it } from 'vitest';
import { drawCount } from '../../src/engine/draws';
import type { RunKey, RunTarget } from '../../src/engine/key';
import { createLocalPool } from '../../src/engine/local';
import { startRun } from '../../src/engine/run';
import type { EndedRun, RunResult } from '../../src/engine/run';
import type { RunSummary } from '../../src/engine/summary';
import { essBulk } from '../../src/stats/ess';
import { rhat } from '../../src/stats/rhat';
import { columnNamed } from '../../src/engine/draws';
import { keyOf } from './run-model';

const target: RunTarget = { parameters: ['alpha_bar', 'sigma'], bulkEss: 1000, rhat: 1.01, cap: 2000 };
const block = 100;

function key(goal: RunTarget | null, draws = block): RunKey {
  return { ...keyOf({ model: 'frogs-multilevel', seed: 4, settings: { warmup: 150, draws } }), target: goal };
}

function finish(run: RunKey, poolSize: number, batch: number, stopAt = Infinity): Promise<EndedRun> {
  const pool = createLocalPool(poolSize);
  return new Promise<EndedRun>((resolve) => {
    let heard = 0;
    const stop = startRun(
      pool,
      run,
      { priority: 'figure', depth: 'full', probability: 0.89, deterministics: false, warmStarts: null, batch },
      (state) => {
        if (state.kind === 'done' || state.kind === 'failed' || state.kind === 'cancelled') resolve(state);
        if (state.kind === 'sampling' && ++heard === stopAt) stop();
      },
    );
  }).finally(pool.close);
}

async function result(run: RunKey, poolSize: number, batch: number): Promise<RunResult> {
  const ended = await finish(run, poolSize, batch);
  if (ended.kind !== 'done') throw new Error(`the run ended as ${ended.kind}`);
  return ended.result;
}

function hash(summary: RunSummary): string {
  return summary.depth === 'full' ? summary.draws_sha256 : '';
}

function figures({ draws }: RunResult, count: number): { ess: number; rhat: number } {
  const columns = target.parameters.map((name) =>
    (columnNamed(draws.parameters, name) ?? []).map((chain) => chain.subarray(0, count)),
  );
  return {
    ess: Math.min(...columns.map((chains) => essBulk(chains) ?? NaN)),
    rhat: Math.max(...columns.map((chains) => rhat(chains) ?? NaN)),
  };
}

describe('a run until good', { timeout: 30_000 }, () => {
  it('stops at the first count of draws that meets the target, and not before', async () => {
    const found = await result(key(target), 2, 50);
    const counts = found.draws.parameters.chains.map((_, chain) => drawCount(found.draws.parameters, chain));
    expect(new Set(counts).size).toBe(1);
    const [count] = counts;
    expect(found.ending).toBe('reached');
    expect(count % block).toBe(0);
    expect(count).toBeGreaterThan(block);
    const good = (draws: number): boolean => {
      const { ess, rhat: largest } = figures(found, draws);
      return ess >= target.bulkEss && largest < target.rhat;
    };
    expect(good(count)).toBe(true);
    for (let draws = block; draws < count; draws += block) expect(good(draws)).toBe(false);
    expect(found.summary.depth === 'full' ? found.summary.draws : 0).toBe(4 * count);
  });

  it('has the same bits for every pool and batch, and those of a run of so many draws', async () => {
    const reference = await result(key(target), 1, 1000);
    const count = drawCount(reference.draws.parameters, 0);
    for (const [size, batch] of [
      [2, 7],
      [3, 40],
      [4, 100],
      [8, 33],
    ])
      expect(hash((await result(key(target), size, batch)).summary)).toBe(hash(reference.summary));
    const fixed = await result(key(null, count), 2, 100);
    expect(hash(fixed.summary)).toBe(hash(reference.summary));
    expect(fixed.ending).toBe('fixed');
    expect(reference.ends.map(({ gradients }) => gradients)).toEqual(fixed.ends.map(({ gradients }) => gradients));
  });

  it('ends at the cap, or at once where nothing can be judged', async () => {
    const capped = await result(key({ ...target, bulkEss: 1e9, cap: 250 }), 2, 100);
    expect(capped.ending).toBe('capped');
    expect(drawCount(capped.draws.parameters, 0)).toBe(250);
    const unknown = await result(key({ ...target, parameters: ['nothing'], cap: 100 }), 2, 100);
    expect(unknown.ending).toBe('capped');
  });

  it('judges a vector in the non-centred form by its raw one', async () => {
    const run = keyOf({
      model: 'frogs-multilevel',
      seed: 4,
      settings: { warmup: 150, draws: 50 },
      noncentered: ['alpha'],
    });
    const named = (parameters: readonly string[]): RunKey => ({
      ...run,
      target: { parameters, bulkEss: 200, rhat: 1.05, cap: 1000 },
    });
    const found = await result(named(['alpha']), 2, 50);
    const count = drawCount(found.draws.parameters, 0);
    expect(found.ending).toBe('reached');
    expect(count).toBeGreaterThan(50);
    expect(hash((await result(named(['alpha_z']), 2, 50)).summary)).toBe(hash(found.summary));
  });

  it('stops when told, with chains that wait and chains at work', async () => {
    for (const after of [1, 3, 9, 14]) expect((await finish(key(target), 2, 20, after)).kind).toBe('cancelled');
  });
});
