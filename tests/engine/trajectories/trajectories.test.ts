// The appendix shows the sampler's own trajectories: each ends in the chain's next draw, and its points obey Hamilton's equations.
import { describe, expect, it } from 'vitest';
import { answered } from '../../../src/engine/inquiry';
import { lectureSettings } from '../../../src/engine/lecture-run';
import { createLocalPool } from '../../../src/engine/local';
import { chainStream } from '../../../src/engine/chain-stream';
import { fixedChain, flick } from '../../../src/engine/trajectories/flick';
import type { Flick } from '../../../src/engine/trajectories/flick';
import { flickStream } from '../../../src/engine/trajectories/answer';
import { wander } from '../../../src/engine/trajectories/wander';
import { watchWarmup } from '../../../src/engine/trajectories/warmup';
import { randomStream } from '../../../src/math/random';
import { startChain } from '../../../src/sampler/chain';
import { funnel } from '../../../src/models/funnel';
import { frogsPlane, funnelPlane, prepared, targetOf } from './ground';

const nuts = { kind: 'nuts', maxTreeDepth: 8 } as const;
const hmc = { kind: 'hmc', stepSize: 0.2, steps: 12, jitter: 0 } as const;
const from = { start: [1, 0.5], stepSize: 0.2 } as const;

function densityAt(which: 'funnel' | 'frogs', x: number, y: number): { value: number; gradient: Float64Array } {
  const gradient = new Float64Array(2);
  return { value: targetOf(which).logDensity(Float64Array.of(x, y), gradient), gradient };
}

describe('the ground', () => {
  it('of the funnel is its formula', () => {
    const formula = (alpha: number, v: number): number => -0.5 * (alpha * Math.exp(-v)) ** 2 - v - 0.5 * (v / 1.5) ** 2;
    const constant = densityAt('funnel', 0, 0).value;
    for (const [alpha, v] of [
      [1, 0.3],
      [-4, 2],
      [0.1, -3],
    ]) {
      const { value, gradient } = densityAt('funnel', alpha, v);
      expect(value - constant).toBeCloseTo(formula(alpha, v), 10);
      expect(gradient[0]).toBeCloseTo(-alpha * Math.exp(-2 * v), 10);
      expect(gradient[1]).toBeCloseTo(alpha ** 2 * Math.exp(-2 * v) - 1 - v / 1.5 ** 2, 10);
    }
  });

  it('of the frogs is the conditional density of tank 2, of which all ten lived, and of the mean', () => {
    const [sd, others] = [1.5, 47];
    const formula = (alpha: number, middle: number): number =>
      -10 * Math.log1p(Math.exp(-alpha)) -
      0.5 * ((alpha - middle) / sd) ** 2 -
      0.5 * others * ((1 - middle) / sd) ** 2 -
      0.5 * (middle / 1.5) ** 2;
    const constant = densityAt('frogs', 0, 0).value - formula(0, 0);
    for (const [alpha, middle] of [
      [3, 1.4],
      [-1, 0.2],
      [6, 2],
    ]) {
      const { value, gradient } = densityAt('frogs', alpha, middle);
      expect(value - constant).toBeCloseTo(formula(alpha, middle), 8);
      const h = 1e-5;
      expect(gradient[0]).toBeCloseTo((formula(alpha + h, middle) - formula(alpha - h, middle)) / (2 * h), 5);
      expect(gradient[1]).toBeCloseTo((formula(alpha, middle + h) - formula(alpha, middle - h)) / (2 * h), 5);
    }
  });
});

describe.each([
  ['NUTS', nuts],
  ['HMC', hmc],
] as const)('a transition of %s', (_, algorithm) => {
  const settings: Flick = { ...from, momentum: null, algorithm };

  it.each(['funnel', 'frogs'] as const)('on the %s ends in the draw of a chain that nobody watches', (which) => {
    const watched = flick(targetOf(which), settings, randomStream(7, 1), 40);
    const chain = fixedChain(targetOf(which), settings, randomStream(7, 1), 40);
    const { positions, energies, diverging } = chain.advance(40).batch;
    expect(watched).toHaveLength(40);
    watched.forEach((one, k) => {
      expect(Array.from(one.positions).slice(2 * one.draw, 2 * one.draw + 2)).toEqual(
        Array.from(positions.subarray(2 * k, 2 * k + 2)),
      );
      expect(one.energies[one.draw]).toBe(energies[k]);
      expect(one.broke !== null).toBe(diverging[k] === 1);
    });
    expect(new Set(watched.map(({ positions }) => positions[0])).size).toBeGreaterThan(20);
  });

  it('begins with the momentum that it is given, and follows the leapfrog', () => {
    const momentum = [0.7, -1.1] as const;
    const [one] = flick(targetOf('funnel'), { ...settings, momentum }, randomStream(1, 1), 1);
    const at = (point: number) => ({
      q: [one.positions[2 * point], one.positions[2 * point + 1]],
      p: [one.momenta[2 * point], one.momenta[2 * point + 1]],
    });
    expect(at(0)).toEqual({ q: [1, 0.5], p: [0.7, -1.1] });
    const times = Array.from(one.times);
    const latest = Math.max(...times);
    for (let time = Math.min(...times); time < latest; time++) {
      const [before, after] = [at(times.indexOf(time)), at(times.indexOf(time + 1))];
      const half = before.p.map((p, i) => p + 0.1 * densityAt('funnel', before.q[0], before.q[1]).gradient[i]);
      const there = before.q.map((q, i) => q + 0.2 * half[i]);
      const { value, gradient } = densityAt('funnel', after.q[0], after.q[1]);
      there.forEach((q, i) => expect(after.q[i]).toBeCloseTo(q, 10));
      half.forEach((p, i) => expect(after.p[i]).toBeCloseTo(p + 0.1 * gradient[i], 10));
      expect(one.energies[times.indexOf(time + 1)]).toBeCloseTo(0.5 * (after.p[0] ** 2 + after.p[1] ** 2) - value, 10);
    }
  });
});

it('NUTS doubles: each doubling has as many points as all before it, and they are neighbours in time', () => {
  for (const one of flick(targetOf('frogs'), { ...from, momentum: null, algorithm: nuts }, randomStream(3, 1), 30)) {
    const doublings = Array.from(one.doublings);
    const times = Array.from(one.times);
    for (let doubling = 1; doubling <= one.depth; doubling++)
      expect(doublings.filter((of) => of === doubling)).toHaveLength(2 ** (doubling - 1));
    const sorted = times.toSorted((a, b) => a - b);
    sorted.forEach((time, k) => expect(time).toBe(sorted[0] + k));
    expect(doublings[one.draw]).toBeLessThanOrEqual(one.depth);
    expect(Math.max(...doublings)).toBeLessThanOrEqual(one.depth + 1);
  }
});

it('a step too large for the neck breaks there, and is marked where the energy left', () => {
  const into: Flick = { start: [0.4, -1], momentum: [0, -2], algorithm: { ...hmc, stepSize: 0.5 }, stepSize: 0.5 };
  const [one] = flick(targetOf('funnel'), into, randomStream(1, 1), 1);
  expect(one.broke).not.toBeNull();
  const broke = one.broke ?? 0;
  expect(one.energies[broke] - one.energies[0]).toBeGreaterThan(1000);
  for (let point = 0; point < broke; point++) expect(one.energies[point] - one.energies[0]).toBeLessThanOrEqual(1000);
});

it('wandering makes the draws of the flicks, and its divergences lie where the step is too large for the width', () => {
  const settings = { start: [1, 0.5], stepSize: 0.5, algorithm: nuts } as const;
  const { draws, broke } = wander(targetOf('funnel'), settings, randomStream(2, 1), 400);
  const flicks = flick(targetOf('funnel'), { ...settings, momentum: null }, randomStream(2, 1), 400);
  expect(Array.from(draws)).toEqual(
    flicks.flatMap((one) => [one.positions[2 * one.draw], one.positions[2 * one.draw + 1]]),
  );
  expect(broke.length / 2).toBe(flicks.filter((one) => one.broke !== null).length);
  expect(broke.length / 2).toBeGreaterThan(3);
  // Across the neck, at width e^v, the leapfrog is stable for steps below 2 e^v (Neal 2011, section 5.2.3.4).
  for (let k = 1; k < broke.length; k += 2) expect(broke[k]).toBeLessThan(Math.log(0.5 / 2) + 0.5);
});

describe('a warm-up watched', () => {
  it.each(['fast', 'stan'] as const)('on the %s schedule is the one that the run has', (schedule) => {
    const { target } = prepared('frogs');
    const settings = { ...lectureSettings, schedule, warmup: 200 };
    const seen = watchWarmup(target, settings, randomStream(1, chainStream, 0), [48, 49]);
    const chain = startChain(target, settings, randomStream(1, chainStream, 0));
    if (!chain.ok) throw new Error(chain.error.message);
    const { batch } = chain.value.advance(200);
    expect(Array.from(seen.stepSizes)).toEqual(Array.from(batch.stepSizes));
    const { stepSize, inverseMass } = chain.value.adaptation;
    expect(seen.stepSize).toBe(stepSize);
    if (inverseMass.kind !== 'diagonal') throw new Error('the metric is diagonal');
    const last = [48, 49].map((k) => Math.sqrt(inverseMass.variances[k]));
    expect(seen.scales.map((scale) => scale[199])).toEqual(last);
    expect(seen.scales.map((scale) => scale[0])).toEqual([1, 1]);
    const { length } = seen.phases;
    expect(seen.phases[length - 1].first + seen.phases[length - 1].length).toBe(200);
  });
});

it('answers through the pool what it computes here', async () => {
  const pool = createLocalPool();
  const question: Flick = { ...from, momentum: [1, 0], algorithm: nuts };
  const state = await answered(pool, {
    source: { ...funnel, data: {}, noncentered: [] },
    questions: [
      (model) => ({
        kind: 'flick',
        model,
        knobs: {},
        plane: funnelPlane,
        flick: question,
        seed: 5,
        number: 3,
        transitions: 2,
      }),
    ],
    conclude: ([answer]) => answer,
  });
  pool.close();
  const trajectories = flick(targetOf('funnel'), question, randomStream(5, flickStream, 3), 2);
  expect(state).toEqual({ kind: 'done', value: { kind: 'trajectories', trajectories } });
  expect(frogsPlane.held).toHaveLength(50);
});
