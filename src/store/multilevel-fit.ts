// The reed frogs with a learned sigma: one fit for all figures that show it.
import built from 'virtual:prerendered/frogs-multilevel';
import { deriveMultilevel } from '../engine/multilevel';
import { createLectureFit } from './lecture-fit';

export type { MultilevelLines } from '../engine/multilevel';

export const multilevelFit = createLectureFit({
  model: 'frogs-multilevel',
  built,
  knobs: () => ({}),
  derive: deriveMultilevel,
});
