// How many rows have a Pareto k for which importance sampling cannot be relied on.
import type { UnitScores } from '../../../store/lab/results/scores';

/** A k that cannot be told counts as too large. */
export function rowsAbove({ loo, counts, threshold }: UnitScores): number {
  return loo.units.reduce(
    (total, { pareto_k }, unit) => total + ((pareto_k ?? Infinity) > threshold ? counts[unit] : 0),
    0,
  );
}
