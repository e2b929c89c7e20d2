// A chain as the engine uses it: batches, phases, extension, warm starts, failures, divergences, observers.

import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/math/random';
import { startChain, type Chain } from '../../src/sampler/chain';
import type { TrajectoryObserver } from '../../src/sampler/kernel';
import { defaultSettings, type SamplerSettings } from '../../src/sampler/settings';
import type { Target } from '../../src/sampler/target';
import { mustStart } from './run';
import { funnel, independentNormals, randomNormal, reedFrogs } from './targets';

const arrays = [
  'positions',
  'logDensities',
  'acceptanceRates',
  'stepSizes',
  'treeDepths',
  'leapfrogSteps',
  'energies',
  'diverging',
] as const;

/** Everything a chain makes until it has `draws` draws, in calls of at most `batch` transitions. */
function everything(chain: Chain, draws: number, batch: number) {
  const made: Record<string, number[]> = {};
  let sampled = 0;
  while (sampled < draws) {
    const progress = chain.advance(Math.min(batch, chain.phase.kind === 'warmup' ? batch : draws - sampled));
    if (progress.stage === 'sampling') sampled += progress.batch.count;
    for (const name of arrays) (made[`${progress.stage} ${name}`] ??= []).push(...progress.batch[name]);
  }
  return { made, adaptation: chain.adaptation, gradients: chain.gradientEvaluations, divergences: chain.divergences };
}

const variants: Record<string, Partial<SamplerSettings>> = {
  'fast schedule': { schedule: 'fast' },
  'Stan’s schedule': { schedule: 'stan' },
  'low-rank metric': { metric: 'low-rank' },
  'low-rank metric, Stan’s schedule': { metric: 'low-rank', schedule: 'stan' },
  'dense metric': { metric: 'dense' },
  'dense metric, Stan’s schedule': { metric: 'dense', schedule: 'stan' },
  HMC: { algorithm: { kind: 'hmc', stepSize: 0.1, steps: 10, jitter: 0.5 } },
};

describe.each(Object.keys(variants))('%s', (variant) => {
  const settings = { warmup: 60, draws: 50, ...variants[variant] };
  const start = () => mustStart(reedFrogs('centered'), settings, [5, 0]);

  it('gives the same bits in batches of 1, 7 and 1,000', () => {
    const whole = everything(start(), 50, 1000);
    expect(whole.made['warmup energies'].length).toBe(60);
    expect(whole.made['sampling positions'].length).toBe(50 * 50);
    for (const batch of [1, 7]) expect(everything(start(), 50, batch)).toEqual(whole);
  });

  it('can be extended past its draws, which are then those of a longer run', () => {
    const short = start();
    const extended = everything(short, 80, 1000);
    expect(short.phase).toEqual({ kind: 'done', draws: 80 });
    const long = mustStart(reedFrogs('centered'), { ...settings, draws: 80 }, [5, 0]);
    expect(everything(long, 80, 1000)).toEqual(extended);
  });

  it('gives other draws to another stream', () => {
    const other = everything(mustStart(reedFrogs('centered'), settings, [5, 1]), 50, 1000);
    expect(other.made['sampling positions']).not.toEqual(everything(start(), 50, 1000).made['sampling positions']);
  });
});

it.each([0, 1, 2, 5, 10, 19, 20, 40, 150, 2000])('honours a warm-up of %i transitions', (warmup) => {
  for (const schedule of ['stan', 'fast'] as const) {
    for (const metric of ['diagonal', 'low-rank', 'dense'] as const) {
      const chain = mustStart(independentNormals([1, 2]), { warmup, draws: 10, schedule, metric }, [1]);
      const phases: string[] = [];
      let warmupDraws = 0;
      while (chain.phase.kind !== 'done') {
        phases.push(chain.phase.kind);
        const { stage, batch } = chain.advance(1000);
        if (stage === 'warmup') warmupDraws += batch.count;
      }
      expect(warmupDraws).toBe(warmup);
      expect(phases.filter((kind) => kind === 'sampling').length).toBe(1);
      expect(chain.adaptation.stepSize).toBeGreaterThan(0.01);
      expect(chain.adaptation.stepSize).toBeLessThan(100);
    }
  }
});

it('tells its phase', () => {
  const chain = mustStart(independentNormals([1, 2]), { warmup: 100, draws: 20 }, [1]);
  expect(chain.phase).toMatchObject({
    kind: 'warmup',
    transition: 0,
    of: 100,
    adapting: { kind: 'running', first: 0 },
  });
  chain.advance(90);
  expect(chain.phase).toMatchObject({ kind: 'warmup', transition: 90, of: 100, adapting: { kind: 'step size' } });
  expect(chain.advance(90).batch.count).toBe(10);
  expect(chain.phase).toEqual({ kind: 'sampling', draw: 0, of: 20 });
  chain.advance(5);
  expect(chain.phase).toEqual({ kind: 'sampling', draw: 5, of: 20 });
  expect(chain.advance(90).batch.count).toBe(15);
  expect(chain.phase).toEqual({ kind: 'done', draws: 20 });
});

it('counts gradient evaluations as the target does', () => {
  let calls = 0;
  const { dimension, logDensity } = reedFrogs('centered');
  const counted: Target = {
    dimension,
    logDensity(position, gradient) {
      calls++;
      return logDensity(position, gradient);
    },
  };
  const chain = mustStart(counted, { warmup: 50, draws: 30 }, [2]);
  expect(chain.gradientEvaluations).toEqual({ warmup: calls, sampling: 0 });
  chain.advance(50);
  const inWarmup = calls;
  const { leapfrogSteps } = chain.advance(30).batch;
  expect(chain.gradientEvaluations).toEqual({ warmup: inWarmup, sampling: calls - inWarmup });
  expect(leapfrogSteps.reduce((total, steps) => total + steps, 0)).toBe(calls - inWarmup);
});

it('states energies that are the density plus a kinetic energy of the right mean', () => {
  const dimension = 20;
  const { batch } = (() => {
    const chain = mustStart(independentNormals(new Array<number>(dimension).fill(1)), { draws: 4000 }, [3]);
    chain.advance(1000);
    return chain.advance(4000);
  })();
  const kinetic = Array.from(batch.energies, (energy, i) => energy + batch.logDensities[i]);
  expect(Math.min(...kinetic)).toBeGreaterThan(0);
  // chi-square with 20 degrees of freedom, halved: mean 10, sd 3.2; the error of the mean, were the draws independent, is 0.05.
  expect(kinetic.reduce((total, k) => total + k, 0) / kinetic.length).toBeCloseTo(dimension / 2, 0);
});

describe('when no start is found', () => {
  const start = (target: Target, path = [1]) => {
    const result = startChain(target, defaultSettings, randomStream(path[0]));
    return result.ok ? 'started' : result.error.kind;
  };

  it('says that no density is finite', () => {
    for (const bad of [NaN, Infinity, -Infinity]) {
      let calls = 0;
      const target: Target = { dimension: 3, logDensity: () => (calls++, bad) };
      expect(start(target)).toBe('no finite density');
      expect(calls).toBe(100);
    }
  });

  it('asks for a finite gradient too', () => {
    const target: Target = { dimension: 2, logDensity: (_, gradient) => (gradient.fill(NaN), 0) };
    expect(start(target)).toBe('no finite density');
  });

  it('retries until the density is finite', () => {
    const half = independentNormals([1, 1]);
    const target: Target = {
      dimension: 2,
      logDensity: (q, gradient) => (q[0] + q[1] < 2.2 ? -Infinity : half.logDensity(q, gradient)),
    };
    expect(start(target)).toBe('started');
  });

  it('says that a flat density has no step size', () => {
    const target: Target = { dimension: 1, logDensity: (_, gradient) => (gradient.fill(0), 0) };
    expect(start(target)).toBe('no step size');
  });

  it('says that the given start is of another dimension, or outside', () => {
    const inverseMass = { kind: 'diagonal', variances: Float64Array.of(1, 1) } as const;
    for (const position of [Float64Array.of(1), Float64Array.of(NaN, 0)]) {
      const options = { start: { position, stepSize: 1, inverseMass } };
      const result = startChain(independentNormals([1, 1]), defaultSettings, randomStream(1), options);
      expect(result.ok ? 'started' : result.error.kind).toBe('bad start');
    }
  });
});

it('reports divergences where they happen', () => {
  const chain = mustStart(funnel(9), { warmup: 200, draws: 500 }, [2, 0]);
  chain.advance(200);
  const { diverging } = chain.advance(500).batch;
  const flagged = Array.from(diverging.keys()).filter((i) => diverging[i] === 1);
  const sampled = chain.divergences.filter(({ stage }) => stage === 'sampling');
  expect(flagged.length).toBeGreaterThan(0);
  expect(sampled.map(({ transition }) => transition)).toEqual(flagged);
  for (const { from, to, energyError } of chain.divergences) {
    expect(energyError).toBeGreaterThan(1000);
    expect(from.every(Number.isFinite)).toBe(true);
    expect(to).not.toEqual(from);
  }
});

it('never leaves the support', () => {
  const inside = independentNormals([1, 1]);
  const target: Target = {
    dimension: 2,
    logDensity: (q, gradient) => (q[0] < 0 ? NaN : inside.logDensity(q, gradient)),
  };
  for (const algorithm of [defaultSettings.algorithm, { kind: 'hmc', stepSize: 0.4, steps: 5, jitter: 0.1 }] as const) {
    const chain = mustStart(target, { algorithm, warmup: 100, draws: 500 }, [8]);
    chain.advance(100);
    const { positions, count } = chain.advance(500).batch;
    for (let i = 0; i < count; i++) expect(positions[2 * i]).toBeGreaterThanOrEqual(0);
    expect(new Set(positions).size).toBeGreaterThan(200);
  }
});

it('goes on from where another chain stood', () => {
  const { target } = randomNormal(5, 3);
  for (const metric of ['diagonal', 'low-rank', 'dense'] as const) {
    const first = mustStart(target, { metric, warmup: 200, draws: 10 }, [1]);
    first.advance(200);
    first.advance(10);
    const state = first.state;
    const second = mustStart(target, { metric, warmup: 0, draws: 10 }, [2], { start: state });
    expect(second.state).toEqual(state);
    expect(second.gradientEvaluations).toEqual({ warmup: 1, sampling: 0 });
    expect(second.advance(10).batch.stepSizes[0]).toBe(state.stepSize);
  }
});

it('shows an observer every step and changes nothing for it', () => {
  const settings = { warmup: 20, draws: 10 };
  for (const algorithm of [defaultSettings.algorithm, { kind: 'hmc', stepSize: 0.4, steps: 5, jitter: 0.1 }] as const) {
    let steps = 0;
    let trajectories = 0;
    const ends: number[] = [];
    const observer: TrajectoryObserver = {
      start: () => trajectories++,
      step: () => steps++,
      end: (position) => ends.push(...position),
    };
    const target = independentNormals([1, 2]);
    const watched = mustStart(target, { ...settings, algorithm }, [4], { observer });
    const plain = mustStart(target, { ...settings, algorithm }, [4]);
    const [first, second] = [everything(watched, 10, 7), everything(plain, 10, 7)];
    expect(first).toEqual(second);
    expect(trajectories).toBe(30);
    const counted = [...first.made['warmup leapfrogSteps'], ...first.made['sampling leapfrogSteps']];
    expect(steps).toBe(counted.reduce((total, count) => total + count, 0));
    expect(ends).toEqual([...first.made['warmup positions'], ...first.made['sampling positions']]);
  }
});
