// The data that a model meets: named columns of numbers, texts or levels. Plain values, so that a worker can be sent them.

/** Levels kept with the column, so that they survive when rows are left out. `codes` are 1-based. */
export interface Factor {
  readonly kind: 'factor';
  readonly codes: readonly number[];
  readonly levels: readonly string[];
}

/** 1-based indices into a set of `size` members, some of which may have no row. */
export interface IndexColumn {
  readonly kind: 'index';
  readonly values: readonly number[] | Float64Array;
  readonly size: number;
}

/** Nested arrays are a matrix, row by row. An array of strings is a factor with its levels in order of first appearance. */
export type Column =
  number | readonly number[] | Float64Array | readonly string[] | readonly (readonly number[])[] | Factor | IndexColumn;

export type DataSet = Readonly<Record<string, Column>>;

export function factor(values: readonly string[], levels: readonly string[] = [...new Set(values)]): Factor {
  const codes = new Map(levels.map((level, k) => [level, k + 1]));
  return { kind: 'factor', codes: values.map((value) => codes.get(value) ?? NaN), levels };
}

export function indexColumn(values: readonly number[], size: number): IndexColumn {
  return { kind: 'index', values, size };
}

/** Mean of `values` in each of `size` groups (1-based codes); the groups without rows are named instead of getting a NaN. */
export type GroupMeans =
  | { readonly kind: 'means'; readonly means: readonly number[] }
  | { readonly kind: 'empty'; readonly groups: readonly number[] };

export function groupMeans(values: ArrayLike<number>, groups: ArrayLike<number>, size: number): GroupMeans {
  const sums = new Float64Array(size);
  const counts = new Float64Array(size);
  for (let i = 0; i < groups.length; i++) {
    sums[groups[i] - 1] += values[i];
    counts[groups[i] - 1]++;
  }
  const empty = [...counts.keys()].filter((group) => counts[group] === 0).map((group) => group + 1);
  if (empty.length > 0) return { kind: 'empty', groups: empty };
  return { kind: 'means', means: Array.from(sums, (total, group) => total / counts[group]) };
}

/** A column as numbers with its shape and, if it has them, its levels. */
export interface NumericColumn {
  readonly values: Float64Array;
  readonly shape: readonly number[];
  /** Names of the levels, where there are names. */
  readonly levels: readonly string[] | null;
  /** How many levels it declares; null when it is plain numbers. */
  readonly levelCount: number | null;
  /** Texts without declared levels, whose levels may be merged with those of another column. */
  readonly texts: readonly string[] | null;
}

/** Null for a matrix whose rows differ in length. */
export function numericColumn(column: Column): NumericColumn | null {
  const plain = { levels: null, levelCount: null, texts: null };
  if (typeof column === 'number') return { ...plain, values: Float64Array.of(column), shape: [] };
  if (column instanceof Float64Array) return { ...plain, values: column, shape: [column.length] };
  if ('kind' in column) {
    if (column.kind === 'index')
      return {
        ...plain,
        values: Float64Array.from(column.values),
        shape: [column.values.length],
        levelCount: column.size,
      };
    const { codes, levels } = column;
    return { values: Float64Array.from(codes), shape: [codes.length], levels, levelCount: levels.length, texts: null };
  }
  const texts: string[] = [];
  const numbers: number[] = [];
  const rows: (readonly number[])[] = [];
  for (const value of column) {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'number') numbers.push(value);
    else rows.push(value);
  }
  if (texts.length > 0) {
    const { codes, levels } = factor(texts);
    return { values: Float64Array.from(codes), shape: [codes.length], levels, levelCount: levels.length, texts };
  }
  if (rows.length === 0) return { ...plain, values: Float64Array.from(numbers), shape: [numbers.length] };
  const width = rows[0].length;
  if (rows.some((row) => row.length !== width)) return null;
  return { ...plain, values: Float64Array.from(rows.flat()), shape: [rows.length, width] };
}
