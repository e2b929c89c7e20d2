// All five: those of page 7, Mundlak's machine, and the latent one.
import { latentFit } from '../store/latent-fit';
import { shown } from './estimators';
import type { ShownEstimator } from './estimators';
import { fourEstimators } from './four-estimators';

export const fiveEstimators: readonly ShownEstimator[] = [...fourEstimators, shown('latent', latentFit)];
