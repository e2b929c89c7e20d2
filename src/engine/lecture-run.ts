// The run keys of the lecture's models: which text is sampled at which knobs.
import { defaultSettings } from '../sampler/settings';
import type { SamplerSettings } from '../sampler/settings';
import { samplerVersion } from '../sampler/version';
import type { LectureModel } from '../models';
import { lectureData } from './dataset';
import type { Table } from './dataset';
import type { ModelSource, RunKey } from './key';

/**
 * A smaller step than the default: trajectories on the reed frogs have seven steps or fifteen, and at 0.8 nearly always seven, which makes
 * draws of a mean antithetic but mixes squares slowly. Over 8 seeds at four sigmas the largest R-hat (of 97, folded too) is 1.0062 at 0.9
 * and 1.0099 at 0.8, for 1.4 times the gradients.
 *
 * A shorter warm-up, since more gains nothing: at 400 no run of 12 seeds of any model of up to 70 parameters, nor of the frogs at seven
 * sigmas, has an R-hat of 1.008 or more, its smallest ESS is what it is at 1,000, and ESS a second rises by a third to two thirds.
 */
export const lectureSettings: SamplerSettings = { ...defaultSettings, targetAccept: 0.9, warmup: 400 };

/** The lecture's settings for a model: its own metric, where it asks for one. */
export function settingsOf({ metric }: LectureModel): SamplerSettings {
  return metric === undefined ? lectureSettings : { ...lectureSettings, metric };
}

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

/** The key of a model at given knobs: 4 chains with the lecture's settings for it. */
export function lectureKey(sources: LectureSources, knobs: Readonly<Record<string, number>>, seed: number): RunKey {
  const { model } = sources;
  const { funnel } = model;
  const narrow = funnel !== undefined && (knobs[funnel.scale] ?? Infinity) < funnel.below;
  const source = narrow ? sources.noncentered : sources.centered;
  return { source, knobs, chains: 4, settings: settingsOf(model), target: null, seed, samplerVersion };
}
