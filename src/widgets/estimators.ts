// The estimators as figures show them: what they are called and how they are drawn.
import type { Look } from '../charts/looks';
import { fixedFit, multilevelWorldFit, naiveFit } from '../store/confound-fits';
import type { Estimator, WorldFit } from '../store/world-fit';
import { estimatorLooks, estimatorNames } from './estimator-names';

export interface ShownEstimator {
  readonly estimator: Estimator;
  readonly label: string;
  readonly look: Look;
  readonly fit: WorldFit;
}

export function shown(estimator: Estimator, fit: WorldFit): ShownEstimator {
  return { estimator, label: estimatorNames[estimator], look: estimatorLooks[estimator], fit };
}

export const threeEstimators: readonly ShownEstimator[] = [
  shown('naive', naiveFit),
  shown('fixed', fixedFit),
  shown('multilevel', multilevelWorldFit),
];
