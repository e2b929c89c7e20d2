// What is too tall for a screen is divided, and nothing is lost or said twice.
import { expect, test } from 'vitest';
import { partsOf } from '../../../src/app/presenter/parts';
import type { Unit } from '../../../src/app/presenter/parts';

/** Units of the given heights, 10 apart; a negative height is a heading's. */
function stack(...heights: readonly number[]): readonly Unit[] {
  let top = 0;
  return heights.map((height) => {
    const unit = { top, bottom: top + Math.abs(height), opens: height < 0 };
    top = unit.bottom + 10;
    return unit;
  });
}

test('all on one screen where there is room, to the last pixel', () => {
  expect(partsOf(stack(40, 50), 100)).toEqual([[0, 1]]);
  expect(partsOf(stack(40, 50), 99)).toEqual([[0], [1]]);
});

test('a heading goes on to the screen of what it opens', () => {
  expect(partsOf(stack(50, -20, 60), 100)).toEqual([[0], [1, 2]]);
  expect(partsOf(stack(50, -10, -10, 60), 100)).toEqual([[0], [1, 2, 3]]);
});

test('what is taller than a screen stands alone', () => {
  expect(partsOf(stack(30, 300, 30, 30), 100)).toEqual([[0], [1], [2, 3]]);
  expect(partsOf([], 100)).toEqual([[]]);
});
