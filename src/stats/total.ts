// A total over observations with its standard error, from one value per observation.

export interface Total {
  readonly total: number;
  /** sqrt(n) times the standard deviation of the values; NaN of fewer than two observations. */
  readonly se: number;
}

/** Sum of `values`, each standing for `counts[i]` observations (one by default), and its standard error over observations. */
export function weightedTotal(values: ArrayLike<number>, counts?: ArrayLike<number>): Total {
  let n = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const count = counts === undefined ? 1 : counts[i];
    n += count;
    total += count * values[i];
  }
  const mean = total / n;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const count = counts === undefined ? 1 : counts[i];
    squares += count * (values[i] - mean) * (values[i] - mean);
  }
  return { total, se: n < 2 ? NaN : Math.sqrt((n * squares) / (n - 1)) };
}

/** Totals of an information criterion, which is -2 times the expected log predictive density. */
export interface CriterionTotals {
  readonly elpd: Total;
  /** Effective number of parameters. */
  readonly p: Total;
  readonly criterion: Total;
}

/** Totals over units by what `read` finds in each; `counts[i]` is how many observations unit i stands for (one by default). */
export function criterionTotals<U>(
  units: readonly U[],
  read: { readonly elpd: (unit: U) => number; readonly p: (unit: U) => number },
  counts?: ArrayLike<number>,
): CriterionTotals {
  const elpd = weightedTotal(units.map(read.elpd), counts);
  const p = weightedTotal(units.map(read.p), counts);
  return { elpd, p, criterion: { total: -2 * elpd.total, se: 2 * elpd.se } };
}
