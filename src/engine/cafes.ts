// The robot's cafés: its diary as data, and what it believes of five cafés and of the next one after some visits.
import { exp } from '../math/exp';
import { indexColumn } from '../lang/data';
import { lectureModels } from '../models';
import { pool } from '../stats/chains';
import type { Chains } from '../stats/chains';
import { density, REAL_LINE } from '../stats/density';
import { sortedHdi } from '../stats/hdi';
import type { Judgement } from '../stats/judge';
import { samplerVersion } from '../sampler/version';
import { columnNamed } from './draws';
import type { Draws } from './draws';
import { judgeRun } from './judgement';
import type { RunKey } from './key';
import { lectureSettings } from './lecture-run';
import type { RunResult } from './run';

export const cafeCount = 5;

export interface Visit {
  /** From 1. */
  readonly cafe: number;
  /** A whole number of minutes. */
  readonly minutes: number;
}

export type CafeModel = 'memory' | 'amnesia';

/** A café's mean waiting time, in minutes: posterior mean and highest-density interval. */
export interface CafeBelief {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

export interface CafeBeliefs {
  /** The five, and after them a café that it has never visited. */
  readonly cafes: readonly CafeBelief[];
  /** The never visited one as a curve. */
  readonly next: readonly CurvePoint[];
  /** Whether the draws may be read. */
  readonly verdict: Pick<Judgement, 'kind' | 'sentence'>;
}

export interface CurvePoint {
  readonly minutes: number;
  /** Density, per minute. */
  readonly density: number;
}

/**
 * The cafés of the diary, and one more that no diary has: what a model believes of it is its idea of cafés. Few data: the memory is sampled
 * in the non-centred form.
 */
export function cafeKey(model: CafeModel, visits: readonly Visit[], seed: number): RunKey {
  const lecture = lectureModels.get(`cafes-${model}`);
  if (lecture === undefined) throw new Error(`there is no model cafes-${model}`);
  const visited = visits.map(({ cafe }) => cafe);
  const data = { W: visits.map(({ minutes }) => minutes), cafe: indexColumn(visited, cafeCount + 1) };
  const noncentered = model === 'memory' ? ['a'] : [];
  const source = { text: lecture.text, roles: lecture.roles, data, noncentered };
  return { source, knobs: {}, chains: 4, settings: lectureSettings, target: null, seed, samplerVersion };
}

/** `probability`: mass of the intervals. The run has deterministic quantities and a full summary. */
export function cafeBeliefs(key: RunKey, { draws, summary }: RunResult, probability: number): CafeBeliefs {
  if (summary.depth !== 'full') throw new Error('beliefs want a full summary');
  const { kind, sentence } = judgeRun(key, summary, draws, null);
  const logMinutes = Array.from({ length: cafeCount + 1 }, (_, j) => logMinutesOf(draws, j + 1));
  return {
    cafes: logMinutes.map((chains) => beliefOf(chains, probability)),
    next: curveOf(logMinutes[cafeCount]),
    verdict: { kind, sentence },
  };
}

function logMinutesOf({ parameters, deterministics }: Draws, cafe: number): Chains {
  const name = `a[${cafe}]`;
  const chains = columnNamed(parameters, name) ?? columnNamed(deterministics, name);
  if (chains === null) throw new Error(`the draws have no ${name}`);
  return chains;
}

function beliefOf(logMinutes: Chains, probability: number): CafeBelief {
  const minutes = pool(logMinutes).map((a) => exp(a));
  const mean = minutes.reduce((total, x) => total + x, 0) / minutes.length;
  const interval = sortedHdi(minutes.sort(), probability);
  if (interval === null) throw new Error('the draws of a waiting time are not finite');
  return { mean, ...interval };
}

/** Estimated on the log scale, where the distribution is nearly normal, and carried over to minutes. */
function curveOf(logMinutes: Chains): readonly CurvePoint[] {
  const estimate = density(logMinutes, REAL_LINE, 101);
  if (estimate === null) throw new Error('the draws of a waiting time are not finite');
  return Array.from(estimate.x, (x, k) => {
    const minutes = exp(x);
    return { minutes, density: estimate.density[k] / minutes };
  });
}
