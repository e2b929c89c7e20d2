// The U-turn criterion against its definition, one dot product at a time.

import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/math/random';
import { joinPoints, joinSubtrees } from '../../src/sampler/u-turn';

type Vector = readonly number[];
const add = (a: Vector, b: Vector): Vector => a.map((x, i) => x + b[i]);
const total = (path: readonly Vector[]): Vector => path.reduce(add);
const dot = (a: Vector, b: Vector) => a.reduce((sum, x, i) => sum + x * b[i], 0);
const goesOn = (path: readonly Vector[]) =>
  dot(path[0], total(path)) > 0 && dot(path[path.length - 1], total(path)) > 0;

/** The criterion on momenta in order of time: the whole, and each half with the other's nearest point. */
const definition = (left: readonly Vector[], right: readonly Vector[]) => ({
  whole: goesOn([...left, ...right]),
  leftAcross: goesOn([...left, right[0]]),
  rightAcross: goesOn([left[left.length - 1], ...right]),
});

function join(left: readonly Vector[], right: readonly Vector[]) {
  const vectors = [left[0], left[left.length - 1], total(left), right[0], right[right.length - 1], total(right)];
  const n = left[0].length;
  const buffer = Float64Array.from(vectors.flat());
  const result = joinSubtrees(buffer, n, 0, n, 2 * n, 3 * n, 4 * n, 5 * n);
  return { result, sum: Array.from(buffer.subarray(2 * n, 3 * n)) };
}

/** Momenta that turn by these angles, in degrees. */
const turning = (...angles: number[]): Vector[] =>
  angles.map((angle) => [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]);

describe('joining subtrees', () => {
  it('agrees with the definition on random momenta', () => {
    const random = randomStream(12);
    const seen = { on: 0, whole: 0, leftAcross: 0, rightAcross: 0 };
    for (let trial = 0; trial < 3000; trial++) {
      const path = Array.from({ length: 8 }, () => [1 + 2 * random.normal(), random.normal(), random.normal()]);
      const [left, right] = [path.slice(0, 4), path.slice(4)];
      const { whole, leftAcross, rightAcross } = definition(left, right);
      const { result, sum } = join(left, right);
      expect(result).toBe(whole && leftAcross && rightAcross);
      total(path).forEach((x, i) => expect(sum[i]).toBeCloseTo(x, 12));
      if (result) seen.on++;
      if (!whole && leftAcross && rightAcross) seen.whole++;
      if (whole && !leftAcross && rightAcross) seen.leftAcross++;
      if (whole && leftAcross && !rightAcross) seen.rightAcross++;
    }
    // Each check decided alone in some trials, so that none could be dropped unseen.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
  });

  it('sees the full circle that the whole and the halves miss', () => {
    // Steps of 50 degrees: either half goes on and so does the whole, having come full circle.
    const left = turning(0, 50, 100, 150);
    const right = turning(200, 250, 300, 350);
    expect(goesOn([...left, ...right])).toBe(true);
    expect(goesOn(left) && goesOn(right)).toBe(true);
    expect(join(left, right).result).toBe(false);
  });

  it('goes on along a gentle curve', () => {
    expect(join(turning(0, 10, 20, 30), turning(40, 50, 60, 70)).result).toBe(true);
  });
});

it('joins two points', () => {
  const cases: readonly [Vector, Vector][] = [
    [
      [1, 0],
      [0.5, 1],
    ],
    [
      [1, 0],
      [-0.5, 0.1],
    ],
    [
      [1, 0],
      [-2, 0.1],
    ],
    [
      [1, 1],
      [-1, -1],
    ],
  ];
  for (const [a, b] of cases) {
    const buffer = Float64Array.of(...a, ...b, 0, 0);
    expect(joinPoints(buffer, 2, 0, 2, 4)).toBe(goesOn([a, b]));
    expect(Array.from(buffer.subarray(4))).toEqual(add(a, b));
  }
});
