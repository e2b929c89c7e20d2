// The reed-frog fit at the best sigma of the score curve.
import built from 'virtual:prerendered/frogs-at-best';
import { derivePopulation } from '../engine/population';
import type { PopulationLines } from '../engine/population';
import type { KnobFit } from './knob-fit';
import { createLectureFit } from './lecture-fit';

/** Its knob is the sigma. */
export const bestFit: KnobFit<PopulationLines> = createLectureFit({
  model: 'frogs-fixed-sigma',
  built,
  knobs: (sigma) => ({ sigma }),
  derive: derivePopulation,
});
