import { expect, test } from 'vitest';
import { addCounts, histogramRows, memberRows, summarizeResponses } from '../../src/charts/response-rows';

/** R's type 7, from the responses written out. */
function quantile(counts: readonly number[], probability: number): number {
  const all = counts.flatMap((count, k) => Array.from({ length: count }, () => k + 1));
  const at = probability * (all.length - 1);
  const low = all[Math.floor(at)];
  return low + (at - Math.floor(at)) * (all[Math.min(Math.floor(at) + 1, all.length - 1)] - low);
}

test.each([[[0, 0, 3, 1, 0, 2, 9]], [[1, 0, 0, 0, 0, 0, 1]], [[0, 0, 0, 0, 0, 0, 30]], [[4, 4, 4, 4, 4, 4, 4]]])(
  'mean and quartiles of %j',
  (counts) => {
    const { mean, lower, upper } = summarizeResponses(counts);
    const n = counts.reduce((a, b) => a + b, 0);
    expect(mean).toBeCloseTo(counts.reduce((a, b, k) => a + b * (k + 1), 0) / n, 12);
    expect(lower).toBe(quantile(counts, 0.25));
    expect(upper).toBe(quantile(counts, 0.75));
  },
);

test('members stand side by side in the order given', () => {
  const rows = memberRows([
    { key: 'b', label: 'b', counts: [1, 0] },
    { key: 'a', label: 'a', counts: [0, 1] },
  ]);
  expect(rows.map(({ member, slot, mean }) => [member, slot, mean])).toEqual([
    ['b', 1, 1],
    ['a', 2, 2],
  ]);
});

test('shares of one beside those of all', () => {
  const all = addCounts([
    [1, 3],
    [2, 2],
  ]);
  expect(all).toEqual([3, 5]);
  expect(histogramRows([1, 3], all)).toEqual([
    { response: 1, share: 0.25, everyone: 0.375 },
    { response: 2, share: 0.75, everyone: 0.625 },
  ]);
});
