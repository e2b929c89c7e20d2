// The fit of one estimator to the world under the reader's hands.
import { useEffect } from 'react';
import type { Picture } from '../engine/picture';
import { worldLines } from '../engine/world-lines';
import type { WorldLines } from '../engine/world-lines';
import type { Estimator } from '../engine/worlds/estimators';
import { createKnobFit } from './knob-fit';
import type { KnobFit } from './knob-fit';
import { followSettings } from './lecture-fit';
import { pagePool } from './page-pool';
import { readSettingsFromAddress, settings } from './settings';
import { followWorld, keysAt, lectureKnob, readWorldFromAddress, worldAt } from './worlds';
import type { WorldKnob } from './worlds';

export type { GroupEstimates, Ridge, WorldLines } from '../engine/world-lines';
export { normalCurve } from '../stats/marginal';
export { estimatorKnobs, estimatorModel } from '../engine/worlds/estimators';
export type { Estimator } from '../engine/worlds/estimators';

export type WorldFit = KnobFit<WorldLines, WorldKnob>;
export type WorldPicture = Picture<WorldLines, WorldKnob>;

/** What the build made of the lecture's world. */
export type BuiltWorldFit = Picture<WorldLines, null>;

export function createWorldFit(estimator: Estimator, built: BuiltWorldFit): WorldFit {
  const probability = (): number => settings.getState().interval / 100;
  return createKnobFit<WorldLines, WorldKnob>({
    pool: pagePool,
    key: (knob) => keysAt(knob).key(estimator, knob.rateTau, settings.getState().seed),
    probability,
    built: { ...built, knob: lectureKnob },
    derive: (draws, knob) => worldLines(estimator, worldAt(knob), probability())(draws),
    deterministics: false,
  });
}

const followers = new Map<WorldFit, { count: number; readonly part: () => void }>();

/** For every figure that shows the fits: any number of them on a page share each. */
export function useWorldFits(fits: readonly WorldFit[]): void {
  useEffect(() => {
    readSettingsFromAddress();
    for (const fit of fits) {
      const entry = followers.get(fit) ?? { count: 0, part: join(fit) };
      entry.count += 1;
      followers.set(fit, entry);
    }
    readWorldFromAddress();
    return () => {
      for (const fit of fits) {
        const entry = followers.get(fit);
        if (entry === undefined) continue;
        entry.count -= 1;
        if (entry.count > 0) continue;
        followers.delete(fit);
        entry.part();
      }
    };
  }, [fits]);
}

function join(fit: WorldFit): () => void {
  const partWorld = followWorld(fit);
  const partSettings = followSettings(fit);
  return () => {
    partWorld();
    partSettings();
  };
}
