// The five models of a world's data, each as something to sample.
import { mean } from '../../math/arrays';
import { indexColumn } from '../../lang/data';
import type { Column, DataSet } from '../../lang/data';
import { lectureModels } from '../../models';
import type { LectureModel } from '../../models';
import type { ModelSource } from '../key';
import type { Observations } from './world';

export const estimators = ['naive', 'fixed', 'multilevel', 'mundlak', 'latent'] as const;
export type Estimator = (typeof estimators)[number];

/** The causal effects that every estimator has an estimate of. */
export const estimands = ['bXY', 'bZY'] as const;
export type Estimand = (typeof estimands)[number];

export function estimatorModel(estimator: Estimator): LectureModel {
  const model = lectureModels.get(`mundlak-${estimator}`);
  if (model === undefined) throw new Error(`there is no model mundlak-${estimator}`);
  return model;
}

/** The knobs of an estimator: tau's rate, where it has a tau. */
export function estimatorKnobs(estimator: Estimator, rateTau: number): Readonly<Record<string, number>> {
  return estimatorModel(estimator).roles.knobs.length === 0 ? {} : { rate_tau: rateTau };
}

export function worldSource(estimator: Estimator, seen: Observations): ModelSource {
  const { text, roles, columns } = estimatorModel(estimator);
  const own = observedColumns(seen);
  const data = Object.fromEntries(Object.keys(columns).map((name): [string, Column] => [name, own[name]]));
  return { text, roles, data, noncentered: [] };
}

function observedColumns(seen: Observations): DataSet {
  const { groups, group, Z, X, Y } = seen;
  return { Y, X, Z, G: indexColumn(group, groups), Xbar: groupMeansOfX(seen) };
}

/**
 * The mean of X in each group. No row reads that of a group without members, so no posterior depends on what stands there: the mean of
 * all individuals, which is a number. Such a group keeps its parameters, known from the population alone.
 */
export function groupMeansOfX({ groups, group, X }: Observations): number[] {
  const overall = mean(X);
  return Array.from({ length: groups }, (_, g) => {
    const own = X.filter((_x, i) => group[i] === g + 1);
    return own.length === 0 ? overall : mean(own);
  });
}
