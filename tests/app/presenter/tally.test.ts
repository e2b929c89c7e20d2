// Hands counted: never below nothing, and every number has its stretch.
import { expect, test } from 'vitest';
import { counted, shares, stretchesOf, stretchName, stretchOf } from '../../../src/app/presenter/tally';

test('one hand more, one fewer, none below zero, none beyond the answers', () => {
  expect(counted([0, 2], 1, 1)).toEqual([0, 3]);
  expect(counted([0, 2], 0, -1)).toEqual([0, 2]);
  expect(counted([0, 2], 7, 1)).toEqual([0, 2]);
});

test('bars are shares of the longest', () => {
  expect(shares([0, 0])).toEqual([0, 0]);
  expect(shares([1, 4, 2])).toEqual([0.25, 1, 0.5]);
});

test('stretches meet, cover the slider, and end on its steps', () => {
  for (const [minimum, maximum, step] of [
    [0, 48, 1],
    [0, 100, 1],
    [0.05, 1.2, 0.01],
    [0, 2, 0.05],
    [1, 3, 1],
    [1, 100, 1],
  ]) {
    const all = stretchesOf(minimum, maximum, step);
    expect(all[0].from).toBe(minimum);
    expect(all[all.length - 1].to).toBe(maximum);
    all.slice(1).forEach(({ from }, k) => expect(from).toBe(all[k].to));
    for (const { to } of all)
      expect(Math.abs((to - minimum) / step - Math.round((to - minimum) / step))).toBeLessThan(1e-6);
  }
  expect(stretchesOf(1, 3, 1)).toHaveLength(2);
});

test('a long way is cut by factors: each stretch ends as many times farther out', () => {
  expect(stretchesOf(1, 100, 1).map(({ to }) => to)).toEqual([3, 6, 16, 40, 100]);
});

test('no number is in two stretches by their names', () => {
  const names = (minimum: number, maximum: number, step: number): readonly string[] => {
    const all = stretchesOf(minimum, maximum, step);
    return all.map((one, k) => stretchName(one, step, k === all.length - 1));
  };
  expect(names(0, 48, 1)).toEqual(['0 to 9', '10 to 18', '19 to 28', '29 to 37', '38 to 48']);
  expect(names(0, 2, 0.05)).toEqual(['0 to 0.35', '0.4 to 0.75', '0.8 to 1.15', '1.2 to 1.55', '1.6 to 2']);
  expect(names(1, 3, 1)).toEqual(['1', '2 to 3']);
});

test('a number on an edge belongs above, the last to the last', () => {
  const all = stretchesOf(0, 100, 1);
  expect(all.map((_, k) => stretchOf(all, 20 * k))).toEqual([0, 1, 2, 3, 4]);
  expect(stretchOf(all, 100)).toBe(4);
  expect(stretchOf(all, 19.9)).toBe(0);
});
