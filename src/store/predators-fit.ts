// The reed frogs with predators: the lecture's fit, the fit under the slider of beta_P's prior, and the build's exact scores.
import built from 'virtual:prerendered/frogs-predators';
import type { Picture } from '../engine/picture';
import { derivePredators } from '../engine/predators';
import type { Predators } from '../engine/predators';
import { lectureModels } from '../models';
import { monotoneAt } from '../stats/monotone';
import { meanCount, narrowestRange, newTank } from '../stats/new-tank';
import type { NewTank } from '../stats/new-tank';
import { createLectureFit } from './lecture-fit';
import type { LogScale } from './log-scale';
import type { SettingSpec } from './query';
import { readFromAddress, readSettingsFromAddress, settings, writeToAddress } from './settings';

export type { NewTank } from '../stats/new-tank';
export { meanCount, narrowestRange };

export const { scores } = built;

const options = {
  model: 'frogs-predators',
  built: built.picture,
  knobs: (sd: number) => ({ sd_P: sd }),
  derive: derivePredators,
};

/** At the lecture's prior: its control never moves. */
export const predatorsFit = createLectureFit(options);

/** What the fit says of an unseen tank: the build's answer for the build's run, computed here for another. */
export function newTankOf({ kind, derived }: Picture<Predators>, tadpoles: number): NewTank {
  const known = kind === 'built' ? built.newTanks[tadpoles] : undefined;
  return known ?? newTank(derived.population, tadpoles);
}

/** Under the slider of the sd of beta_P's prior. */
export const priorFit = createLectureFit(options);

const knob = lectureModels.get('frogs-predators')?.roles.knobs[0];
if (knob === undefined) throw new Error('the model frogs-predators has no knob');

export const lectureSd = knob.value;

export const priorScale: LogScale = { minimum: knob.minimum, maximum: knob.maximum, steps: 150 };

const priorSpec: SettingSpec = {
  kind: 'number',
  label: 'the sd of beta_P’s prior',
  minimum: knob.minimum,
  maximum: knob.maximum,
  fallback: lectureSd,
};

/** Joins the fit under the slider to the address and to the reader's settings; call after hydration. Returns the function that parts them. */
export function connectPriorFit(): () => void {
  readSettingsFromAddress();
  const { picture } = priorFit.store.getState();
  const sd = readFromAddress('sd_P', priorSpec);
  const { seed, interval } = settings.getState();
  if (sd === picture.knob && seed === picture.seed && interval / 100 === picture.summary.probability) priorFit.warm();
  else priorFit.rest(sd);
  const partSettings = settings.subscribe((now, before) => {
    if (now.seed !== before.seed || now.interval !== before.interval) priorFit.refresh();
  });
  const partAddress = priorFit.store.subscribe((now) => {
    if (!now.moving) writeToAddress('sd_P', now.knob, priorSpec);
  });
  return () => {
    partSettings();
    partAddress();
    priorFit.stop();
  };
}

/** The exact score at a prior's sd: a point of the build's curve, or, between two, a smooth curve through them. */
export function scoreAt(sd: number): { readonly elpd: number; readonly exact: boolean } {
  const points = scores.byPriorSd;
  const known = points.find((point) => point.sd === sd);
  if (known !== undefined) return { elpd: known.elpd, exact: true };
  return {
    elpd: monotoneAt(
      points.map((point) => ({ x: Math.log(point.sd), y: point.elpd })),
      Math.log(sd),
    ),
    exact: false,
  };
}
