// Lines cut at a window's edge.
import { expect, it } from 'vitest';
import { clipLine } from '../../src/charts/clip-line';

const window = { x: [0, 10], y: [0, 4] } as const;
const line = (...places: readonly (readonly [number, number])[]) => places.map(([x, y]) => ({ x, y }));

it('a line inside is left as it is', () => {
  const inside = line([1, 1], [2, 3], [9, 4]);
  expect(clipLine(inside, window)).toEqual([inside]);
});

it('a line that leaves and comes back is two', () => {
  expect(clipLine(line([1, 1], [1, 7], [5, 7], [5, 1]), window)).toEqual([line([1, 1], [1, 4]), line([5, 4], [5, 1])]);
});

it('a segment across is cut on both sides, one beside or along is not drawn', () => {
  expect(clipLine(line([-5, -1], [15, 5]), window)).toEqual([line([0, 0.5], [10, 3.5])]);
  expect(clipLine(line([-1, 0], [-1, 3]), window)).toEqual([]);
  expect(clipLine(line([11, 5], [12, 9]), window)).toEqual([]);
});

it('a place that is nowhere ends the line', () => {
  expect(clipLine(line([1, 1], [2, 2], [NaN, 1], [3, 3], [4, 3]), window)).toEqual([
    line([1, 1], [2, 2]),
    line([3, 3], [4, 3]),
  ]);
});
