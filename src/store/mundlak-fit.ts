// The estimator with which page 8 begins: Mundlak's machine.
import built from 'virtual:prerendered/mundlak';
import { createWorldFit } from './world-fit';
import type { WorldFit } from './world-fit';

export const mundlakFit: WorldFit = createWorldFit('mundlak', built);
