import { expect, test } from 'vitest';
import { normalCdf } from '../../src/math/normal';
import { randomStream } from '../../src/math/random';
import { scheduleKey, threefry } from '../../src/math/threefry';
import { EDGE, HEIGHT, STRIP_AREA } from '../../src/math/ziggurat';

// Known answers distributed with Random123 (kat_vectors, threefry4x32 with 20 rounds): counter, key, result.
const KNOWN_ANSWERS = [
  ['00000000 00000000 00000000 00000000', '00000000 00000000 00000000 00000000', '9c6ca96a e17eae66 fc10ecd4 5256a7d8'],
  ['ffffffff ffffffff ffffffff ffffffff', 'ffffffff ffffffff ffffffff ffffffff', '2a881696 57012287 f6c7446e a16a6732'],
  ['243f6a88 85a308d3 13198a2e 03707344', 'a4093822 299f31d0 082efa98 ec4e6c89', '59cd1dbb b8879579 86b5d00c ac8b6d84'],
] as const;

const words = (text: string) => text.split(' ').map((word) => parseInt(word, 16));

test.each(KNOWN_ANSWERS)('threefry of counter %s under key %s', (counter, key, answer) => {
  const schedule = new Int32Array(10);
  const block = new Int32Array(6);
  const [k0, k1, k2, k3] = words(key);
  scheduleKey(schedule, k0, k1, k2, k3);
  const [c0, c1, c2, c3] = words(counter);
  threefry(block, 2, schedule, c0, c1, c2, c3);
  expect([...new Uint32Array(block.buffer)]).toEqual([0, 0, ...words(answer)]);
});

test('the strips of the ziggurat close at the top', () => {
  expect(Math.abs(HEIGHT[255] + STRIP_AREA / EDGE[255] - 1)).toBeLessThan(1e-14);
});

test('a stream depends on its seed and on every step of its path, and on nothing else', () => {
  const keys = [
    [0],
    [1],
    [2 ** 32],
    [2 ** 53 - 1],
    [0, 0],
    [0, 1],
    [0, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
    [1, 0],
    [0, 2 ** 32],
  ];
  const first = keys.map(([seed, ...path]) => randomStream(seed, ...path).uniform());
  expect(new Set(first).size).toBe(keys.length);
  const again = keys.map(([seed, ...path]) => randomStream(seed, ...path).uniform());
  expect(again).toEqual(first);
});

test('a seed that is not a non-negative safe integer is refused', () => {
  for (const seed of [-1, 0.5, NaN, 2 ** 53]) expect(() => randomStream(seed)).toThrow(RangeError);
  expect(() => randomStream(0, -1)).toThrow(RangeError);
});

/** Kolmogorov's statistic sqrt(n) D. It exceeds 2.6 with probability 2.7e-6, were the draws exactly as `cdf` says. */
function kolmogorov(draws: number[], cdf: (x: number) => number): number {
  const n = draws.length;
  const sorted = Float64Array.from(draws).sort();
  let distance = 0;
  sorted.forEach((x, i) => {
    distance = Math.max(distance, cdf(x) - i / n, (i + 1) / n - cdf(x));
  });
  return Math.sqrt(n) * distance;
}

const N = 200_000;
const take = (draw: () => number) => Array.from({ length: N }, draw);

// False alarm 2.7e-6 for each of the three, by Kolmogorov's asymptotic law 2 exp(-2 x^2).
test('uniform, normal and exponential draws follow their distribution functions', () => {
  const random = randomStream(7, 1);
  expect(
    kolmogorov(
      take(() => random.uniform()),
      (x) => x,
    ),
  ).toBeLessThan(2.6);
  expect(
    kolmogorov(
      take(() => random.normal()),
      normalCdf,
    ),
  ).toBeLessThan(2.6);
  expect(
    kolmogorov(
      take(() => random.exponential()),
      (x) => 1 - Math.exp(-x),
    ),
  ).toBeLessThan(2.6);
});

// Each z is standard normal up to 1/sqrt(n); |z| > 5 has probability 6e-7. Moments of Z^k from Gaussian integrals.
test('normal draws have the moments and tails of a standard normal', () => {
  const random = randomStream(11);
  const draws = take(() => random.normal());
  const z = (statistic: (x: number) => number, mean: number, variance: number) =>
    (draws.reduce((total, x) => total + statistic(x), 0) / N - mean) / Math.sqrt(variance / N);
  expect(Math.abs(z((x) => x, 0, 1))).toBeLessThan(5);
  expect(Math.abs(z((x) => x ** 2, 1, 2))).toBeLessThan(5);
  expect(Math.abs(z((x) => x ** 3, 0, 15))).toBeLessThan(5);
  expect(Math.abs(z((x) => x ** 4, 3, 96))).toBeLessThan(5);
  for (const cut of [1, 2, 3, 3.66]) {
    const p = 2 * normalCdf(-cut);
    expect(Math.abs(z((x) => (Math.abs(x) > cut ? 1 : 0), p, p * (1 - p)))).toBeLessThan(5);
  }
});

// Successive draws of one stream, and equal draws of two: correlations are N(0, 1/n); |z| > 5 has probability 6e-7.
test('streams and successive draws are uncorrelated', () => {
  const a = randomStream(3, 1);
  const b = randomStream(3, 2);
  let between = 0;
  let lagged = 0;
  let previous = a.normal();
  for (let i = 0; i < N; i++) {
    const x = a.normal();
    between += x * b.normal();
    lagged += x * previous;
    previous = x;
  }
  expect(Math.abs(between) / Math.sqrt(N)).toBeLessThan(5);
  expect(Math.abs(lagged) / Math.sqrt(N)).toBeLessThan(5);
});

// Chi-square on k - 1 degrees of freedom: above mean + 6 sd + 12 with probability below 1e-6 for k = 3, 10 and 1000.
test.each([1, 2, 3, 10, 1000, 3 * 2 ** 30, 3 * 2 ** 50])('integers below %d are equally likely', (below) => {
  const random = randomStream(5, below);
  const cells = below <= 1000 ? below : 3;
  const counts = new Float64Array(cells);
  for (let i = 0; i < N; i++) {
    const whole = random.integer(below);
    if (!Number.isInteger(whole) || whole < 0 || whole >= below) throw new Error(`${whole} is not below ${below}`);
    counts[Math.floor(whole / (below / cells))]++;
  }
  const chi2 = counts.reduce((total, count) => total + (count - N / cells) ** 2 / (N / cells), 0);
  expect(chi2).toBeLessThan(cells - 1 + 6 * Math.sqrt(2 * (cells - 1)) + 12 * Math.sign(cells - 1) + 1e-9);
});

test('the bits of a 32-bit word are fair', () => {
  const random = randomStream(13);
  const counts = new Float64Array(32);
  for (let i = 0; i < N; i++) {
    const word = random.uint32();
    for (let bit = 0; bit < 32; bit++) counts[bit] += (word >>> bit) & 1;
  }
  // 32 z-values; some |z| above 5.5 has probability 1.2e-6.
  for (const count of counts) expect(Math.abs(count - N / 2) / Math.sqrt(N / 4)).toBeLessThan(5.5);
});
