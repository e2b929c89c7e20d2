import { describe, expect, it } from 'vitest';
import { readSetting, readWord, withSetting, withWord } from '../../src/store/query';
import type { SettingSpec } from '../../src/store/query';

const sigma: SettingSpec = { kind: 'number', label: 'sigma', minimum: 0.1, maximum: 5, fallback: 1 };
const seed: SettingSpec = { kind: 'whole', label: 'seed', maximum: 4294967295, fallback: 1 };
const interval: SettingSpec = { kind: 'choice', label: 'interval', choices: [50, 80, 89], fallback: 89 };

describe('a link', () => {
  it.each([
    ['0.5', 0.5],
    [' 2 ', 2],
    ['1e-1', 0.1],
    ['.25', 0.25],
  ])('gives sigma %j as %d without a word', (raw, value) => {
    expect(readSetting(raw, sigma)).toEqual({ value, complaint: null });
  });

  it.each([
    ['-1', 0.1],
    ['1e9', 5],
    ['0', 0.1],
  ])('moves sigma %j to the nearest value, %d, and says so', (raw, value) => {
    const read = readSetting(raw, sigma);
    expect(read.value).toBe(value);
    expect(read.complaint).toContain(`outside 0.1 to 5. This page uses ${value}.`);
  });

  it.each(['abc', '', 'NaN', 'Infinity', '0x10', '<script>', '1,5'])(
    'refuses sigma %j and keeps the default',
    (raw) => {
      const read = readSetting(raw, sigma);
      expect(read.value).toBe(1);
      expect(read.complaint).toContain('is not a number');
    },
  );

  it('shortens a long value in the complaint', () => {
    expect(readSetting('x'.repeat(5000), sigma).complaint?.length).toBeLessThan(150);
  });

  it.each(['1.5', '-3', '4294967296'])('refuses seed %j', (raw) => {
    expect(readSetting(raw, seed)).toMatchObject({ value: 1, complaint: expect.stringContaining('whole number') });
  });

  it('takes an interval only from the list', () => {
    expect(readSetting('80', interval)).toEqual({ value: 80, complaint: null });
    expect(readSetting('90', interval).complaint).toContain('50, 80, 89');
  });

  it('leaves a default out of the address and keeps what it does not know', () => {
    expect(withSetting('?x=1&sigma=2', 'sigma', 1, sigma)).toBe('?x=1');
    expect(withSetting('?sigma=2', 'sigma', 1, sigma)).toBe('');
    expect(withSetting('', 'sigma', 0.5, sigma)).toBe('?sigma=0.5');
  });
});

describe('a word in a link', () => {
  const cluster = { label: 'clusters', choices: ['story', 'participant'], fallback: 'story' } as const;

  it('is taken, or not named, without a word', () => {
    expect(readWord('participant', cluster)).toEqual({ value: 'participant', complaint: null });
    expect(readWord(null, cluster)).toEqual({ value: 'story', complaint: null });
  });

  it.each(['', 'STORY', 'constructor', '<script>alert(1)</script>', 'x'.repeat(10_000)])(
    'is refused where it is %j',
    (raw) => {
      const { value, complaint } = readWord(raw, cluster);
      expect(value).toBe('story');
      expect(complaint).toMatch(
        /^The link asks for clusters “.{0,25}”, which this page does not have\. It uses story\.$/,
      );
    },
  );

  it('is left out where it is the default', () => {
    expect(withWord('?seed=2', 'cluster', 'participant', 'story')).toBe('?seed=2&cluster=participant');
    expect(withWord('?cluster=participant', 'cluster', 'story', 'story')).toBe('');
  });
});
