// Contours of densities whose contours are known.
import { describe, expect, it } from 'vitest';
import { contourLines, enclosingLevels } from '../../src/stats/contours';
import type { HeightGrid } from '../../src/stats/contours';

const places = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));

function gridOf(x: readonly number[], y: readonly number[], height: (x: number, y: number) => number): HeightGrid {
  return { x, y, values: y.flatMap((b) => x.map((a) => height(a, b))) };
}

/** A normal with standard deviations 2 and 0.5. */
const normal = gridOf(places(-10, 10, 201), places(-2.5, 2.5, 181), (a, b) => -0.5 * ((a / 2) ** 2 + (b / 0.5) ** 2));

describe('a normal density', () => {
  it('has the levels of its chi-squared', () => {
    const shares = [0.1, 0.5, 0.95];
    // -level is exponential with rate 1: half a chi-squared with two degrees of freedom.
    enclosingLevels(normal, shares).forEach((level, k) => expect(-level).toBeCloseTo(-Math.log(1 - shares[k]), 1));
  });

  it('has the same levels on a grid of unequal cells', () => {
    const bent = places(-1, 1, 301).map((u) => 10 * u ** 3);
    const uneven = gridOf(bent, places(-2.5, 2.5, 181), (a, b) => -0.5 * ((a / 2) ** 2 + (b / 0.5) ** 2));
    expect(-enclosingLevels(uneven, [0.5])[0]).toBeCloseTo(Math.log(2), 1);
  });

  it('has ellipses for contours, closed and in order', () => {
    const lines = contourLines(normal, -1);
    expect(lines).toHaveLength(1);
    const [line] = lines;
    expect(line[0]).toEqual(line[line.length - 1]);
    for (const [a, b] of line) expect((a / 2) ** 2 + (b / 0.5) ** 2).toBeCloseTo(2, 1);
    // Shoelace: an area of pi times both half axes, each step a small part of the way.
    const area = line.reduce((sum, [a, b], k) => {
      const [c, d] = line[(k + 1) % line.length];
      expect(Math.hypot(c - a, d - b)).toBeLessThan(0.2);
      return sum + (a * d - b * c) / 2;
    }, 0);
    expect(Math.abs(area)).toBeCloseTo(Math.PI * 2 * 0.5 * 2, 1);
  });
});

it('a line that leaves the grid ends at its edge', () => {
  const slope = gridOf(places(0, 1, 11), places(0, 1, 11), (a) => a);
  const [line, ...others] = contourLines(slope, 0.33);
  expect(others).toEqual([]);
  expect(line).toHaveLength(11);
  for (const [a] of line) expect(a).toBeCloseTo(0.33, 12);
  expect([line[0][1], line[10][1]].toSorted((a, b) => a - b)).toEqual([0, 1]);
});

it('two hills have two lines below the pass and one above', () => {
  const hills = gridOf(places(-3, 3, 121), places(-2, 2, 81), (a, b) =>
    Math.max(-((a - 1) ** 2) - b * b, -((a + 1) ** 2) - b * b),
  );
  expect(contourLines(hills, -0.5)).toHaveLength(2);
  expect(contourLines(hills, -1.5)).toHaveLength(1);
});
