import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exactScores, expectExact } from './exact';

const reference: {
  readonly fits: readonly { readonly sigma: number; readonly pointwise_elpd: readonly number[] }[];
} = JSON.parse(readFileSync(new URL('../../reference/frogs-exact-loo.json', import.meta.url), 'utf8'));

test.each(reference.fits)(
  'refitting scores every tank as the exact integral does, sigma $sigma',
  async ({ sigma, pointwise_elpd: exact }) => {
    const scores = await exactScores({ model: 'frogs-fixed-sigma', knobs: { sigma }, seed: 3, noncentered: [] });
    expectExact(scores, exact);
    expect(scores.mcse).toBeLessThan(0.3);
  },
  30_000,
);
