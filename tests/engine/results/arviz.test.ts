// The JSON for ArviZ has the layout that from_dict documents: groups of variables, each nested [chain][draw] and then its own shape.
import { expect, test } from 'vitest';
import { createLocalPool } from '../../../src/engine/local';
import type { RunKey } from '../../../src/engine/key';
import { arvizParts } from '../../../src/engine/results/arviz';
import { finishRun } from '../../../src/engine/run';
import type { RunResult } from '../../../src/engine/run';
import { keyOf } from '../run-model';

const base = keyOf({ model: 'frogs-multilevel', seed: 4, settings: { warmup: 60, draws: 30 } });
const key: RunKey = {
  ...base,
  chains: 2,
  source: {
    text: 'y[i] ~ Normal(b[g[i], h[i]] + a, 1)\nb[g, h] ~ Normal(0, 1)\na ~ Normal(0, 1)\n',
    roles: { observed: ['y'], data: ['g', 'h'], knobs: [] },
    data: { y: [0.1, -0.4, 1.2, 0.3, 2, -1], g: [1, 1, 1, 2, 2, 2], h: [1, 2, 3, 1, 2, 3] },
    noncentered: [],
  },
};

async function run(): Promise<RunResult> {
  const ended = await finishRun(createLocalPool(), key, { deterministics: true, probability: 0.89 });
  if (ended.kind !== 'done') throw new Error(JSON.stringify(ended));
  return ended.result;
}

/** Lengths along each axis; an array whose parts differ in shape has none. */
function shapeOf(value: unknown): readonly number[] | null {
  if (!Array.isArray(value)) return [];
  const parts = value.map((part) => JSON.stringify(shapeOf(part)));
  if (new Set(parts).size > 1) return null;
  return [value.length, ...(value.length === 0 ? [] : (shapeOf(value[0]) ?? []))];
}

test('groups, names and shapes', async () => {
  const { draws } = await run();
  const groups: unknown = JSON.parse([...arvizParts(draws, key.source)].join(''));
  const shapes = JSON.stringify(groups, (_name, value: unknown) =>
    Array.isArray(value) ? JSON.stringify(shapeOf(value)) : value,
  );
  expect(JSON.parse(shapes)).toEqual({
    posterior: { b: '[2,30,2,3]', a: '[2,30]' },
    sample_stats: {
      acceptance_rate: '[2,30]',
      step_size: '[2,30]',
      tree_depth: '[2,30]',
      n_steps: '[2,30]',
      energy: '[2,30]',
      diverging: '[2,30]',
    },
    observed_data: { y: '[6]' },
  });
});

test('every number stands where its index says, to the last bit; divergences are booleans', async () => {
  const { draws } = await run();
  const groups: {
    readonly posterior: { readonly b: readonly number[][][][] };
    readonly sample_stats: { readonly diverging: readonly (readonly unknown[])[] };
    readonly observed_data: { readonly y: readonly number[] };
  } = JSON.parse([...arvizParts(draws, key.source)].join(''));
  const { elements, chains } = draws.parameters;
  for (const chain of [0, 1])
    for (const draw of [0, 17, 29])
      for (const g of [1, 2])
        for (const h of [1, 2, 3])
          expect(groups.posterior.b[chain][draw][g - 1][h - 1]).toBe(
            chains[chain][draw * elements.length + elements.indexOf(`b[${g},${h}]`)],
          );
  expect(groups.sample_stats.diverging.flat().every((one) => typeof one === 'boolean')).toBe(true);
  expect(groups.observed_data.y).toEqual([0.1, -0.4, 1.2, 0.3, 2, -1]);
});

test('a number that is none is written as Python reads it', async () => {
  const { draws } = await run();
  const chains = draws.parameters.chains.map((chain) => chain.slice());
  chains[0][0] = Number.NaN;
  chains[0][1] = -Infinity;
  const text = [...arvizParts({ ...draws, parameters: { ...draws.parameters, chains } }, key.source)].join('');
  expect(text.startsWith('{"posterior":{"b":[[[[NaN,-Infinity,')).toBe(true);
});

test('a part is short, however many draws there are', () => {
  const width = 100;
  const draws = 1000;
  const block = {
    variables: [{ name: 'a', offset: 0, size: width }],
    elements: Array.from({ length: width }, (_, k) => `a[${k + 1}]`),
    chains: Array.from({ length: 4 }, () => new Float64Array(draws * width).fill(1 / 3)),
  };
  const none = { variables: [], elements: [], chains: block.chains.map(() => new Float64Array(0)) };
  const statistics = block.chains.map(() => new Float64Array(draws * 6));
  const parts = [...arvizParts({ parameters: block, deterministics: none, statistics }, key.source)];
  expect(parts.length).toBeGreaterThan(20);
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(500_000);
});
