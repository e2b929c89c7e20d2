// How many rows have a Pareto k for which importance sampling cannot be relied on.
import { doubtfulUnits } from '../../../store/lab/results/scores';
import type { UnitScores } from '../../../store/lab/results/scores';

export function rowsAbove(scores: UnitScores): number {
  return doubtfulUnits(scores).reduce((total, unit) => total + scores.counts[unit], 0);
}
