// Numbers in prose, the same in the build and in every browser: no locale, a true minus sign.
export function formatNumber(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `\u2212${text}` : text;
}
