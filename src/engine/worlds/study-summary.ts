// What the worlds of a study say of each estimator: bias, error and coverage, each with its own Monte Carlo error.
import { mean, variance } from '../../math/arrays';
import type { Estimator } from './estimators';
import type { Estimate, WorldFits } from './fit-world';

/** A number and its Monte Carlo standard error; the error is null for fewer than two worlds. */
export interface Measured {
  readonly value: number;
  readonly error: number | null;
}

export interface Performance {
  readonly estimator: Estimator;
  readonly parameter: string;
  readonly worlds: number;
  /** Mean of posterior mean minus truth. */
  readonly bias: Measured;
  /** Root mean square of the same. */
  readonly rmse: Measured;
  /** Share of worlds whose equal-tailed interval holds the truth. */
  readonly coverage50: Measured;
  readonly coverage89: Measured;
}

/** One entry for each estimator and each parameter that it has an estimate of, in the order of the fits. */
export function studySummary(worlds: readonly WorldFits[]): Performance[] {
  const cells = new Map<string, { readonly estimator: Estimator; readonly estimates: Estimate[] }>();
  for (const { fits } of worlds) {
    for (const fit of fits) {
      if (fit.kind === 'failed') continue;
      for (const estimate of fit.estimates) {
        const key = `${fit.estimator} ${estimate.name}`;
        const cell = cells.get(key) ?? { estimator: fit.estimator, estimates: [] };
        cell.estimates.push(estimate);
        cells.set(key, cell);
      }
    }
  }
  return [...cells.values()].map(({ estimator, estimates }) => performanceOf(estimator, estimates));
}

function performanceOf(estimator: Estimator, estimates: readonly Estimate[]): Performance {
  const errors = estimates.map((estimate) => estimate.mean - estimate.truth);
  const squares = errors.map((error) => error * error);
  const rmse = Math.sqrt(mean(squares));
  const squareError = standardError(squares);
  return {
    estimator,
    parameter: estimates[0].name,
    worlds: estimates.length,
    bias: { value: mean(errors), error: standardError(errors) },
    // The root's slope is 1 / (2 root).
    rmse: { value: rmse, error: squareError === null ? null : rmse === 0 ? 0 : squareError / (2 * rmse) },
    coverage50: shareOf(estimates.map(({ truth, interval50 }) => holds(interval50, truth))),
    coverage89: shareOf(estimates.map(({ truth, interval89 }) => holds(interval89, truth))),
  };
}

function holds([from, to]: readonly [number, number], truth: number): boolean {
  return from <= truth && truth <= to;
}

function standardError(values: readonly number[]): number | null {
  return values.length < 2 ? null : Math.sqrt(variance(values) / values.length);
}

/** The error of a share that is 0 or 1 is not 0: two worlds of each kind are added for it (Agresti & Coull 1998). */
function shareOf(hits: readonly boolean[]): Measured {
  const count = hits.filter(Boolean).length;
  const total = hits.length;
  const steady = (count + 2) / (total + 4);
  return { value: count / total, error: total < 2 ? null : Math.sqrt((steady * (1 - steady)) / (total + 4)) };
}
