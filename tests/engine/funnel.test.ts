// The funnel in two forms: its data, one posterior where both can be trusted, and who wins at either end.
import { describe, expect, it } from 'vitest';
import { answered } from '../../src/engine/inquiry';
import { createLocalPool } from '../../src/engine/local';
import { fitFunnel, survivors } from '../../src/engine/funnel';
import { observationCounts, tanks } from '../../src/engine/funnel-design';
import type { Form, FunnelFit } from '../../src/engine/funnel-design';

async function fitOf(form: Form, observations: number, seed: number): Promise<FunnelFit> {
  const fit = await fitFunnel({ observations, seed }, form, () => Promise.resolve(true));
  if (fit === null) throw new Error('nobody stopped it');
  return fit;
}

it('keeps the observations of a tank however many follow', () => {
  const counts = observationCounts.map((observations) => survivors({ observations, seed: 3 }));
  for (let k = 1; k < counts.length; k++)
    for (let tank = 0; tank < tanks; tank++) {
      const more = counts[k][tank] - counts[k - 1][tank];
      expect(more).toBeGreaterThanOrEqual(0);
      expect(more).toBeLessThanOrEqual(observationCounts[k] - observationCounts[k - 1]);
    }
  expect(survivors({ observations: 100, seed: 4 })).not.toEqual(counts[counts.length - 1]);
});

describe.each([1, 2, 3])('seed %i', (seed) => {
  it('has a neck that only the non-centred form goes down, and steps of the centred one break there', async () => {
    const [centred, noncentred] = [await fitOf('centred', 2, seed), await fitOf('noncentred', 2, seed)];
    const deepest = ({ places }: FunnelFit): number => Math.min(...places.map(({ logSigma }) => logSigma));
    expect(deepest(noncentred)).toBeLessThan(deepest(centred) - 1);
    expect(noncentred.divergences).toBe(0);
    expect(centred.divergences).toBeGreaterThan(5);
    expect(centred.broke).toHaveLength(Math.min(150, centred.divergences));
    expect(noncentred.ess / noncentred.gradients).toBeGreaterThan(3 * (centred.ess / centred.gradients));
    const middle = (fit: readonly { readonly logSigma: number }[]): number =>
      [...fit].sort((a, b) => a.logSigma - b.logSigma)[Math.floor(fit.length / 2)].logSigma;
    expect(middle(centred.broke)).toBeLessThan(middle(centred.places));
  });

  it('is gone at 100 observations, where the centred form wins and both have one posterior', async () => {
    const [centred, noncentred] = [await fitOf('centred', 100, seed), await fitOf('noncentred', 100, seed)];
    expect(centred.ess / centred.gradients).toBeGreaterThan(3 * (noncentred.ess / noncentred.gradients));
    for (const name of ['alpha', 'z', 'logSigma'] as const) {
      const moments = [centred, noncentred].map(({ places, ess }) => {
        const values = places.map((place) => place[name]);
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
        return { mean, error: variance / Math.min(ess, places.length) };
      });
      const [a, b] = moments;
      // Nine comparisons at 4.5 standard errors: one false alarm in 16,000 runs.
      expect(Math.abs(a.mean - b.mean)).toBeLessThan(4.5 * Math.sqrt(a.error + b.error));
    }
  });
});

it('places are of the state that they name, in either form', async () => {
  for (const form of ['centred', 'noncentred'] as const)
    for (const { alpha, z, logSigma } of (await fitOf(form, 20, 1)).places)
      // Three decimals each.
      expect(Math.abs(alpha - z * Math.exp(logSigma))).toBeLessThan(
        0.0006 + 0.002 * Math.abs(alpha) + 0.0006 * Math.exp(logSigma),
      );
});

it('has the same numbers by any worker', async () => {
  const pool = createLocalPool(2);
  const ended = await answered(pool, {
    source: null,
    questions: [5, 5].map((observations) => () => ({
      kind: 'funnel',
      form: 'centred',
      design: { observations, seed: 9 },
    })),
    conclude: (answers) => answers.flatMap((answer) => (answer.kind === 'funnel' ? [answer.fit] : [])),
  });
  pool.close();
  if (ended.kind !== 'done') throw new Error(ended.kind);
  expect(ended.value[1]).toEqual(ended.value[0]);
  expect(ended.value[0]).toEqual(await fitOf('centred', 5, 9));
});
