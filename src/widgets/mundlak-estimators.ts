// The estimators of page 8: the three before, then Mundlak's machine, then the latent one.
import { latentFit, mundlakFit } from '../store/mundlak-fits';
import { shown, threeEstimators } from './estimators';
import type { ShownEstimator } from './estimators';

export const fourEstimators: readonly ShownEstimator[] = [...threeEstimators, shown('mundlak', mundlakFit)];
export const fiveEstimators: readonly ShownEstimator[] = [...fourEstimators, shown('latent', latentFit)];
