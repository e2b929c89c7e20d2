import { describe, expect, test } from 'vitest';
import { compactSvg } from '../../src/charts/compact-svg';

const path = (d: string): string => compactSvg(`<path d="${d}"/>`).slice(9, -3);

/** The places that a path of M, l and Z goes through. */
function places(d: string): number[][] {
  const found: number[][] = [];
  let [x, y] = [0, 0];
  for (const [, command, rest] of d.matchAll(/([MlZ])([^MlZ]*)/g)) {
    const numbers = (rest.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    expect(numbers.length % 2).toBe(0);
    for (let k = 0; k < numbers.length; k += 2) {
      [x, y] = command === 'M' ? [numbers[k], numbers[k + 1]] : [x + numbers[k], y + numbers[k + 1]];
      found.push([x, y]);
    }
  }
  return found;
}

describe('lines', () => {
  test('are steps of tenths of a pixel', () => {
    expect(path('M0,0L2.033,5.462L4.067,4.958L6.1,4.958Z')).toBe('M0,0l2,5.5,2.1-.5,2,0Z');
    expect(path('M1,1L2,2ZL1,3')).toBe('M1,1l1,1Zl0,2');
    expect(path('M-0.04,1.26L-1,-1M5,5L4.9,5')).toBe('M0,1.3l-1-2.3M5,5l-.1,0');
  });

  test('stay within a twentieth of a pixel of every place, however long', () => {
    const points = Array.from({ length: 5000 }, (_, k) => [k * 0.137, 50 * Math.sin(k / 7)]);
    const found = places(path(`M${points.map(([x, y]) => `${x.toFixed(3)},${y.toFixed(3)}`).join('L')}`));
    expect(found).toHaveLength(points.length);
    found.forEach(([x, y], k) => {
      expect(Math.abs(x - points[k][0])).toBeLessThan(0.0506);
      expect(Math.abs(y - points[k][1])).toBeLessThan(0.0506);
    });
  });
});

test('arcs keep hundredths', () => {
  expect(path('M2.1213,0A2.1213,2.1213,0,1,1,-2.1213,0')).toBe('M2.12,0A2.12,2.12,0,1,1,-2.12,0');
  expect(path('M0,-1e-16C1,2,0.005,4,-5,6h-3')).toBe('M0,0C1,2,.01,4,-5,6h-3');
});

test('marks that are not seen are left out', () => {
  const seen = '<line x2="0" y2="5" opacity="0.5"/><path d="M0,0l1,1" fill-opacity="0"/>';
  expect(compactSvg(`<line x2="0" opacity="0"/>${seen}<path d="M0,0L9,9" opacity="0" stroke="red"/>`)).toBe(seen);
});

test('the typeface is the page’s', () => {
  expect(compactSvg('<text font-family="var(--font-sans)" font-size="13px">a</text>')).toBe(
    '<text font-size="13px">a</text>',
  );
});

test('places keep tenths', () => {
  expect(compactSvg('<g transform="translate(81.333,0.049)"></g>')).toBe('<g transform="translate(81.3,0)"></g>');
});
