// Rows of the charts that hold one number of each tank against another.
import type { Row } from './definition';

/** `before` and `after`: one number a tank, under the model without and with predators. */
export function identityRows(
  predators: readonly boolean[],
  before: readonly number[],
  after: readonly number[],
): readonly Row[] {
  return predators.map((flag, tank) => ({
    tank: tank + 1,
    predators: flag,
    before: before[tank],
    after: after[tank],
  }));
}
