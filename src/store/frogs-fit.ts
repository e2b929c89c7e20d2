// The reed-frog fit under the sigma slider: one for all figures and equations of a page.
import table from 'virtual:prerendered/frogs';
import built from 'virtual:prerendered/frogs-fixed-sigma';
import { lectureKey, lectureSources } from '../engine/lecture-run';
import { derivePopulation } from '../engine/population';
import type { PopulationLines } from '../engine/population';
import { lectureModels } from '../models';
import { createKnobFit } from './knob-fit';
import type { KnobFit } from './knob-fit';
import type { LogScale } from './log-scale';
import { pagePool } from './page-pool';
import type { SettingSpec } from './query';
import { readFromAddress, readSettingsFromAddress, settings, writeToAddress } from './settings';

const model = lectureModels.get('frogs-fixed-sigma');
if (model === undefined) throw new Error('there is no model frogs-fixed-sigma');
const [sigma] = model.roles.knobs;
export const frogsSources = lectureSources(model, table);

export const frogs = table;

export const sigmaScale: LogScale = { minimum: sigma.minimum, maximum: sigma.maximum, steps: 200 };

export const sigmaSpec: SettingSpec = {
  kind: 'number',
  label: 'sigma',
  minimum: sigma.minimum,
  maximum: sigma.maximum,
  fallback: sigma.value,
};

export const frogsFit: KnobFit<PopulationLines> = createKnobFit({
  pool: pagePool,
  key: (value) => lectureKey(frogsSources, { sigma: value }, settings.getState().seed),
  probability: () => settings.getState().interval / 100,
  built,
  derive: derivePopulation,
});

/** Joins the fit to the address and to the reader's settings; call after hydration. Returns the function that parts them. */
export function connectFrogsFit(): () => void {
  readSettingsFromAddress();
  const { picture } = frogsFit.store.getState();
  const knob = readFromAddress('sigma', sigmaSpec);
  const { seed, interval } = settings.getState();
  if (knob === picture.knob && seed === picture.seed && interval / 100 === picture.summary.probability) frogsFit.warm();
  else frogsFit.rest(knob);
  const partSettings = settings.subscribe((now, before) => {
    if (now.seed !== before.seed || now.interval !== before.interval) frogsFit.refresh();
  });
  const partAddress = frogsFit.store.subscribe((now) => {
    if (!now.moving) writeToAddress('sigma', now.knob, sigmaSpec);
  });
  return () => {
    partSettings();
    partAddress();
    frogsFit.stop();
  };
}
