// The estimator with which page 8 ends: the latent machine.
import built from 'virtual:prerendered/mundlak-latent';
import { createWorldFit } from './world-fit';
import type { WorldFit } from './world-fit';

export const latentFit: WorldFit = createWorldFit('latent', built);
