// Rows as CSV (RFC 4180), with numbers that every reader takes for numbers.

export function csvText(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [columns, ...rows].map(csvLine).join('');
}

export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : missing(cell);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function missing(value: number): string {
  if (Number.isNaN(value)) return '';
  return value > 0 ? 'Inf' : '-Inf';
}

/** A number as the page shows it, as a file wants it: '−1,234' is -1234, '72 %' is 72; a dash is nothing. Other text stays. */
export function plainCell(text: string): string {
  const plain = text.replace('\u2212', '-').replace(/\u202f%$/, '');
  if (plain === '\u2013') return '';
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
}
