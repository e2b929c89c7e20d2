// Leaving data out of a bound model: which rows a unit of cross-validation stands for, and the model that has not seen them.
import type { BoundColumn, BoundModel, BoundPlate } from '../../lang/bind';
import type { Model, ModelStatement, ModelSymbol, Plate } from '../../lang/model';
import type { Expression, Span } from '../../lang/tree';
import { mapReferences } from '../../lang/walk';

/** What is left out at once: a row of an observed variable, or all rows of one level of an index column (1-based). */
export type LeftOutUnit =
  | { readonly kind: 'row'; readonly observed: string; readonly row: number }
  | { readonly kind: 'level'; readonly index: string; readonly level: number };

/** What the units are. */
export type Units =
  { readonly kind: 'rows'; readonly observed: string } | { readonly kind: 'levels'; readonly index: string };

/** For each observed variable that loses some, its rows, from 0. */
export type LeftOutRows = ReadonlyMap<string, ReadonlySet<number>>;

type Draw = Extract<ModelStatement, { kind: 'draw' }>;

/** The units that have data, or a sentence about why there are none. */
export function unitsOf(units: Units, bound: BoundModel): readonly LeftOutUnit[] | string {
  const symbols = [...bound.model.symbols.values()];
  const list = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '));
  if (units.kind === 'rows') {
    const { observed } = units;
    const outcome = observedStatements(bound).find(({ name }) => name === observed);
    if (outcome === undefined) {
      const names = observedStatements(bound).map(({ name }) => name);
      return `${observed} is not an observed variable of this model; there is ${list(names)}.`;
    }
    return Array.from({ length: rowCount(outcome, bound) }, (_, k) => ({ kind: 'row', observed, row: k + 1 }));
  }
  const { index } = units;
  const plate = indexedPlate(index, bound);
  if (plate === null) {
    const names = symbols.filter((symbol) => indexedPlate(symbol.name, bound) !== null).map(({ name }) => name);
    return `${index} is not an index column of this model; there is ${list(names)}.`;
  }
  return Array.from({ length: bound.plates[plate].size }, (_, k): LeftOutUnit => ({
    kind: 'level',
    index,
    level: k + 1,
  })).filter((unit) => rowsOf(unit, bound).size > 0);
}

/** The rows a unit stands for. A level's rows go from every observed variable that an index column ties to it. */
export function rowsOf(unit: LeftOutUnit, bound: BoundModel): LeftOutRows {
  if (unit.kind === 'row') return new Map([[unit.observed, new Set([unit.row - 1])]]);
  const plate = indexedPlate(unit.index, bound);
  return plate === null ? new Map() : (levelsOf(plate, bound)[unit.level - 1] ?? new Map());
}

/** Of whole models, by plate: units ask for one level after the other. */
const known = new WeakMap<BoundModel, Map<number, readonly LeftOutRows[]>>();

/** The rows of each level of a plate. */
function levelsOf(plate: number, bound: BoundModel): readonly LeftOutRows[] {
  const own = known.get(bound) ?? new Map<number, readonly LeftOutRows[]>();
  known.set(bound, own);
  const levels = own.get(plate) ?? sortRows(plate, bound);
  own.set(plate, levels);
  return levels;
}

function sortRows(plate: number, bound: BoundModel): readonly LeftOutRows[] {
  const levels = Array.from({ length: bound.plates[plate].size }, () => new Map<string, Set<number>>());
  for (const statement of observedStatements(bound))
    levelsOfRows(statement, plate, bound).forEach((own, row) => {
      for (const level of own) {
        const rows = levels[level]?.get(statement.name) ?? new Set();
        levels[level]?.set(statement.name, rows.add(row));
      }
    });
  return levels;
}

export function observedStatements(bound: BoundModel): Draw[] {
  return bound.model.statements.filter(
    (statement): statement is Draw =>
      statement.kind === 'draw' && bound.model.symbols.get(statement.name)?.role === 'observed',
  );
}

function indexedPlate(name: string, bound: BoundModel): number | null {
  const symbol = bound.model.symbols.get(name);
  return symbol?.role === 'data' || symbol?.role === 'observed' ? symbol.indexes : null;
}

function rowCount(statement: Draw, bound: BoundModel): number {
  return statement.plates.reduce((product, plate) => product * bound.plates[plate].size, 1);
}

/** Levels of a plate that each row belongs to, from 0: by an index column along the row's own plates, or by standing on the plate itself. */
function levelsOfRows(statement: Draw, plate: number, bound: BoundModel): number[][] {
  const sizes = statement.plates.map((id) => bound.plates[id].size);
  const columns = [...bound.model.symbols.values()].flatMap((symbol): { at: number[]; column: BoundColumn }[] => {
    const column = bound.columns.get(symbol.name);
    if (column === undefined || column.codes === null || indexedPlate(symbol.name, bound) !== plate) return [];
    const at = symbol.plates.map((id) => statement.plates.indexOf(id));
    return at.length === 0 || at.includes(-1) ? [] : [{ at, column }];
  });
  return Array.from({ length: rowCount(statement, bound) }, (_, row) => {
    const place = coordinates(row, sizes);
    const own = statement.plates.flatMap((id, axis) => (id === plate ? [place[axis]] : []));
    const named = columns.map(({ at, column }) => {
      const flat = at.reduce((offset, axis, k) => offset * column.shape[k] + place[axis], 0);
      return column.codes?.[flat] ?? -1;
    });
    return [...own, ...named];
  });
}

function coordinates(flat: number, sizes: readonly number[]): number[] {
  const place: number[] = [];
  let rest = flat;
  for (let axis = sizes.length - 1; axis >= 0; axis--) {
    place.unshift(rest % sizes[axis]);
    rest = Math.floor(rest / sizes[axis]);
  }
  return place;
}

/**
 * The same model without the likelihood of some rows. Sizes, levels and parameters stay: a level that lost its rows keeps its prior, and
 * a left-out outcome that others read as data is still read. Each outcome that loses rows is drawn for the kept ones alone, which an
 * index column leads to.
 */
export function leaveOut(bound: BoundModel, rows: LeftOutRows): BoundModel {
  let reduced = bound;
  for (const [name, lost] of rows) reduced = keepRows(reduced, name, lost);
  return reduced;
}

/** The same model with the likelihood of some rows alone. */
export function keepOnly(bound: BoundModel, rows: LeftOutRows): BoundModel {
  const others = observedStatements(bound).map((statement): [string, ReadonlySet<number>] => {
    const kept = rows.get(statement.name);
    const all = Array.from({ length: rowCount(statement, bound) }, (_, row) => row);
    return [statement.name, new Set(all.filter((row) => kept?.has(row) !== true))];
  });
  return leaveOut(bound, new Map(others));
}

function keepRows(bound: BoundModel, outcome: string, lost: ReadonlySet<number>): BoundModel {
  const { model } = bound;
  const statement = observedStatements(bound).find(({ name }) => name === outcome);
  const column = bound.columns.get(outcome);
  if (statement === undefined || column === undefined) throw new Error(`${outcome} is not observed`);
  const sizes = statement.plates.map((id) => bound.plates[id].size);
  const kept = Array.from({ length: rowCount(statement, bound) }, (_, row) => row).filter((row) => !lost.has(row));
  const places = kept.map((row) => coordinates(row, sizes));

  // Blanks keep these names apart from any that a text can hold.
  const letter = `row of ${outcome}`;
  const drawn = `${outcome} kept`;
  const indexName = (axis: number): string => `${outcome} kept ${axis}`;
  const { span } = statement;
  const plate: Plate = { id: model.plates.length, letter, indexedBy: [], rows: true };
  const boundPlate: BoundPlate = { id: plate.id, letter, size: kept.length, labels: null };

  const reference = (name: string, indices: readonly Expression[], at: Span): Expression => ({
    kind: 'reference',
    name,
    indices,
    span: at,
  });
  const moved = (expression: Expression): Expression =>
    mapReferences(expression, (part) => {
      const axis = part.indices.length === 0 ? statement.letters.indexOf(part.name) : -1;
      if (axis >= 0) return reference(indexName(axis), [reference(letter, [], part.span)], part.span);
      return { ...part, indices: part.indices.map(moved) };
    });
  const replacement: Draw = {
    ...statement,
    name: drawn,
    letters: [letter],
    plates: [plate.id],
    arguments: statement.arguments.map(moved),
  };
  const replace = (other: ModelStatement): ModelStatement => (other === statement ? replacement : other);

  const symbols = new Map<string, ModelSymbol>(model.symbols);
  const columns = new Map<string, BoundColumn>(bound.columns);
  const own = model.symbols.get(outcome);
  if (own?.role !== 'observed') throw new Error(`${outcome} is not observed`);
  symbols.set(outcome, { ...own, role: 'data' });
  symbols.set(drawn, { ...own, name: drawn, plates: [plate.id] });
  const pick = (values: Float64Array): Float64Array => Float64Array.from(kept, (row) => values[row]);
  columns.set(drawn, { ...column, name: drawn, values: pick(column.values), shape: [kept.length], codes: null });
  statement.plates.forEach((indexes, axis) => {
    const name = indexName(axis);
    symbols.set(name, { role: 'data', name, plates: [plate.id], latex: name, span, indexes });
    columns.set(name, {
      name,
      values: Float64Array.from(places, (place) => place[axis] + 1),
      shape: [kept.length],
      codes: Int32Array.from(places, (place) => place[axis]),
    });
  });
  const reduced: Model = {
    ...model,
    plates: [...model.plates, plate],
    symbols,
    statements: model.statements.map(replace),
    order: model.order.map(replace),
  };
  return { model: reduced, plates: [...bound.plates, boundPlate], columns };
}
