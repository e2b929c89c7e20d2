// What can be taken along of the estimators that a figure shows.
import { estimatorKnobs, estimatorModel } from '../store/world-fit';
import { drawsOf } from '../store/shown-draws';
import type { ShownEstimator } from './estimators';
import type { TakenFit } from './TakeAway';

export function estimatorFits(estimators: readonly ShownEstimator[], rateTau: number): readonly TakenFit[] {
  return estimators.map(({ estimator, label, fit }) => ({
    label,
    model: estimatorModel(estimator).id,
    knobs: estimatorKnobs(estimator, rateTau),
    draws: drawsOf(fit),
  }));
}
