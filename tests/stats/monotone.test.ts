// The monotone curve meets its points, keeps between them, and finds the scores that it was made to interpolate.
import { expect, test } from 'vitest';
import { monotoneAt } from '../../src/stats/monotone';
import reference from '../reference/predators-prior.json';

const places = [
  { x: 0, y: 1 },
  { x: 1, y: 2 },
  { x: 3, y: 8 },
  { x: 4, y: 8 },
  { x: 6, y: 3 },
];

test('it meets its points', () => {
  for (const { x, y } of places) expect(monotoneAt(places, x)).toBeCloseTo(y, 12);
});

test('it stays between neighbours', () => {
  for (let k = 1; k < places.length; k++) {
    const [a, b] = [places[k - 1], places[k]];
    for (let t = 0.05; t < 1; t += 0.05) {
      const y = monotoneAt(places, a.x + t * (b.x - a.x));
      expect(y).toBeGreaterThanOrEqual(Math.min(a.y, b.y) - 1e-12);
      expect(y).toBeLessThanOrEqual(Math.max(a.y, b.y) + 1e-12);
    }
  }
});

test('a straight line is straight', () => {
  const line = [0, 1, 2.5, 4].map((x) => ({ x, y: 3 - 2 * x }));
  for (const x of [0.3, 1.7, 3.9]) expect(monotoneAt(line, x)).toBeCloseTo(3 - 2 * x, 12);
});

test('exact scores at eight priors give the others within 0.2', () => {
  const shown = [0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1.5, 3];
  const scored = new Map(reference.fits.map(({ sd_P, elpd_loo }) => [sd_P, elpd_loo]));
  const known = shown.map((sd) => ({ x: Math.log(sd), y: scored.get(sd) ?? NaN }));
  for (const [sd, elpd] of scored) expect(Math.abs(monotoneAt(known, Math.log(sd)) - elpd)).toBeLessThan(0.2);
});
