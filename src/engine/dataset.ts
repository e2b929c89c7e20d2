// From a data file to the columns that a lecture model reads.
import { csvParseRows } from 'd3-dsv';
import { groupMeans } from '../lang/data';
import type { Column, DataSet } from '../lang/data';
import type { LectureModel } from '../models';

/** Columns by their name in the file. */
export type Table = Readonly<Record<string, readonly number[] | readonly string[]>>;

/** A column whose every cell is a number is numbers; any other is texts. */
export function readCsv(text: string): Table {
  const [header, ...rows] = csvParseRows(text.trimEnd());
  const table: Record<string, readonly number[] | readonly string[]> = {};
  header.forEach((name, k) => {
    const cells = rows.map((row) => row[k]);
    const numbers = cells.map((cell) => (cell.trim() === '' ? Number.NaN : Number(cell)));
    table[name] = numbers.some(Number.isNaN) ? cells : numbers;
  });
  return table;
}

/** The simulated world of the confound: one JSON object of numbers and arrays whose groups count from 0; here they count from 1. */
export function readWorld(text: string): Table {
  const table: Record<string, readonly number[]> = {};
  const fields: unknown = JSON.parse(text);
  for (const [name, value] of Object.entries(fields ?? {})) {
    if (!Array.isArray(value)) continue;
    const cells = value.map(Number);
    table[name] = name === 'group' ? cells.map((group) => group + 1) : cells;
  }
  return table;
}

/** The table of a data set: `read` gives the text of a file of public/data; the cafes' data are visits, which the caller brings. */
export function readTable(dataset: LectureModel['dataset'], read: (file: string) => string, visits: Table): Table {
  switch (dataset) {
    case 'frogs':
    case 'trolley':
      return readCsv(read(`${dataset}.csv`));
    case 'mundlak':
      return readWorld(read('mundlak-lecture.json'));
    case 'cafes':
      return visits;
  }
}

/** The data of a lecture model from the table of its data set. A table without its columns is a fault of the project. */
export function lectureData(model: LectureModel, table: Table): DataSet {
  const data: Record<string, Column> = {};
  for (const [name, column] of Object.entries(model.columns))
    data[name] = typeof column === 'string' ? given(table, column) : meansWithin(table, column.meanOf, column.by);
  return data;
}

function given(table: Table, column: string): readonly number[] | readonly string[] {
  const values = table[column];
  if (values === undefined) throw new Error(`the data set has no column ${column}`);
  return values;
}

function numbers(table: Table, column: string): readonly number[] {
  return given(table, column).map(Number);
}

function meansWithin(table: Table, column: string, by: string): readonly number[] {
  const groups = numbers(table, by);
  const means = groupMeans(numbers(table, column), groups, Math.max(...groups));
  if (means.kind === 'empty')
    throw new Error(`groups without rows have no mean of ${column}: ${means.groups.join(', ')}`);
  return means.means;
}
