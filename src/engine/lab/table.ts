// A table as it was read: named columns of cells, each a text. Columns of a lecture's world may differ in length, those of a file do not.

export interface TableColumn {
  readonly name: string;
  readonly cells: readonly string[];
}

export interface TextTable {
  readonly columns: readonly TableColumn[];
  /** Rows of the longest column. */
  readonly rows: number;
  /** Whether 3,5 is a number: in files whose cells are parted by something else. */
  readonly decimalComma: boolean;
}

/** A value or a sentence for the reader. */
export type Readable<T> =
  { readonly kind: 'read'; readonly value: T } | { readonly kind: 'refused'; readonly message: string };

export function refused(message: string): { readonly kind: 'refused'; readonly message: string } {
  return { kind: 'refused', message };
}

const absent = new Set(['', 'na', 'n/a', '#n/a', 'nan', 'null', 'none', '.', '?', '-']);

export function isMissing(cell: string): boolean {
  return absent.has(cell.trim().toLowerCase());
}

const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const comma = /^[+-]?(?:\d+,\d+|,\d+)$/;

/** NaN for what is not a number; TRUE and FALSE, as R writes them, are 1 and 0. */
export function numberOf(cell: string, decimalComma: boolean): number {
  const text = cell.trim();
  if (plain.test(text)) return finite(Number(text));
  if (decimalComma && comma.test(text)) return finite(Number(text.replace(',', '.')));
  if (/^true$/i.test(text)) return 1;
  return /^false$/i.test(text) ? 0 : Number.NaN;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}

/** A text of the reader's, short enough to be quoted. */
export function quoted(text: string): string {
  const shown = Array.from(text).slice(0, 24).join('');
  return `“${shown}${shown.length < text.length ? '…' : ''}”`;
}
