import { expect, test } from 'vitest';
import {
  formatCount,
  formatEstimate,
  formatFixed,
  formatPercent,
  formatSignificant,
  PLAIN,
  supportedDecimals,
} from '../../src/stats/format';

test('fixed digits, thousands and minus', () => {
  expect(formatFixed(1234567.891, 2)).toBe('1,234,567.89');
  expect(formatFixed(-1234.5, 1)).toBe('\u22121,234.5');
  expect(formatFixed(-1234.5, 1, PLAIN)).toBe('-1234.5');
  expect(formatFixed(999.95, 1, { minus: '-', thousands: '\u202f' })).toBe('1\u202f000.0');
  expect(formatFixed(0.000004, 3)).toBe('0.000');
  expect(formatFixed(1e21, 2, PLAIN)).toBe('1000000000000000000000');
  expect(formatCount(9930)).toBe('9,930');
  expect(formatCount(100)).toBe('100');
});

test('no negative zero', () => {
  expect(formatFixed(-0.001, 2)).toBe('0.00');
  expect(formatFixed(-0, 1)).toBe('0.0');
  expect(formatEstimate(-3, 20)).toBe('0');
});

test('missing and infinite', () => {
  expect(formatFixed(null, 2)).toBe('\u2013');
  expect(formatFixed(NaN, 2)).toBe('\u2013');
  expect(formatFixed(-Infinity, 2)).toBe('\u2212∞');
  expect(formatEstimate(null, null)).toBe('\u2013');
  expect(formatEstimate(Infinity, 20)).toBe('∞');
  expect(formatPercent(null, 0)).toBe('\u2013');
});

test('as many decimals as two standard errors leave alone', () => {
  expect(supportedDecimals(0.005, 6)).toBe(2);
  expect(supportedDecimals(0.0051, 6)).toBe(1);
  expect(supportedDecimals(0.05, 6)).toBe(1);
  expect(supportedDecimals(0.5, 6)).toBe(0);
  expect(supportedDecimals(5, 6)).toBe(-1);
  expect(supportedDecimals(0, 4)).toBe(4);
  expect(supportedDecimals(1e-9, 4)).toBe(4);
  expect(formatEstimate(1.23456, 0.0143)).toBe('1.2');
  expect(formatEstimate(1.23456, 0.0043)).toBe('1.23');
  expect(formatEstimate(-1.23456, 0.0000001)).toBe('\u22121.235');
  expect(formatEstimate(1234.5, 20)).toBe('1,200');
  expect(formatEstimate(2, null, 2)).toBe('2.00');
});

test('percentages', () => {
  expect(formatPercent(0.0423, 1)).toBe('4.2\u202f%');
  expect(formatPercent(1, 0)).toBe('100\u202f%');
});

test('significant figures', () => {
  expect(formatSignificant(0.012345, 2)).toBe('0.012');
  expect(formatSignificant(1234.5, 2)).toBe('1,200');
  expect(formatSignificant(0.0999, 2)).toBe('0.10');
  expect(formatSignificant(9.99, 2)).toBe('10');
  expect(formatSignificant(-0.00002345, 2)).toBe('\u22122.3\u2009×\u200910⁻⁵');
  expect(formatSignificant(12345678, 3)).toBe('1.23\u2009×\u200910⁷');
  expect(formatSignificant(-0.00002345, 2, PLAIN)).toBe('-2.3e-5');
  expect(formatSignificant(0, 3)).toBe('0');
});
