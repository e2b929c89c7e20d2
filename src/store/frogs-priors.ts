// The knobs of the model frogs-priors, for the sliders that move them.
import { lectureModels } from '../models';

export interface PriorKnob {
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
}

export function frogsPriors(name: string): PriorKnob {
  const knob = lectureModels.get('frogs-priors')?.roles.knobs.find((one) => one.name === name);
  if (knob === undefined) throw new Error(`the model frogs-priors has no knob ${name}`);
  return knob;
}
