// The robot's visits in a link: what is written comes back, and what is hostile is refused in a sentence.
import { expect, test } from 'vitest';
import { readVisits, writeVisits } from '../../src/store/visits-link';

const built = [
  { cafe: 1, minutes: 4 },
  { cafe: 3, minutes: 12 },
  { cafe: 1, minutes: 5 },
];

test.each([0, 1, 3])('%d visits of the page’s own diary are a number, and come back as that diary', (made) => {
  const written = writeVisits({ diary: built, made }, built);
  expect(written).toBe(String(made));
  const read = readVisits(written, built);
  expect(read).toEqual({ kind: 'read', visits: { diary: built, made } });
  // The build's beliefs are known by identity.
  expect(read.kind === 'read' && read.visits.diary).toBe(built);
});

test('a visit of one’s own, after the first of the diary', () => {
  const own = { diary: [{ cafe: 1, minutes: 4 }, { cafe: 5, minutes: 120 }, built[2]], made: 2 };
  const written = writeVisits(own, built);
  expect(written).toBe('1-4.5-120');
  const read = readVisits(written, built);
  if (read.kind !== 'read') throw new Error('it cannot be read');
  expect(read.visits).toEqual({ diary: own.diary.slice(0, 2), made: 2 });
  expect(read.visits.diary[0]).toBe(built[0]);
});

test.each(['', '4', '99', '-1', '6-3', '0-3', '1-121', '1-4.', '1-4,2-3', 'x', '<b>', Array(61).fill('1-4').join('.')])(
  '%j is refused',
  (raw) => {
    expect(readVisits(raw, built)).toEqual({
      kind: 'refused',
      message: expect.stringMatching(/^The link asks .* its own\.$/),
    });
  },
);

test('a link that names no visits', () => {
  expect(readVisits(null, built).kind).toBe('none');
});
