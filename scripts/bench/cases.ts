// What is measured: lecture models on their own data, and two of them on ten times as many rows.
import { readFileSync } from 'node:fs';
import { lectureData, readCsv, readWorld } from '../../src/engine/dataset';
import type { Table } from '../../src/engine/dataset';
import type { ModelSource } from '../../src/engine/key';
import type { DataSet } from '../../src/lang/data';
import { lectureModels } from '../../src/models';
import { tenfoldFrogs, tenfoldMundlak } from './tenfold';

export interface BenchCase {
  readonly id: string;
  readonly source: ModelSource;
  /** The source on its own rows, where `source` has ten times as many. */
  readonly base: ModelSource | null;
  /** Chains of a run: the yardsticks' number. */
  readonly chains: number;
}

export const defaultCases: readonly string[] = [
  'frogs-multilevel',
  'frogs-fixed-sigma',
  'mundlak-multilevel',
  'mundlak-latent',
  'trolley-partial-story',
  'trolley-partial-participant',
  'trolley-full',
  'frogs-multilevel-x10',
  'mundlak-latent-x10',
];

const tenfold: Readonly<Record<string, { readonly of: string; readonly data: (data: DataSet) => DataSet }>> = {
  'frogs-multilevel-x10': { of: 'frogs-multilevel', data: tenfoldFrogs },
  'mundlak-latent-x10': { of: 'mundlak-latent', data: tenfoldMundlak },
};

/** The cafés have no data before a reader visits them. */
export const caseIds: readonly string[] = [
  ...[...lectureModels.values()].filter(({ dataset }) => dataset !== 'cafes').map(({ id }) => id),
  ...Object.keys(tenfold),
];

export function benchCase(id: string): BenchCase {
  const more = tenfold[id];
  if (more === undefined) return { id, source: sourceOf(id), base: null, chains: id === 'trolley-full' ? 1 : 4 };
  const base = sourceOf(more.of);
  return { id, source: { ...base, data: more.data(base.data) }, base, chains: 4 };
}

function sourceOf(id: string): ModelSource {
  const model = lectureModels.get(id);
  if (model === undefined) throw new Error(`there is no model ${id}`);
  const { text, roles, dataset } = model;
  if (dataset === 'cafes') throw new Error(`${id} has no data of its own`);
  return { text, roles, data: lectureData(model, readTable(dataset)), noncentered: [] };
}

function readTable(dataset: 'frogs' | 'trolley' | 'mundlak'): Table {
  switch (dataset) {
    case 'frogs':
    case 'trolley':
      return readCsv(readFileSync(`public/data/${dataset}.csv`, 'utf8'));
    case 'mundlak':
      return readWorld(readFileSync('public/data/mundlak-lecture.json', 'utf8'));
  }
}
