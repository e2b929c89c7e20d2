// The three estimators that page 7 compares.
import built from 'virtual:prerendered/confounds';
import { createWorldFit } from './world-fit';
import type { WorldFit } from './world-fit';

export const naiveFit: WorldFit = createWorldFit('naive', built.naive);
export const fixedFit: WorldFit = createWorldFit('fixed', built.fixed);
export const multilevelWorldFit: WorldFit = createWorldFit('multilevel', built.multilevel);
