// Fits of the lecture's models on the reed frogs, for figures: the build's run first, the reader's own when seed, interval or knob change.
import table from 'virtual:prerendered/frogs';
import { useEffect } from 'react';
import type { Draws } from '../engine/draws';
import { lectureKey, lectureSources } from '../engine/lecture-run';
import type { Picture } from '../engine/picture';
import { lectureModels } from '../models';
import { createKnobFit } from './knob-fit';
import type { KnobFit } from './knob-fit';
import { pagePool } from './page-pool';
import { readSettingsFromAddress, settings } from './settings';

export interface LectureFitOptions<D, K> {
  /** The id of a model of src/models that reads the reed frogs. */
  readonly model: string;
  readonly built: Picture<D, K>;
  /** The model's knobs where the figure's control is set to `knob`. */
  readonly knobs: (knob: K) => Readonly<Record<string, number>>;
  readonly derive: (draws: Draws, knob: K) => D;
}

export function createLectureFit<D, K>({ model: id, built, knobs, derive }: LectureFitOptions<D, K>): KnobFit<D, K> {
  const model = lectureModels.get(id);
  if (model === undefined) throw new Error(`there is no model ${id}`);
  const sources = lectureSources(model, table);
  return createKnobFit({
    pool: pagePool,
    key: (knob) => lectureKey(sources, knobs(knob), settings.getState().seed),
    probability: () => settings.getState().interval / 100,
    built,
    derive,
  });
}

/**
 * Keeps a fit at the reader's seed and interval; call after hydration. A fit that already stands there is left alone. Returns the
 * function that parts them and stops the fit.
 */
export function followSettings<D, K>(fit: KnobFit<D, K>): () => void {
  const { picture } = fit.store.getState();
  const { seed, interval } = settings.getState();
  if (seed !== picture.seed || interval / 100 !== picture.summary.probability) fit.refresh();
  const part = settings.subscribe((now, before) => {
    if (now.seed !== before.seed || now.interval !== before.interval) fit.refresh();
  });
  return () => {
    part();
    fit.stop();
  };
}

const followers = new Map<object, { count: number; readonly part: () => void }>();

/** For every figure that shows the fit: any number of them on a page share one. */
export function useLectureFit<D, K>(fit: KnobFit<D, K>): void {
  useEffect(() => {
    readSettingsFromAddress();
    const entry = followers.get(fit) ?? { count: 0, part: followSettings(fit) };
    entry.count += 1;
    followers.set(fit, entry);
    return () => {
      entry.count -= 1;
      if (entry.count > 0) return;
      followers.delete(fit);
      entry.part();
    };
  }, [fit]);
}
