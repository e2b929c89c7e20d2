// Running chains in tests, and comparing their moments with known ones.

import { expect } from 'vitest';
import { randomStream } from '../../src/math/random';
import { startChain, type Chain, type ChainOptions } from '../../src/sampler/chain';
import { defaultSettings, type SamplerSettings } from '../../src/sampler/settings';
import type { Target } from '../../src/sampler/target';
import { mcseMean } from '../../src/stats/mcse';

export function mustStart(
  target: Target,
  settings: Partial<SamplerSettings>,
  path: readonly number[],
  options: ChainOptions = {},
): Chain {
  const [seed, ...rest] = path;
  const result = startChain(target, { ...defaultSettings, ...settings }, randomStream(seed, ...rest), options);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** Draws by coordinate and chain: `columns[i][c]` holds chain c's draws of coordinate i. */
export function sampleColumns(
  target: Target,
  settings: Partial<SamplerSettings>,
  seed: number,
  chains = 4,
): { columns: Float64Array[][]; divergences: number; gradients: number } {
  const { draws } = { ...defaultSettings, ...settings };
  const columns = Array.from({ length: target.dimension }, (): Float64Array[] => []);
  let divergences = 0;
  let gradients = 0;
  for (let c = 0; c < chains; c++) {
    const chain = mustStart(target, settings, [seed, c]);
    let progress = chain.advance(Infinity);
    if (progress.stage === 'warmup') progress = chain.advance(Infinity);
    const { positions, diverging } = progress.batch;
    columns.forEach((column, i) => {
      column.push(Float64Array.from({ length: draws }, (_, draw) => positions[draw * target.dimension + i]));
    });
    divergences += diverging.reduce((total, flag) => total + flag, 0);
    gradients += chain.gradientEvaluations.warmup + chain.gradientEvaluations.sampling;
  }
  return { columns, divergences, gradients };
}

/** How many Monte Carlo standard errors the mean of f over the draws lies from its expectation. */
export function zScore(column: readonly Float64Array[], f: (x: number) => number, expectation: number): number {
  const values = column.map((chain) => chain.map(f));
  const error = mcseMean(values);
  if (error === null) throw new Error('no Monte Carlo error: the draws are constant or not finite');
  const all = values.flatMap((chain) => Array.from(chain));
  return (all.reduce((total, x) => total + x, 0) / all.length - expectation) / error;
}

/**
 * Expects every coordinate's mean, and mean square about it, within five Monte Carlo errors, over four chains of default settings. For
 * normal errors a z beyond 5 has probability 6e-7: with the at most 6,000 z-scores of this folder, a false alarm in 1 of 300 seeds' sets.
 */
export function expectMoments(
  target: Target,
  known: { readonly means: readonly number[]; readonly sds: readonly number[] },
  seed: number,
  settings: Partial<SamplerSettings> = {},
): void {
  const { columns } = sampleColumns(target, settings, seed);
  let worst = 0;
  columns.forEach((column, i) => {
    const mean = known.means[i];
    const sd = known.sds[i];
    worst = Math.max(worst, Math.abs(zScore(column, (x) => x, mean)));
    worst = Math.max(worst, Math.abs(zScore(column, (x) => (x - mean) ** 2, sd * sd)));
  });
  expect(worst).toBeLessThan(5);
}
