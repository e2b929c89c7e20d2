// The run keys of a world's five models.
import { samplerVersion } from '../sampler/version';
import type { ModelSource, RunKey } from './key';
import { settingsOf } from './lecture-run';
import { estimatorKnobs, estimatorModel, worldSource } from './worlds/estimators';
import type { Estimator } from './worlds/estimators';
import type { World } from './worlds/world';

/** Keys of one world; the source of an estimator is the same object each time, so that a worker compiles it once. */
export interface WorldKeys {
  readonly key: (estimator: Estimator, rateTau: number, seed: number) => RunKey;
}

export function worldKeys(world: World): WorldKeys {
  const sources = new Map<Estimator, ModelSource>();
  const sourceOf = (estimator: Estimator): ModelSource => {
    const source = sources.get(estimator) ?? worldSource(estimator, world);
    sources.set(estimator, source);
    return source;
  };
  return {
    key: (estimator, rateTau, seed) => ({
      source: sourceOf(estimator),
      knobs: estimatorKnobs(estimator, rateTau),
      chains: 4,
      settings: settingsOf(estimatorModel(estimator)),
      target: null,
      seed,
      samplerVersion,
    }),
  };
}
