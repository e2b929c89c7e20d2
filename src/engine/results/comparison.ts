// Fits compared row by row on what they score alike, in a worker: rows that no fit tells apart count as one.
import { compare } from '../../stats/compare';
import type { Compared } from '../../stats/compare';
import type { InquiryPlan } from '../inquiry';
import type { UnitScores } from '../scores/loo';

export interface ScoredFit {
  readonly name: string;
  /** Expected log predictive density of a row of each unit. */
  readonly elpd: Float64Array;
  /** The unit of each row; all fits have the same rows in the same order. */
  readonly unitOfRow: Int32Array;
}

export interface CompareQuestion {
  readonly kind: 'compare';
  readonly fits: readonly ScoredFit[];
}

export function scoredFit(name: string, { loo, unitOfRow }: UnitScores): ScoredFit {
  return { name, elpd: Float64Array.from(loo.units, ({ elpd_loo }) => elpd_loo), unitOfRow };
}

/** Best first. The fits must have the same number of rows. */
export function compareFits({ fits }: CompareQuestion): readonly Compared[] {
  const rows = fits[0]?.unitOfRow.length ?? 0;
  const places = new Map<string, number>();
  const first: number[] = [];
  const counts: number[] = [];
  for (let row = 0; row < rows; row++) {
    const key = fits.map(({ unitOfRow }) => unitOfRow[row]).join(' ');
    const known = places.get(key);
    if (known === undefined) {
      places.set(key, first.length);
      first.push(row);
      counts.push(1);
    } else counts[known]++;
  }
  return compare(
    fits.map(({ name, elpd, unitOfRow }) => ({
      name,
      elpd: Float64Array.from(first, (row) => elpd[unitOfRow[row]]),
    })),
    counts,
  );
}

export function comparisonPlan(fits: readonly ScoredFit[]): InquiryPlan<readonly Compared[]> {
  return {
    source: null,
    questions: [() => ({ kind: 'compare', fits })],
    conclude: ([answer]) => {
      if (answer.kind !== 'compared') throw new Error(`an answer of kind ${answer.kind} to a comparison`);
      return answer.compared;
    },
  };
}
