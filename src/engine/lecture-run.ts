// The run keys of the lecture's models: which text is sampled at which knobs.
import { defaultSettings } from '../sampler/settings';
import { samplerVersion } from '../sampler/version';
import type { LectureModel } from '../models';
import { lectureData } from './dataset';
import type { Table } from './dataset';
import type { ModelSource, RunKey } from './key';

export { defaultSettings } from '../sampler/settings';

/** One source for each parameterization that a model is sampled in; the same object each time, so that a worker compiles it once. */
export interface LectureSources {
  readonly model: LectureModel;
  readonly centered: ModelSource;
  readonly noncentered: ModelSource;
}

export function lectureSources(model: LectureModel, table: Table): LectureSources {
  const { text, roles } = model;
  const data = lectureData(model, table);
  const centered: ModelSource = { text, roles, data, noncentered: [] };
  return { model, centered, noncentered: { ...centered, noncentered: model.funnel?.names ?? [] } };
}

/** The key of a model at given knobs: 4 chains, the default settings. */
export function lectureKey(sources: LectureSources, knobs: Readonly<Record<string, number>>, seed: number): RunKey {
  const { funnel } = sources.model;
  const narrow = funnel !== undefined && (knobs[funnel.scale] ?? Infinity) < funnel.below;
  const source = narrow ? sources.noncentered : sources.centered;
  return { source, knobs, chains: 4, settings: defaultSettings, target: null, seed, samplerVersion };
}
