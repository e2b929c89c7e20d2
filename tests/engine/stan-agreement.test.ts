// The posteriors of the trolley and the confound agree with long runs of Stan.
import { describe, expect, it } from 'vitest';
import { models } from '../reference/stan-posteriors.json';
import { agreementOf, expectAgreement } from './agreement';
import type { Reference } from './agreement';
import { runModel } from './run-model';
import type { ModelRun } from './run-model';

const seeds = [1, 2, 3];

/** Each until its smallest bulk ESS has passed 1,000, at a count of draws found once. */
async function expectStan(run: ModelRun, reference: Reference): Promise<void> {
  const full = await runModel(run);
  const declared = new Set(full.result.draws.parameters.elements);
  const compared = Object.entries(reference).filter(([name]) => run.deterministics !== false || declared.has(name));
  const agreement = agreementOf(full, Object.fromEntries(compared));
  expect(agreement.smallestBulkEss).toBeGreaterThan(1000);
  expectAgreement(agreement);
}

describe.each(seeds)('seed %i', { timeout: 60_000 }, (seed) => {
  // Slopes and cutpoints share a location that only priors fix: a ridge, which a dense metric knows.
  it.each(['trolley-complete', 'trolley-no-pooling-story', 'trolley-partial-story'] as const)('%s', (model) =>
    expectStan({ model, seed, deterministics: false, settings: { metric: 'dense' } }, models[model]),
  );

  it.each([
    ['mundlak-naive', 1000],
    ['mundlak-fixed', 3000],
    ['mundlak-multilevel', 1500],
    ['mundlak-mundlak', 1500],
    ['mundlak-latent', 2000],
  ] as const)('%s', (model, draws) =>
    // The intercepts a are computed ones: at the first seed only, for the time that a summary a row takes.
    expectStan({ model, seed, deterministics: seed === seeds[0], settings: { draws } }, models[model]),
  );
});
