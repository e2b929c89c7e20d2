// The trolley's fits: which rows are used, and what a fit expects a story's responses to be.
import { randomStream } from '../math/random';
import { invLogit } from '../math/logistic';
import type { LectureModel } from '../models';
import { lectureModels } from '../models';
import { samplerVersion } from '../sampler/version';
import { factor } from '../lang/data';
import { lectureData } from './dataset';
import type { Table } from './dataset';
import type { Draws } from './draws';
import type { RunKey, RunTarget } from './key';
import { settingsOf } from './lecture-run';

export type Cluster = 'story' | 'participant';
export type Pooling = 'complete' | 'none' | 'partial';

export const poolings: readonly Pooling[] = ['complete', 'none', 'partial'];

/** Of one story's rows `keep` stay, drawn without replacement; a larger `keep` adds to a smaller one's. */
export interface Starved {
  readonly story: string;
  readonly keep: number;
  /** Of the drawing. */
  readonly seed: number;
}

/** First word of the path in the random streams. */
const starvedStream = 21;

export function trolleyModel(pooling: Pooling, cluster: Cluster): LectureModel {
  const id = { complete: 'complete', none: `no-pooling-${cluster}`, partial: `partial-${cluster}` }[pooling];
  const model = lectureModels.get(`trolley-${id}`);
  if (model === undefined) throw new Error(`there is no model trolley-${id}`);
  return model;
}

/** With a short warm-up and a target a fit of the participants takes a third of the time, and is as good as the figure needs. */
export const untilGood: RunTarget = { parameters: [], bulkEss: 400, rhat: 1.01, cap: 2000 };
const length = { warmup: 400, draws: 250 };

/** 4 chains that go on until they are good. `starved`: null for all rows. Stories keep their number and order whatever is left out. */
export function trolleyKey(model: LectureModel, table: Table, starved: Starved | null, seed: number): RunKey {
  const { text, roles } = model;
  const stories = [...new Set(table.story.map(String))];
  const data = lectureData(model, starved === null ? table : withoutRows(table, starved));
  const source = {
    text,
    roles,
    data: data.S === undefined ? data : { ...data, S: factor(storiesOf(table, starved), stories) },
    noncentered: [],
  };
  const settings = { ...settingsOf(model), ...length };
  return { source, knobs: {}, chains: 4, settings, target: untilGood, seed, samplerVersion };
}

function storiesOf(table: Table, starved: Starved | null): readonly string[] {
  return (starved === null ? table : withoutRows(table, starved)).story.map(String);
}

function withoutRows(table: Table, { story, keep, seed }: Starved): Table {
  const random = randomStream(seed, starvedStream);
  const rows = table.story.flatMap((name, row) => (String(name) === story ? [row] : []));
  const kept = new Set<number>();
  for (let k = 0; k < Math.min(keep, rows.length); k++) {
    const other = k + random.integer(rows.length - k);
    [rows[k], rows[other]] = [rows[other], rows[k]];
    kept.add(rows[k]);
  }
  const stays = table.story.map((name, row) => String(name) !== story || kept.has(row));
  const columns = Object.entries(table).map(([name, column]) => {
    const values = column.filter((_, row) => stays[row]);
    return [
      name,
      values.every((value) => typeof value === 'number') ? values.map(Number) : values.map(String),
    ] as const;
  });
  return Object.fromEntries(columns);
}

/**
 * Posterior predictive shares of the responses 1 to K of a member of the cluster, or of anybody where there is none. P(R <= k) =
 * inv_logit(kappa[k] - beta), averaged over the draws.
 */
export function responseShares(draws: Draws, member: number | null): readonly number[] {
  const { variables, elements, chains } = draws.parameters;
  const kappa = variables.find(({ name }) => name === 'kappa');
  const beta = variables.find(({ name }) => name === 'beta');
  if (kappa === undefined || beta === undefined) throw new Error('the draws have no kappa, or no beta');
  const place = beta.offset + (member === null ? 0 : member - 1);
  const atMost = Array.from({ length: kappa.size }, () => 0);
  let count = 0;
  for (const chain of chains) {
    for (let start = 0; start < chain.length; start += elements.length, count++) {
      for (let k = 0; k < kappa.size; k++)
        atMost[k] += invLogit(chain[start + kappa.offset + k] - chain[start + place]);
    }
  }
  const cumulative = [0, ...atMost.map((total) => total / count), 1];
  return cumulative.slice(1).map((share, k) => share - cumulative[k]);
}
