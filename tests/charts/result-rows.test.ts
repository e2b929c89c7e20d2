// Rows of the lab's results: what is left out of a drawing never hides an extreme, a divergence or a doubtful k.
import { expect, test } from 'vitest';
import { forestData, forestSignals } from '../../src/charts/forest-rows';
import { marginalData } from '../../src/charts/marginal-rows';
import { pairRows } from '../../src/charts/pairs-rows';
import { paretoPoints } from '../../src/charts/pareto-points-rows';
import { countData } from '../../src/charts/predictive-rows';
import { rankRows } from '../../src/charts/rank-rows';
import { traceData } from '../../src/charts/trace-rows';

const wave = (length: number) => Float64Array.from({ length }, (_, k) => Math.sin(k / 3) + k / length);

test('a long trace keeps its highest and lowest draw, and the order of draws', () => {
  const chain = wave(10_000);
  chain[4321] = 50;
  chain[77] = -50;
  const { lines } = traceData([chain, wave(10_000)], []);
  const first = lines.filter((row) => row.chain === 1);
  expect(first.length).toBeLessThanOrEqual(500);
  expect(first.find((row) => row.value === 50)?.draw).toBe(4322);
  expect(first.find((row) => row.value === -50)?.draw).toBe(78);
  const draws = first.map((row) => Number(row.draw));
  expect(draws).toEqual(draws.toSorted((a, b) => a - b));
});

test('a short trace is whole, and its divergences have ticks', () => {
  const { lines, broke } = traceData([wave(300)], [Float64Array.from({ length: 300 }, (_, k) => (k === 12 ? 1 : 0))]);
  expect(lines).toHaveLength(300);
  expect(broke).toEqual([{ draw: 13 }]);
});

test('pairs keep every divergence and say how many draws are drawn', () => {
  const x = { title: 'x', chains: [wave(4000)], logarithmic: false };
  const y = { title: 'y', chains: [wave(4000).map((value) => Math.exp(value))], logarithmic: true };
  const diverging = [Float64Array.from({ length: 4000 }, (_, k) => (k % 400 === 7 ? 1 : 0))];
  const { data, drawn, broken, correlation, signals } = pairRows(x, y, diverging);
  expect(data.broke).toHaveLength(10);
  expect(broken).toBe(10);
  expect(data.draws).toHaveLength(drawn);
  expect(drawn).toBe(1500);
  expect(signals.yTitle).toBe('log y');
  // The logarithm of the exponential is the same number again.
  expect(correlation).toBeCloseTo(1, 10);
});

test('every doubtful k is drawn before any other', () => {
  const units = Array.from({ length: 5000 }, (_, k) => ({ row: k + 1, k: k % 50 === 0 ? 0.9 : 0.1 }));
  const { data, leftOut } = paretoPoints([...units, { row: 5001, k: null }], 0.7);
  expect(data.points.filter((row) => row.above === true)).toHaveLength(101);
  expect(leftOut).toBe(5001 - 101 - 1200);
});

test('a forest’s axis holds the intervals of all pages, names are cut to their room', () => {
  const row = (label: string, mean: number) => ({
    label,
    mean,
    mcse: 0.001,
    lower: mean - 1,
    upper: mean + 1,
    innerLower: mean - 0.5,
    innerUpper: mean + 0.5,
    truth: null,
  });
  const { from, to } = forestSignals([row('a', 0), row('b', 9)], 'mean');
  expect(Number(from)).toBeLessThan(-1);
  expect(Number(to)).toBeGreaterThan(10);
  const { rows } = forestData([row('alpha[a very long name of a member indeed]', 0.5)]);
  expect(String(rows[0].label)).toHaveLength(26);
  expect(String(rows[0].short)).toHaveLength(14);
  expect(rows[0].value).toBe('0.50');
});

test('curves of the whole and of the chains share one scale of height', () => {
  const curve = (height: number) => ({ x: [0, 1], density: [0, height] });
  const data = marginalData({
    title: 'a',
    whole: curve(2),
    chains: [curve(4), null],
    mean: 0,
    lower: -1,
    upper: 1,
    truth: 0.3,
  });
  expect(data.whole.at(-1)?.height).toBe(0.5);
  expect(data.chains.map((row) => [row.chain, row.height])).toEqual([
    [1, 0],
    [1, 1],
  ]);
  expect(data.truth).toEqual([{ truth: 0.3 }]);
});

test('bins of whole numbers stand about their number', () => {
  const none = [0, 0];
  const { bins } = countData({ edges: [3, 4, 5], observed: [2, 1], middle: none, lower: none, upper: none }, true);
  expect(bins[0]).toMatchObject({ start: 2.5, end: 3.5, centre: 3, observed: 2 });
});

test('ranks of the later chains have their own numbers', () => {
  const histograms = Array.from({ length: 6 }, (_, c) => [10 + c, 10 - c]);
  const { chains, ranks } = rankRows(histograms, { first: 4, most: 4 });
  expect(chains.map(({ label }) => label)).toEqual(['chain 5', 'chain 6']);
  expect(ranks).toHaveLength(4);
});
