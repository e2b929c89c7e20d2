// From a table to the data of a model: columns bound to names, typed, and without the rows that miss a value where the reader said so.
import { factor, groupMeans } from '../../lang/data';
import type { Column, DataSet } from '../../lang/data';
import type { ColumnChoice, ColumnType } from './document';
import { isMissing, numberOf, quoted } from './table';
import type { TableColumn, TextTable } from './table';

export interface Binding {
  readonly name: string;
  readonly from: ColumnChoice;
}

export interface DataRequest {
  readonly bindings: readonly Binding[];
  /** By column. */
  readonly types: Readonly<Record<string, Exclude<ColumnType, 'ignored'>>>;
  readonly leaveOut: boolean;
}

export interface MissingIn {
  readonly column: string;
  /** The first few, from 1. */
  readonly rows: readonly number[];
  readonly count: number;
}

export type BuiltData =
  | { readonly kind: 'data'; readonly data: DataSet; readonly rows: number; readonly leftOut: readonly number[] }
  /** Values are missing: `rows` rows would have to go, as the reader may say. */
  | { readonly kind: 'missing'; readonly columns: readonly MissingIn[]; readonly rows: number; readonly of: number }
  /** Sentences for the reader. */
  | { readonly kind: 'problem'; readonly sentences: readonly string[] };

const rowsNamed = 5;

export function buildData(table: TextTable, { bindings, types, leaveOut }: DataRequest): BuiltData {
  const sentences: string[] = [];
  const columns = new Map<string, TableColumn>();
  for (const { name, from } of bindings) {
    for (const wanted of from.within === null ? [from.column] : [from.column, from.within]) {
      const column = table.columns.find((one) => one.name === wanted);
      if (column === undefined)
        sentences.push(`The data have no column ${quoted(wanted)}, which ${name} is to be taken from.`);
      else columns.set(wanted, column);
    }
  }
  if (sentences.length > 0) return { kind: 'problem', sentences };
  const gone = missingRows(table, [...columns.values()]);
  if (gone.rows.size > 0 && !leaveOut)
    return { kind: 'missing', columns: gone.columns, rows: gone.rows.size, of: table.rows };
  if (gone.rows.size === table.rows)
    return { kind: 'problem', sentences: ['Every row misses a value in one of these columns, so no row is left.'] };
  const reader = new ColumnReader(table, types, gone.rows, sentences);
  const data: Record<string, Column> = {};
  for (const { name, from } of bindings) {
    const column = from.within === null ? reader.read(from.column) : reader.means(from.column, from.within);
    if (column !== null) data[name] = column;
  }
  if (sentences.length > 0) return { kind: 'problem', sentences };
  return { kind: 'data', data, rows: table.rows - gone.rows.size, leftOut: [...gone.rows].map((row) => row + 1) };
}

function missingRows(table: TextTable, used: readonly TableColumn[]) {
  const rows = new Set<number>();
  const columns: MissingIn[] = [];
  for (const { name, cells } of used) {
    const own: number[] = [];
    let count = 0;
    cells.forEach((cell, row) => {
      if (!isMissing(cell)) return;
      count++;
      if (own.length < rowsNamed) own.push(row + 1);
      if (cells.length === table.rows) rows.add(row);
    });
    if (count > 0) columns.push({ column: name, rows: own, count });
  }
  return { rows: new Set([...rows].sort((a, b) => a - b)), columns };
}

class ColumnReader {
  private readonly known = new Map<string, Column | null>();

  constructor(
    private readonly table: TextTable,
    private readonly types: DataRequest['types'],
    private readonly gone: ReadonlySet<number>,
    private readonly sentences: string[],
  ) {}

  /** Levels are those of all rows, so that they outlive the rows left out. */
  read(name: string): Column | null {
    const before = this.known.get(name);
    if (before !== undefined) return before;
    const { cells } = this.columnOf(name);
    const column =
      this.types[name] === 'factor'
        ? factor(
            this.kept(cells).map((cell) => cell.trim()),
            [...new Set(cells.filter((cell) => !isMissing(cell)).map((cell) => cell.trim()))],
          )
        : this.numbers(name, cells);
    this.known.set(name, column);
    return column;
  }

  private numbers(name: string, cells: readonly string[]): Float64Array | null {
    const { decimalComma } = this.table;
    const values = Float64Array.from(this.kept(cells), (cell) => numberOf(cell, decimalComma));
    const strange = values.findIndex(Number.isNaN);
    if (strange < 0) return values;
    const row = cells.findIndex((cell) => !isMissing(cell) && Number.isNaN(numberOf(cell, decimalComma)));
    this.sentences.push(
      `Row ${row + 1} of ${quoted(name)} holds ${quoted(cells[row]?.trim() ?? '')}, which is not a number. Take the column as a factor, or mend the file.`,
    );
    return null;
  }

  /** The mean of one column within each level of another. */
  means(name: string, by: string): readonly number[] | null {
    const values = this.read(name);
    const groups = this.read(by);
    if (values === null || groups === null) return null;
    if (!(values instanceof Float64Array)) {
      this.sentences.push(`${quoted(name)} is a factor, and has no mean.`);
      return null;
    }
    const codes = groups instanceof Float64Array ? groups : codesOf(groups);
    const size = groups instanceof Float64Array ? groups.reduce((a, b) => Math.max(a, b), 0) : levelsOf(groups);
    if (codes.length !== values.length || codes.some((code) => !Number.isInteger(code) || code < 1) || size > 1e6) {
      this.sentences.push(
        `${quoted(by)} does not number groups from 1, so means within it cannot be had. Take it as a factor.`,
      );
      return null;
    }
    const means = groupMeans(values, codes, size);
    if (means.kind === 'means') return means.means;
    this.sentences.push(`Of ${quoted(by)} group ${means.groups[0]} has no rows, and so no mean of ${quoted(name)}.`);
    return null;
  }

  private columnOf(name: string): TableColumn {
    const column = this.table.columns.find((one) => one.name === name);
    if (column === undefined) throw new Error(`column ${name} was looked up before and is gone`);
    return column;
  }

  private kept(cells: readonly string[]): readonly string[] {
    return this.gone.size === 0 || cells.length !== this.table.rows
      ? cells
      : cells.filter((_, row) => !this.gone.has(row));
  }
}

function codesOf(column: Column): readonly number[] {
  return typeof column === 'object' && 'kind' in column && column.kind === 'factor' ? column.codes : [];
}

function levelsOf(column: Column): number {
  return typeof column === 'object' && 'kind' in column && column.kind === 'factor' ? column.levels.length : 0;
}
