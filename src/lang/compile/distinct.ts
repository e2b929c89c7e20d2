// Numbers for distinct values, and for distinct combinations of them.

/** Up to this many combinations have a table of their own. */
const tabled = 1 << 20;

/** Distinct values as numbers in order of first appearance. */
export function numbered(values: ArrayLike<number>): Int32Array {
  const numbers = new Map<number, number>();
  const result = new Int32Array(values.length);
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    const before = numbers.get(value);
    result[at] = before ?? numbers.size;
    if (before === undefined) numbers.set(value, numbers.size);
  }
  return result;
}

/** Splits cells by a second numbering; they are numbered in order of first appearance again. */
export function refine(cellOfRow: Int32Array, by: Int32Array): void {
  const distinct = countOf(by);
  const combinations = countOf(cellOfRow) * distinct;
  if (combinations > tabled) {
    const both = new Float64Array(by.length);
    for (let row = 0; row < by.length; row++) both[row] = cellOfRow[row] * distinct + by[row];
    cellOfRow.set(numbered(both));
    return;
  }
  const table = new Int32Array(combinations).fill(-1);
  let cells = 0;
  for (let row = 0; row < by.length; row++) {
    const both = cellOfRow[row] * distinct + by[row];
    if (table[both] < 0) table[both] = cells++;
    cellOfRow[row] = table[both];
  }
}

/** How many numbers there are, from 0. */
export function countOf(numbers: Int32Array): number {
  let most = -1;
  for (let at = 0; at < numbers.length; at++) most = Math.max(most, numbers[at]);
  return most + 1;
}
