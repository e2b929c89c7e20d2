// A link that names draws: what it says comes back, what is hostile is refused in a sentence, and each difference has its reason.
import { expect, test } from 'vitest';
import type { RunKey } from '../../src/engine/key';
import { printOf } from '../../src/engine/key-print';
import { endedAfter } from '../../src/engine/steer';
import {
  changesSince,
  compareDraws,
  keyFingerprint,
  readClassLink,
  withoutPromise,
  writeClassLink,
} from '../../src/store/class-link';
import { defaultSettings } from '../../src/sampler/settings';

const key = (seed: number, change: Partial<RunKey> = {}): RunKey => ({
  source: {
    text: 'y ~ Normal(mu, 1)\nmu ~ Normal(0, 1)',
    roles: { observed: ['y'], data: [], knobs: [] },
    data: { y: [0.5] },
    noncentered: [],
  },
  knobs: { sigma: 0.5 },
  chains: 4,
  settings: defaultSettings,
  target: null,
  seed,
  samplerVersion: 6,
  ...change,
});
const hash = (digit: string): string => digit.repeat(64);
const drawn = (seed: number, digit: string, change: Partial<RunKey> = {}) => ({
  hash: hash(digit),
  key: key(seed, change),
});

const query = '?sigma=0.5&seed=3&interval=50&present=';
const link = writeClassLink(query, 'shrinkage', [drawn(3, 'a')]);

function promised() {
  const read = readClassLink(link);
  if (read.kind !== 'read') throw new Error('the link cannot be read');
  return read.promised;
}

test('what is written is read again, beside the settings', () => {
  expect(promised()).toEqual({
    figure: 'shrinkage',
    hashes: ['a'.repeat(16)],
    sampler: 6,
    key: keyFingerprint([drawn(3, 'a')]),
  });
  const parameters = new URLSearchParams(link);
  expect(parameters.get('sigma')).toBe('0.5');
  expect(parameters.get('interval')).toBe('50');
  expect(parameters.has('present')).toBe(false);
  expect(withoutPromise(link)).toBe('?sigma=0.5&seed=3&interval=50');
  expect(withoutPromise(writeClassLink('', 'a', [drawn(1, 'a')]))).toBe('');
  expect(writeClassLink(link, 'shrinkage', [drawn(3, 'a')])).toBe(link);
});

test('a link without draws promises nothing', () => {
  expect(readClassLink('?sigma=0.5&sampler=6').kind).toBe('none');
});

const good = { draws: 'a'.repeat(16), figure: 'shrinkage', key: '01234567', sampler: '6' };

test.each([
  ['no draws', { draws: '' }],
  ['draws that are none', { draws: 'hello' }],
  ['draws in capitals', { draws: 'A'.repeat(16) }],
  ['markup', { draws: '<img src=x onerror=alert(1)>' }],
  ['too many fits', { draws: Array.from({ length: 9 }, () => 'a'.repeat(16)).join('.') }],
  ['a book', { draws: 'a'.repeat(100_000) }],
  ['one prefix too short', { draws: `${'a'.repeat(16)}.${'b'.repeat(15)}` }],
  ['markup for a figure', { figure: '"><script>' }],
  ['a figure above', { figure: '../x' }],
  ['no key', { key: '' }],
  ['a key that is none', { key: 'zzzzzzzz' }],
  ['a sampler below zero', { sampler: '-1' }],
  ['a sampler of words', { sampler: 'six' }],
  ['a sampler beyond all', { sampler: '1e9' }],
])('%s: refused in a plain sentence, which repeats nothing of it', (_, change) => {
  const read = readClassLink(`?${new URLSearchParams({ ...good, ...change }).toString()}`);
  expect(read).toEqual({
    kind: 'refused',
    message: expect.stringMatching(/^The link speaks of draws .* as a whole\.$/),
  });
});

test('the key’s fingerprint tells apart all that draws depend on, and not the version of the sampler', () => {
  const changes: readonly Partial<RunKey>[] = [
    {},
    { seed: 4 },
    { knobs: { sigma: 0.6 } },
    { chains: 2 },
    { settings: { ...defaultSettings, targetAccept: 0.95 } },
    { target: { parameters: [], bulkEss: 400, rhat: 1.01, cap: 4000 } },
    { source: { ...key(3).source, data: { y: [0.6] } } },
    { source: { ...key(3).source, text: 'y ~ Normal(mu, 2)\nmu ~ Normal(0, 1)' } },
    { source: { ...key(3).source, noncentered: ['mu'] } },
  ];
  const prints = changes.map((change) => keyFingerprint([drawn(3, 'a', change)]));
  expect(new Set(prints).size).toBe(changes.length);
  expect(keyFingerprint([drawn(3, 'b', { samplerVersion: 7 })])).toBe(prints[0]);
  // A run that was ended early is the run of so many draws.
  const untilGood = key(3, { target: { parameters: [], bulkEss: 400, rhat: 1.01, cap: 4000 } });
  const kept = endedAfter(untilGood, 300);
  expect(kept).toEqual(key(3, { settings: { ...defaultSettings, draws: 300 } }));
  expect(prints).not.toContain(keyFingerprint([{ hash: hash('a'), key: kept }]));
});

test('a key’s print stands for the key, alone and among others', () => {
  const whole = [drawn(3, 'a'), drawn(4, 'b')];
  const small = whole.map(({ key: one, ...rest }) => ({ ...rest, key: printOf(one) }));
  expect(writeClassLink(query, 'poolings', small)).toBe(writeClassLink(query, 'poolings', whole));
  expect(keyFingerprint(small.toReversed())).not.toBe(keyFingerprint(small));
  expect(compareDraws(promised(), [{ hash: hash('b'), key: printOf(key(3)) }], [])).toMatchObject({ because: 'fault' });
  const later = printOf(key(3, { samplerVersion: 7 }));
  expect(compareDraws(promised(), [{ hash: hash('b'), key: later }], [])).toMatchObject({ because: 'version' });
});

test('the same draws match, whatever the interval', () => {
  const changes = changesSince(link, link.replace('interval=50', 'interval=89'));
  expect(changes).toEqual([]);
  expect(compareDraws(promised(), [drawn(3, 'a')], changes).kind).toBe('same');
});

test('a fit that has not settled is waited for', () => {
  expect(compareDraws(promised(), [null], []).kind).toBe('waiting');
  expect(compareDraws(promised(), [], []).kind).toBe('waiting');
  expect(compareDraws(promised(), [null], [], 'Fit them here').sentence).toContain('press “Fit them here”');
});

test.each([
  [
    'the reader changed the seed',
    drawn(4, 'b'),
    [{ name: 'seed', before: '3', now: '4' }],
    'changed',
    'seed is 4, the link has 3',
  ],
  [
    'another sampler',
    drawn(3, 'b', { samplerVersion: 7 }),
    [],
    'version',
    'version 6 of the sampler, these from version 7',
  ],
  ['another page', drawn(3, 'b', { chains: 2 }), [], 'key', 'The page has changed since'],
  ['same key, other draws', drawn(3, 'b'), [], 'fault', 'please report it'],
] as const)('%s', (_, one, changes, because, words) => {
  expect(compareDraws(promised(), [one], changes)).toEqual({
    kind: 'other',
    because,
    sentence: expect.stringContaining(words),
  });
});

test('several fits match when all do', () => {
  const both = readClassLink(writeClassLink('', 'five', [drawn(1, 'a'), drawn(1, 'b')]));
  if (both.kind !== 'read') throw new Error('the link cannot be read');
  expect(compareDraws(both.promised, [drawn(1, 'a'), drawn(1, 'b')], []).kind).toBe('same');
  expect(compareDraws(both.promised, [drawn(1, 'a'), drawn(1, 'c')], []).kind).toBe('other');
  expect(compareDraws(both.promised, [drawn(1, 'a')], []).kind).toBe('other');
});

test('what was set since, by name; a name that is gone has its default', () => {
  expect(changesSince('?sigma=0.5&draws=a&seed=3', '?sigma=0.5&seed=4&world=2&theme=dark')).toEqual([
    { name: 'seed', before: '3', now: '4' },
    { name: 'world', before: null, now: '2' },
  ]);
  const said = compareDraws(promised(), [drawn(1, 'b')], changesSince('?seed=3', ''));
  expect(said.sentence).toContain('seed is the default, the link has 3');
});
