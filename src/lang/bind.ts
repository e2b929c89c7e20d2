// Joins a model with data: sizes, levels, 0-based indices, and every check that needs values.
import { numericColumn } from './data';
import type { DataSet, NumericColumn } from './data';
import { checkValues } from './check-values';
import type { Model, ModelSymbol } from './model';
import { nearest } from './names';
import { ErrorList, failure, success } from './result';
import type { Result } from './result';
import { settleSizes } from './sizes';

export interface BoundPlate {
  readonly id: number;
  readonly letter: string;
  readonly size: number;
  /** Names of the members, where a factor gives them. */
  readonly labels: readonly string[] | null;
}

export interface BoundColumn {
  readonly name: string;
  /** As given (codes of a factor from 1), row-major over `shape`. */
  readonly values: Float64Array;
  readonly shape: readonly number[];
  /** `values` from 0, where the column stands in index position. */
  readonly codes: Int32Array | null;
}

export interface BoundModel {
  readonly model: Model;
  /** By plate id. */
  readonly plates: readonly BoundPlate[];
  readonly columns: ReadonlyMap<string, BoundColumn>;
}

/** More than a browser can sample; beyond it lie mistakes. */
const mostElements = 5_000_000;

type DataSymbol = Extract<ModelSymbol, { role: 'data' | 'observed' }>;

/** Errors: columns missing or misshapen, sizes that disagree, indices out of range, values outside their distribution. */
export function bind(model: Model, data: DataSet): Result<BoundModel> {
  const errors = new ErrorList(model.program.text);
  const symbols = [...model.symbols.values()].filter(
    (symbol): symbol is DataSymbol => symbol.role === 'data' || symbol.role === 'observed',
  );
  for (const symbol of model.symbols.values()) {
    if (symbol.role === 'parameter' && Object.hasOwn(data, symbol.name))
      errors.add(
        symbol.span,
        `${symbol.name} is in the data, but the model takes it for a parameter.`,
        `Declare ${symbol.name} as observed, or remove it from the data.`,
      );
  }
  const columns = readColumns(symbols, data, errors);
  mergeLevels(symbols, columns, errors);
  checkNumbers(symbols, columns, errors);
  if (!errors.empty) return failure(errors.errors);
  const sizes = settleSizes(model, columns, errors);
  for (const { name, span, plates } of model.symbols.values()) {
    if (plates.reduce((total, plate) => total * sizes[plate], 1) > mostElements)
      errors.add(
        span,
        `${name} would have more than ${mostElements} elements.`,
        'Check the index columns: is one an identifier?',
      );
  }
  if (!errors.empty) return failure(errors.errors);
  const plates = model.plates.map((plate): BoundPlate => {
    const labels = symbols
      .filter((symbol) => symbol.indexes === plate.id)
      .map((symbol) => columns.get(symbol.name)?.levels ?? null);
    return {
      id: plate.id,
      letter: plate.letter,
      size: sizes[plate.id],
      labels: labels.find((names) => names !== null) ?? null,
    };
  });
  const bound: BoundModel = {
    model,
    plates,
    columns: new Map(symbols.map((symbol) => [symbol.name, boundColumn(symbol, columns)])),
  };
  checkValues(bound, errors);
  return errors.empty ? success(bound) : failure(errors.errors);
}

/** The one place where indices turn from 1-based to 0-based. */
function boundColumn(symbol: DataSymbol, columns: ReadonlyMap<string, NumericColumn>): BoundColumn {
  const column = columns.get(symbol.name);
  if (column === undefined) throw new Error(`${symbol.name} has no column after columns were checked`);
  const { values, shape } = column;
  return {
    name: symbol.name,
    values,
    shape,
    codes: symbol.indexes === null ? null : Int32Array.from(values, (value) => value - 1),
  };
}

function readColumns(symbols: readonly DataSymbol[], data: DataSet, errors: ErrorList): Map<string, NumericColumn> {
  const columns = new Map<string, NumericColumn>();
  for (const { name, span, plates } of symbols) {
    if (!Object.hasOwn(data, name)) {
      const near = nearest(name, Object.keys(data));
      errors.add(
        span,
        `The data have no column ${name}.`,
        near === null
          ? `Add ${name} to the data.`
          : `Did you mean ${near}? Add ${name} to the data, or use ${near} here.`,
      );
      continue;
    }
    const column = numericColumn(data[name]);
    if (column === null)
      errors.add(span, `The rows of ${name} differ in length.`, 'Give every row the same number of values.');
    else if (column.shape.length !== plates.length)
      errors.add(
        span,
        `${name} is ${shapeWords(column.shape.length)} in the data, but ${shapeWords(plates.length)} in the text.`,
        shapeFix(name, column.shape.length),
      );
    else columns.set(name, column);
  }
  return columns;
}

function shapeWords(axes: number): string {
  return axes === 0
    ? 'a single number'
    : axes === 1
      ? 'a list of values'
      : axes === 2
        ? 'a table'
        : `an array of ${axes} indices`;
}

function shapeFix(name: string, axes: number): string {
  if (axes === 0) return `Write ${name} without an index, or give one value for each row.`;
  return axes === 1 ? `Write ${name}[i].` : `Write ${name}[i, j].`;
}

/** Columns of texts that index the same plate share their levels, in order of first appearance over all of them. */
function mergeLevels(symbols: readonly DataSymbol[], columns: Map<string, NumericColumn>, errors: ErrorList): void {
  const plates = new Set(symbols.map((symbol) => symbol.indexes).filter((id) => id !== null));
  for (const id of plates) {
    const sharing = symbols
      .filter((symbol) => symbol.indexes === id)
      .map((symbol) => ({ symbol, column: columns.get(symbol.name) }));
    const named = sharing.filter(({ column }) => column?.levels != null);
    const declared = named.find(({ column }) => column?.texts === null)?.column?.levels ?? null;
    const levels = declared ?? [...new Set(named.flatMap(({ column }) => column?.levels ?? []))];
    for (const { symbol, column } of named) {
      if (column === undefined || column.levels === null) continue;
      if (column.texts === null) {
        if (column.levels.join('\n') !== levels.join('\n'))
          errors.add(
            symbol.span,
            `The levels of ${symbol.name} are not those of the other columns that index the same vector.`,
            'Give them the same levels in the same order.',
          );
        continue;
      }
      const codes = new Map(levels.map((level, k) => [level, k + 1]));
      const row = column.texts.findIndex((text) => !codes.has(text));
      if (row >= 0)
        errors.add(
          symbol.span,
          `${symbol.name}[${row + 1}] is '${column.texts[row]}', which is not among the levels.`,
          `The levels are ${levels.join(', ')}.`,
        );
      const values = Float64Array.from(column.texts, (text) => codes.get(text) ?? NaN);
      columns.set(symbol.name, { ...column, values, levels, levelCount: levels.length });
    }
  }
}

function checkNumbers(
  symbols: readonly DataSymbol[],
  columns: ReadonlyMap<string, NumericColumn>,
  errors: ErrorList,
): void {
  for (const { name, span, indexes, role } of symbols) {
    const column = columns.get(name);
    if (column === undefined) continue;
    if (column.texts !== null && indexes === null && role === 'data') {
      errors.add(
        span,
        `${name} holds texts, but is used as a number.`,
        `Use it as an index, as in alpha[${name}[i]], or recode it as 0 and 1.`,
      );
      continue;
    }
    const row = column.values.findIndex((value) => !Number.isFinite(value));
    if (row >= 0) {
      errors.add(
        span,
        `${place(name, row, column.shape)} is ${Number.isNaN(column.values[row]) ? 'missing' : column.values[row]}.`,
        'Remove the row, or give it a number.',
      );
      continue;
    }
    if (indexes !== null) checkIndices(name, column, span, errors);
  }
}

function checkIndices(name: string, column: NumericColumn, span: DataSymbol['span'], errors: ErrorList): void {
  const { values, shape, levelCount } = column;
  const row = values.findIndex(
    (value) => !Number.isInteger(value) || value < 1 || (levelCount !== null && value > levelCount),
  );
  if (row < 0) return;
  const value = values[row];
  const at = `${place(name, row, shape)} is ${value}`;
  if (value === 0) errors.add(span, `${at}, but indices start at 1.`, `Add 1 to every ${name}.`);
  else if (!Number.isInteger(value))
    errors.add(span, `${at}, but an index is a whole number.`, `Number the members of ${name} 1, 2, 3, ….`);
  else if (value < 1) errors.add(span, `${at}, but indices start at 1.`, `Number the members of ${name} 1, 2, 3, ….`);
  else errors.add(span, `${at}, but ${name} has ${levelCount} levels.`, `An index here runs from 1 to ${levelCount}.`);
}

/** `x[3]`, `M[2, 5]`, `x`: an element of a column as the reader counts. */
export function place(name: string, offset: number, shape: readonly number[]): string {
  const at: number[] = [];
  let rest = offset;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    at.unshift((rest % shape[axis]) + 1);
    rest = Math.floor(rest / shape[axis]);
  }
  return at.length === 0 ? name : `${name}[${at.join(', ')}]`;
}
