// Numbers as text, the same in every engine and place: no locale, no Intl.

export interface NumberStyle {
  /** U+2212 for reading, the ASCII hyphen for files and commands. */
  readonly minus: '\u2212' | '-';
  /** Between groups of three digits before the point; '' for none. */
  readonly thousands: string;
}

/** For pages. */
export const PAGE: NumberStyle = { minus: '\u2212', thousands: ',' };
/** For files, commands and code: what every parser reads back. */
export const PLAIN: NumberStyle = { minus: '-', thousands: '' };

const MISSING = '\u2013';

/** `value` with exactly `decimals` digits after the point, from 0 to 20. Missing (null, NaN) is a dash; there is no negative zero. */
export function formatFixed(value: number | null, decimals: number, style: NumberStyle = PAGE): string {
  if (value === null || Number.isNaN(value)) return MISSING;
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${style.minus}∞`;
  const size = Math.abs(value);
  // From 10^21 on toFixed turns to exponents; such a number has no decimals to lose.
  const digits = size < 1e21 ? size.toFixed(decimals) : BigInt(size).toString();
  const [whole, fraction] = digits.split('.');
  const grouped = groupThousands(whole, style.thousands);
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(digits) ? style.minus + text : text;
}

function groupThousands(whole: string, separator: string): string {
  if (separator === '') return whole;
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  return groups.join(separator);
}

/** A whole number, as for effective sample sizes and counts. */
export function formatCount(value: number | null, style: NumberStyle = PAGE): string {
  return formatFixed(value, 0, style);
}

/** A proportion as a percentage, `decimals` after the point: `4.2 %`. */
export function formatPercent(proportion: number | null, decimals: number, style: NumberStyle = PAGE): string {
  const text = formatFixed(proportion === null ? null : 100 * proportion, decimals, style);
  return text === MISSING ? text : `${text}\u202f%`;
}

/**
 * Decimals that a Monte Carlo standard error supports: the most for which two standard errors change the last digit by at most
 * one, so 2 mcse <= 10^-decimals. Negative when even whole units are not certain; at most `most`.
 */
export function supportedDecimals(mcse: number, most: number): number {
  if (!(mcse > 0)) return most;
  let decimals = most;
  // Through text, so that 2 * 0.005 supports exactly two decimals.
  while (decimals > -300 && Number(`1e${-decimals}`) < 2 * mcse) decimals--;
  return decimals;
}

/**
 * An estimate with as many digits as its Monte Carlo standard error allows, at most `most` after the point. Digits before the point
 * that the error leaves open are rounded to zero. Without a standard error (constant draws are exact): `most` digits.
 */
export function formatEstimate(
  value: number | null,
  mcse: number | null,
  most: number = 3,
  style: NumberStyle = PAGE,
): string {
  const decimals = mcse === null ? most : supportedDecimals(mcse, most);
  if (value === null || decimals >= 0 || !Number.isFinite(value))
    return formatFixed(value, Math.max(decimals, 0), style);
  const unit = Number(`1e${-decimals}`);
  return formatFixed(Math.round(value / unit) * unit, 0, style);
}

/** `value` to `figures` significant figures: with a power of ten below 10^-4 and from 10^7 on, plainly between. */
export function formatSignificant(value: number | null, figures: number, style: NumberStyle = PAGE): string {
  if (value === null || !Number.isFinite(value) || value === 0) return formatFixed(value, 0, style);
  const [mantissa, power] = Math.abs(value)
    .toExponential(figures - 1)
    .split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 7) {
    // Read back from the rounded text: rounding may have carried into the next power.
    const rounded = Number(`${mantissa}e${power}`) * Math.sign(value);
    return formatFixed(rounded, Math.max(0, figures - 1 - exponent), style);
  }
  const sign = value < 0 ? style.minus : '';
  return style.minus === '-'
    ? `${sign}${mantissa}e${exponent}`
    : `${sign}${mantissa}\u2009×\u200910${superscript(exponent)}`;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function superscript(exponent: number): string {
  const digits = String(Math.abs(exponent))
    .split('')
    .map((digit) => SUPERSCRIPTS[Number(digit)])
    .join('');
  return exponent < 0 ? `⁻${digits}` : digits;
}
