// Three poolings of a cluster of the trolley's responses: what a figure shows of each fit.
import type { Judgement } from '../stats/judge';
import { centredEffectsPlan } from './centred-effects';
import type { Table } from './dataset';
import { answered } from './inquiry';
import { judgeRun } from './judgement';
import type { RunKey } from './key';
import { printOf } from './key-print';
import type { KeyPrint } from './key-print';
import type { Pool } from './pool';
import { responseShares, trolleyKey, trolleyModel } from './trolley';
import type { Cluster, Pooling, Starved } from './trolley';
import type { RunResult } from './run';

/** One entry a member of the cluster, in log-odds relative to the mean of all. */
export interface Effects {
  readonly mean: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

export interface PoolingFit {
  /** Null under complete pooling, which has none. */
  readonly effects: Effects | null;
  readonly judgement: Judgement;
  readonly hash: string;
  readonly key: KeyPrint;
}

export function poolingKey(pooling: Pooling, cluster: Cluster, table: Table, seed: number): RunKey {
  return trolleyKey(trolleyModel(pooling, cluster), table, null, seed);
}

/** From a run with a full summary and no deterministic quantities. */
export async function poolingFit(
  pool: Pool,
  pooling: Pooling,
  key: RunKey,
  { draws, summary }: RunResult,
  probability: number,
): Promise<PoolingFit> {
  if (summary.depth !== 'full') throw new Error('a pooling wants a full summary');
  const judgement = judgeRun(key, summary, draws, null);
  const made = { judgement, hash: summary.draws_sha256, key: printOf(key) };
  if (pooling === 'complete') return { effects: null, ...made };
  const ended = await answered(pool, centredEffectsPlan(draws, 'beta', probability));
  if (ended.kind !== 'done') throw new Error(`the effects ended as ${ended.kind}`);
  const short = (values: Float64Array): number[] => Array.from(values, (value) => Number(value.toFixed(4)));
  const { mean, lower, upper } = ended.value;
  return { effects: { mean: short(mean), lower: short(lower), upper: short(upper) }, ...made };
}

/** A story of which few responses are kept: what a fit expects its responses to be, and its effect among the stories. */
export interface StarvedFit extends Omit<PoolingFit, 'effects'> {
  /** Posterior predictive shares of the responses 1 to 7. */
  readonly shares: readonly number[];
  /** Relative to the mean of all stories, as in Effects. */
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

export function starvedKey(pooling: 'none' | 'partial', starved: Starved, table: Table, seed: number): RunKey {
  return trolleyKey(trolleyModel(pooling, 'story'), table, starved, seed);
}

/** `story`: its number, from 1. */
export async function starvedFit(
  pool: Pool,
  pooling: 'none' | 'partial',
  key: RunKey,
  result: RunResult,
  story: number,
  probability: number,
): Promise<StarvedFit> {
  const { effects, ...made } = await poolingFit(pool, pooling, key, result, probability);
  if (effects === null) throw new Error('a starved story has an effect');
  const [mean, lower, upper] = [effects.mean, effects.lower, effects.upper].map((values) => values[story - 1]);
  return { shares: responseShares(result.draws, story), mean, lower, upper, ...made };
}
