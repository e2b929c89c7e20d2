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
