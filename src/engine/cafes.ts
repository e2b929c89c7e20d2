// The robot's cafés: its diary as data, and what it believes of five cafés and of the next one after some visits.
import { exp } from '../math/exp';
import { indexColumn } from '../lang/data';
import { lectureModels } from '../models';
import { pool } from '../stats/chains';
import type { Chains } from '../stats/chains';
import { density, POSITIVE } from '../stats/density';
import { sortedHdi } from '../stats/hdi';
import { sortedQuantile } from '../stats/quantile';
import type { Judgement } from '../stats/judge';
import type { SamplerSettings } from '../sampler/settings';
import { samplerVersion } from '../sampler/version';
import { columnNamed } from './draws';
import type { Draws } from './draws';
import { judgeRun } from './judgement';
import type { RunKey } from './key';
import { printOf } from './key-print';
import type { KeyPrint } from './key-print';
import { lectureSettings } from './lecture-run';
import type { RunResult } from './run';

export const cafeCount = 5;

/** Where the curve ends, in minutes: hardly anybody waits longer. */
const longestShown = 20;

/** Few visits leave sigma free to be tiny or large: smaller steps than elsewhere follow it without divergences. */
const settings: SamplerSettings = { ...lectureSettings, targetAccept: 0.995 };

export interface Visit {
  /** From 1. */
  readonly cafe: number;
  /** A whole number of minutes. */
  readonly minutes: number;
}

export type CafeModel = 'memory' | 'amnesia';

/**
 * A café's mean waiting time, in minutes: posterior median and highest-density interval. The posterior has no mean: under an exponential prior
 * for sigma, exp(a) of a café not yet visited has an infinite one.
 */
export interface CafeBelief {
  readonly median: number;
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
  readonly hash: string;
  readonly key: KeyPrint;
}

export interface CurvePoint {
  readonly minutes: number;
  /** Per minute. */
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
  return { source, knobs: {}, chains: 4, settings, target: null, seed, samplerVersion };
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
    hash: summary.draws_sha256,
    key: printOf(key),
  };
}

function logMinutesOf({ parameters, deterministics }: Draws, cafe: number): Chains {
  const name = `a[${cafe}]`;
  const chains = columnNamed(parameters, name) ?? columnNamed(deterministics, name);
  if (chains === null) throw new Error(`the draws have no ${name}`);
  return chains;
}

function beliefOf(logMinutes: Chains, probability: number): CafeBelief {
  const minutes = pool(logMinutes)
    .map((a) => exp(a))
    .sort();
  const interval = sortedHdi(minutes, probability);
  if (interval === null) throw new Error('the draws of a waiting time are not finite');
  return { median: sortedQuantile(minutes, 0.5), ...interval };
}

function curveOf(logMinutes: Chains): readonly CurvePoint[] {
  const minutes = logMinutes.map((chain) => chain.map((a) => exp(a)));
  const estimate = density(minutes, POSITIVE, 161);
  if (estimate === null) throw new Error('the draws of a waiting time are not finite');
  return Array.from(estimate.x, (x, k) => ({ minutes: x, density: estimate.density[k] })).filter(
    (point) => point.minutes <= longestShown,
  );
}
