// The estimators of page 7, and Mundlak's machine.
import { mundlakFit } from '../store/mundlak-fit';
import { shown, threeEstimators } from './estimators';
import type { ShownEstimator } from './estimators';

export const fourEstimators: readonly ShownEstimator[] = [...threeEstimators, shown('mundlak', mundlakFit)];
