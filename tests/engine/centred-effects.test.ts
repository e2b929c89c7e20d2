import { expect, test } from 'vitest';
import { centredEffects } from '../../src/engine/centred-effects';
import { responseShares } from '../../src/engine/trolley';
import type { Block, Draws } from '../../src/engine/draws';

const block: Block = {
  variables: [
    { name: 'kappa', offset: 0, size: 2 },
    { name: 'beta', offset: 2, size: 3 },
  ],
  elements: ['kappa[1]', 'kappa[2]', 'beta[1]', 'beta[2]', 'beta[3]'],
  chains: [Float64Array.of(-1, 1, 1, 2, 6, -1, 1, 0, 0, 3), Float64Array.of(0, 0.5, -1, 0, 1)],
};
const draws: Draws = {
  parameters: block,
  deterministics: { variables: [], elements: [], chains: [] },
  statistics: [],
};

test('effects are relative to the mean of the members in the same draw, by hand', () => {
  const { mean, lower, upper } = centredEffects(block, 'beta', 0.89);
  // Draws of beta minus their mean: (-2, -1, 3), (-1, -1, 2), (-1, 0, 1).
  expect([...mean]).toEqual([-4 / 3, -2 / 3, 2]);
  expect([...lower]).toEqual([-2, -1, 1]);
  expect([...upper]).toEqual([-1, 0, 3]);
});

test('a shift of the shared location leaves them alone', () => {
  const shifted = { ...block, chains: block.chains.map((chain) => chain.map((x, k) => (k % 5 < 2 ? x : x + 100))) };
  const [a, b] = [block, shifted].map((one) => centredEffects(one, 'beta', 0.5));
  expect([...b.mean].map((x) => Math.round(x * 1e9))).toEqual([...a.mean].map((x) => Math.round(x * 1e9)));
});

test('expected shares of responses: cumulative logits at each draw, averaged', () => {
  const inv = (x: number): number => 1 / (1 + Math.exp(-x));
  const atMost1 = (inv(-1 - 2) + inv(-1 - 0) + inv(0 - 0)) / 3;
  const atMost2 = (inv(1 - 2) + inv(1 - 0) + inv(0.5 - 0)) / 3;
  const shares = responseShares(draws, 2);
  const wanted = [atMost1, atMost2 - atMost1, 1 - atMost2];
  shares.forEach((share, k) => expect(share).toBeCloseTo(wanted[k], 14));
  expect(shares).toHaveLength(3);
});
