// The two estimators that page 8 adds.
import built from 'virtual:prerendered/mundlak';
import { createWorldFit } from './world-fit';
import type { WorldFit } from './world-fit';

export const mundlakFit: WorldFit = createWorldFit('mundlak', built.mundlak);
export const latentFit: WorldFit = createWorldFit('latent', built.latent);
