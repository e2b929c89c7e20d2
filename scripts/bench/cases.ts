// What is measured: lecture models on their own data, and two of them on ten times as many rows.
import { lectureData } from '../../src/engine/dataset';
import type { ModelSource } from '../../src/engine/key';
import { settingsOf } from '../../src/engine/lecture-run';
import type { DataSet } from '../../src/lang/data';
import { lectureModels } from '../../src/models';
import type { LectureModel } from '../../src/models';
import { defaultSettings } from '../../src/sampler/settings';
import type { SamplerSettings } from '../../src/sampler/settings';
import { dataTable } from './data-table';
import { tenfoldFrogs, tenfoldMundlak } from './tenfold';

export interface BenchCase {
  readonly id: string;
  readonly source: ModelSource;
  /** The source on its own rows, where `source` has ten times as many. */
  readonly base: ModelSource | null;
  /** Chains of a run: the yardsticks' number. */
  readonly chains: number;
  /** The lecture's for the model, but for the acceptance rate, which is the one that Stan was measured at. */
  readonly settings: SamplerSettings;
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
  const model = modelOf(more?.of ?? id);
  const base = sourceOf(model);
  const settings = { ...settingsOf(model), targetAccept: defaultSettings.targetAccept };
  const chains = id === 'trolley-full' ? 1 : 4;
  if (more === undefined) return { id, source: base, base: null, chains, settings };
  return { id, source: { ...base, data: more.data(base.data) }, base, chains, settings };
}

function modelOf(id: string): LectureModel {
  const model = lectureModels.get(id);
  if (model === undefined) throw new Error(`there is no model ${id}`);
  return model;
}

function sourceOf(model: LectureModel): ModelSource {
  const { id, text, roles, dataset } = model;
  if (dataset === 'cafes') throw new Error(`${id} has no data of its own`);
  return { text, roles, data: lectureData(model, dataTable(dataset)), noncentered: [] };
}
