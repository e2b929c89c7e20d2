// Posterior predictive checks of a run: found where a model cannot vary as its data do, silent where it can.
import { describe, expect, it } from 'vitest';
import type { CheckCount } from '../../src/engine/check-count';
import { worstCheck } from '../../src/engine/check-count';
import { judgeRun } from '../../src/engine/judgement';
import { createLocalPool } from '../../src/engine/local';
import { startRun } from '../../src/engine/run';
import { keyOf, runModel } from './run-model';
import type { ModelRun } from './run-model';

async function checkOf(run: ModelRun) {
  const { result, summary } = await runModel(run);
  const check = worstCheck(result.ends.map(({ checks }) => checks));
  if (check === null) throw new Error('the run was not checked');
  return { check, judgement: judgeRun(keyOf(run), summary, result.draws, check) };
}

function checksInBatches(batch: number): Promise<readonly (readonly CheckCount[])[]> {
  const key = keyOf({ model: 'frogs-multilevel', seed: 3, settings: { warmup: 100, draws: 210 } });
  const options = { priority: 'figure', depth: 'full', probability: 0.89, deterministics: false } as const;
  return new Promise((resolve) => {
    startRun(createLocalPool(), key, { ...options, warmStarts: null, batch }, (run) => {
      if (run.kind === 'done') resolve(run.result.ends.map(({ checks }) => checks));
    });
  });
}

describe('the predictive check of a run', () => {
  it('doubts a sigma that makes tanks alike, though its chains agree', async () => {
    const { check, judgement } = await checkOf({ model: 'frogs-fixed-sigma', knobs: { sigma: 0.1 }, seed: 1 });
    expect(check).toEqual({ statistic: 'how much S, as a share of its trials, differs from row to row', p: 0.5 / 401 });
    expect(judgement.kind).toBe('doubt');
    expect(judgement.sentence).toContain('Chains that agree, with R-hat near 1, never make a model good.');
  });

  it('finds nothing against the multilevel model', async () => {
    const { check, judgement } = await checkOf({ model: 'frogs-multilevel', seed: 1 });
    expect(check.p).toBeGreaterThan(0.1);
    expect(check.p).toBeLessThan(0.9);
    expect(judgement.kind).toBe('trust');
  });

  it('is the same whatever the batches', async () => {
    const [small, large] = await Promise.all([7, 400].map(checksInBatches));
    expect(small).toEqual(large);
  });

  it('has no opinion without an outcome to look at', () => {
    expect(worstCheck([[], []])).toBeNull();
  });
});
