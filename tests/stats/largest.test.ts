import { expect, test } from 'vitest';
import { randomStream } from '../../src/math/random';
import { largestWithOrder } from '../../src/stats/largest';

/** By value, then by place. */
function sorted(values: Float64Array, count: number) {
  const order = Array.from(values.keys()).sort((a, b) => values[a] - values[b] || a - b);
  return order.slice(values.length - count);
}

test.each([1, 2, 7, 190, 999, 1000])('the %i largest of a thousand, with ties, in order', (count) => {
  const random = randomStream(5, count);
  for (const levels of [3, 40, 1e9]) {
    const values = Float64Array.from({ length: 1000 }, () => Math.floor(levels * random.uniform()) - levels / 2);
    const wanted = sorted(values, count);
    const found = largestWithOrder(values, count);
    expect([...found.order]).toEqual(wanted);
    expect([...found.values]).toEqual(wanted.map((place) => values[place]));
  }
});

test('infinities have their place', () => {
  const values = Float64Array.of(-Infinity, 3, -Infinity, Infinity, -1);
  expect([...largestWithOrder(values, 4).order]).toEqual([2, 4, 1, 3]);
});
