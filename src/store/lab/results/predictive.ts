// Data simulated from a fit beside the data that it was made from.
import { useCallback } from 'react';
import { outcomeOf } from '../../../engine/results/outcome';
import type { Outcome } from '../../../engine/results/outcome';
import { predictiveViewPlan } from '../../../engine/results/predictive-view';
import type { PredictiveView } from '../../../engine/results/predictive-view';
import type { LabFit } from '../fits';
import { createAnswers, useAnswer } from './answers';
import type { Inquiry } from './answers';

export type { Outcome } from '../../../engine/results/outcome';
export type { PredictiveView } from '../../../engine/results/predictive-view';

const views = createAnswers<PredictiveView>();
const outcomes = new WeakMap<LabFit, Map<string, Outcome | null>>();

/** What is known of an observed variable from the text and the data. */
export function observedOf(fit: LabFit, name: string): Outcome | null {
  const own = outcomes.get(fit) ?? new Map<string, Outcome | null>();
  outcomes.set(fit, own);
  const known = own.get(name);
  if (known !== undefined) return known;
  const outcome = outcomeOf(fit.runKey.source, name);
  own.set(name, outcome);
  return outcome;
}

export function usePredictiveView(fit: LabFit, name: string): Inquiry<PredictiveView> | null {
  const plan = useCallback(() => {
    const { runKey, result } = fit;
    const rows = observedOf(fit, name)?.values.length ?? 0;
    return predictiveViewPlan(runKey, result.draws.parameters, name, rows, result.summary.probability);
  }, [fit, name]);
  return useAnswer(views, fit, name, plan);
}
