// What a study's numbers are called and how they are written.
import { formatFixed } from '../store/format';
import type { Measured, Performance } from '../store/study';

export function withSign({ value, error }: Measured): string {
  return `${formatFixed(value, 2)}${error === null ? '' : ` ± ${formatFixed(error, 2)}`}`;
}

/** The estimator of the smallest error, and those that two standard errors cannot tell from it. */
export function best(rows: readonly Performance[], parameter: string): readonly Performance[] {
  const own = rows.filter((row) => row.parameter === parameter);
  const least = own.reduce((a, b) => (b.rmse.value < a.rmse.value ? b : a));
  return own.filter(({ rmse }) => {
    const error = Math.sqrt((rmse.error ?? Infinity) ** 2 + (least.rmse.error ?? Infinity) ** 2);
    return rmse.value - least.rmse.value <= 2 * error;
  });
}
