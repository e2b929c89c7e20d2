// The trolley by participant, 338 parameters over 9,930 responses, agrees with a long run of Stan. The heaviest test there is.
import { describe, expect, it } from 'vitest';
import { models } from '../reference/stan-posteriors.json';
import { agreementOf, expectAgreement } from './agreement';
import { runModel } from './run-model';

/** One seed takes nearly a minute of processor time. All three are asked for with TADPOOL_LONG=1. */
const seeds = process.env['TADPOOL_LONG'] === '1' ? [1, 2, 3] : [1];

describe.each(seeds)('seed %i', (seed) => {
  // The dense metric knows the ridge between effects and cutpoints, so that few draws are many effective ones.
  it('trolley-partial-participant', { timeout: 600_000 }, async () => {
    const run = await runModel({
      model: 'trolley-partial-participant',
      seed,
      untilGood: true,
      deterministics: false,
      settings: { metric: 'dense', warmup: 300, draws: 300 },
    });
    const agreement = agreementOf(run, models['trolley-partial-participant']);
    expect(agreement.smallestBulkEss).toBeGreaterThan(1000);
    expectAgreement(agreement);
  });
});
