// DATA.json: one object of numbers and arrays, as for Stan.
import type { Column, DataSet } from '../../src/lang/data';

export type ReadData = { readonly ok: true; readonly data: DataSet } | { readonly ok: false; readonly message: string };

/** Errors name the column and say what a value may be. */
export function readData(file: string, text: string): ReadData {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return wrong(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return wrong(`${file} must hold one object, such as {"S": [9, 10], "D": [10, 10], "T": [1, 2]}.`);
  const data: Record<string, Column> = {};
  for (const [name, value] of Object.entries(parsed)) {
    const column = readColumn(name, value);
    if (typeof column === 'string') return wrong(`${file}: ${column}`);
    data[name] = column.column;
  }
  return { ok: true, data };
}

function wrong(message: string): ReadData {
  return { ok: false, message };
}

function readColumn(name: string, value: unknown): { readonly column: Column } | string {
  if (typeof value === 'number') return { column: value };
  if (!Array.isArray(value)) return `${name} is ${kindOf(value)}; a column is a number or an array.`;
  const cells: readonly unknown[] = value;
  if (cells.length === 0) return `${name} is an empty array; give it one value a row.`;
  const numbers = cells.filter((cell) => typeof cell === 'number');
  if (numbers.length === cells.length) return { column: numbers };
  const texts = cells.filter((cell) => typeof cell === 'string');
  if (texts.length === cells.length) return { column: texts };
  const rows = cells.flatMap((cell) => (isNumberRow(cell) ? [cell] : []));
  if (rows.length === cells.length) return { column: rows };
  const first = typeof cells[0];
  const odd = cells.findIndex((cell) => typeof cell !== first || cell === null);
  const at = odd < 0 ? 0 : odd;
  return `${name}[${at + 1}] is ${kindOf(cells[at])}; the values of an array are all numbers, all texts, or all rows of numbers.`;
}

function isNumberRow(cell: unknown): cell is readonly number[] {
  return Array.isArray(cell) && cell.every((value) => typeof value === 'number');
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? `the text "${value.slice(0, 40)}"` : JSON.stringify(value);
}
