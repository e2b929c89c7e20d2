// Numbers in columns, for people.

/** Rows under a header, the first column to the left, the others to the right. */
export function textTable(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = header.map((title, k) => rows.reduce((width, row) => Math.max(width, row[k].length), title.length));
  return [header, ...rows].map((row) =>
    row
      .map((text, k) => (k === 0 ? text.padEnd(widths[k]) : text.padStart(widths[k])))
      .join('  ')
      .trimEnd(),
  );
}

/** `NA` where there is no answer. */
export function cell(value: number | null, digits: number): string {
  return value === null || Number.isNaN(value) ? 'NA' : value.toFixed(digits);
}
