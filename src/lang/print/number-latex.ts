// A number in LaTeX: very large and very small ones with a power of ten.

export function numberLatex(value: number): string {
  if (value === Infinity) return '\\infty';
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-3 && size < 1e6)) return String(value);
  const [mantissa, exponent] = value.toExponential().split('e');
  const power = `10^{${exponent.replace('+', '')}}`;
  return mantissa === '1' ? power : `${mantissa} \\times ${power}`;
}
