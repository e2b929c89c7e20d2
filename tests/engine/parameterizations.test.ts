// Centred or not: each hierarchical model has one posterior.
import { describe, expect, it } from 'vitest';
import { prepareModel } from '../../src/engine/prepare';
import type { PreparedModel } from '../../src/engine/prepare';
import { randomStream } from '../../src/math/random';
import { agreementOf, expectAgreement } from './agreement';
import type { Reference } from './agreement';
import { keyOf, lectureModel, runModel, summaries } from './run-model';
import type { FullRun, ModelRun } from './run-model';

/** Moments of the declared parameters of a run, with their Monte Carlo errors. */
function momentsOf(run: FullRun): Reference {
  const all = summaries(run);
  return Object.fromEntries(
    run.result.draws.parameters.elements.map((name) => {
      const { mean, sd, mcse_mean, mcse_sd } = all.get(name) ?? {};
      if (typeof mean !== 'number' || typeof sd !== 'number') throw new Error(`${name} has no moments`);
      return [name, { mean, sd, mcse_mean: mcse_mean ?? NaN, mcse_sd: mcse_sd ?? NaN }];
    }),
  );
}

/** Compares what is a parameter in the first run; the second has it too, as a parameter or computed. Runs of two seeds are independent. */
async function expectSame(first: ModelRun, second: ModelRun): Promise<void> {
  const reference = momentsOf(await runModel({ ...first, deterministics: false }));
  const agreement = agreementOf(await runModel(second), reference);
  expect(agreement.smallestBulkEss).toBeGreaterThan(400);
  expectAgreement(agreement);
}

describe('centred and non-centred', { timeout: 60_000 }, () => {
  it.each<Omit<ModelRun, 'seed'>>([
    { model: 'cafes-memory', noncentered: ['a'], settings: { draws: 2000 } },
    { model: 'frogs-fixed-sigma', noncentered: ['alpha'], knobs: { sigma: 0.5 } },
    { model: 'frogs-multilevel', noncentered: ['alpha'], settings: { draws: 2000 } },
    { model: 'frogs-predators', noncentered: ['alpha'], settings: { metric: 'dense' } },
    { model: 'frogs-priors', noncentered: ['alpha'], settings: { draws: 2000 } },
  ])('$model', (run) => expectSame({ ...run, noncentered: [], seed: 1 }, { ...run, seed: 2 }));
});

/** The lecture's text with its raw vector z written out of it. */
const centredText = (text: string): string =>
  text
    .replace('a[j] = a_bar + tau * z[j]\n', 'a[j] ~ Normal(a_bar, tau)\n')
    .replace('u[j], z[j] ~', 'u[j] ~')
    .replace('z[j] ~ Normal(0, 1)\n', '');

function prepared(run: ModelRun): PreparedModel {
  const result = prepareModel(keyOf(run).source);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value;
}

/** Values of everything in a model, by element name, at a position. */
function valuesAt({ instance, layout, target }: PreparedModel, position: Float64Array): Map<string, number> {
  const own = new Float64Array(target.dimension);
  const computed = new Float64Array(layout.deterministicElements.length);
  instance.constrain(position, own);
  instance.deterministics(position, computed);
  return new Map([
    ...layout.parameterElements.map((name, k): [string, number] => [name, own[k]]),
    ...layout.deterministicElements.map((name, k): [string, number] => [name, computed[k]]),
  ]);
}

// No sampling: the centred Mundlak models have a funnel at tau = 0 that no step size gets through, so that their draws prove nothing.
describe('densities differ by the Jacobian of the rewrite, scale by scale', () => {
  it.each<{ model: string; scale: string; centred: Partial<ModelRun>; rewritten: Partial<ModelRun>; vector: string }>([
    ...['cafes-memory', 'trolley-partial-story', 'trolley-partial-participant'].map((model) => {
      const vector = model === 'cafes-memory' ? 'a' : 'beta';
      return { model, scale: 'sigma', vector, centred: { noncentered: [] }, rewritten: { noncentered: [vector] } };
    }),
    ...(
      [
        ['a', 'sigma_S'],
        ['b', 'sigma_U'],
      ] as const
    ).map(([vector, scale]) => ({
      model: 'trolley-full',
      scale,
      vector,
      centred: { noncentered: [] },
      rewritten: { noncentered: [vector] },
    })),
    ...['frogs-multilevel', 'frogs-priors', 'frogs-predators'].map((model) => ({
      model,
      scale: 'sigma',
      vector: 'alpha',
      centred: { noncentered: [] },
      rewritten: { noncentered: ['alpha'] },
    })),
    ...['mundlak-multilevel', 'mundlak-mundlak', 'mundlak-latent'].map((model) => ({
      model,
      scale: 'tau',
      vector: 'a',
      centred: { text: centredText(lectureModel(model).text) },
      rewritten: {},
    })),
  ])('$model', ({ model, scale, vector, centred, rewritten }) => {
    const [plain, raw] = [centred, rewritten].map((form) => prepared({ model, seed: 1, ...form }));
    const random = randomStream(3);
    const size = plain.layout.parameters.find(({ name }) => name === vector)?.size ?? NaN;
    const differences = Array.from({ length: 20 }, () => {
      const position = Float64Array.from({ length: raw.target.dimension }, () => random.normal());
      const values = valuesAt(raw, position);
      const same = new Float64Array(plain.target.dimension);
      const given = plain.layout.parameterElements.map((name) => values.get(name) ?? NaN);
      plain.instance.unconstrain(Float64Array.from(given), same);
      const gradient = new Float64Array(raw.target.dimension);
      const jacobian = size * Math.log(values.get(scale) ?? NaN);
      const density = raw.target.logDensity(position, gradient);
      const other = plain.target.logDensity(same, gradient);
      return { left: density - other - jacobian, size: Math.abs(density) };
    });
    for (const { left, size: scaleOfSum } of differences)
      expect(Math.abs(left - differences[0].left)).toBeLessThan(1e-11 * Math.max(1, scaleOfSum, differences[0].size));
  });
});
