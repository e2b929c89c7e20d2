// How many members each plate has: what the data say, where they say it, and whether they agree.
import type { NumericColumn } from './data';
import type { Model, Plate } from './model';
import type { ErrorList } from './result';
import type { Expression, Span } from './tree';
import { rightSide, visit } from './walk';

/** One statement about the size of a plate. A hard one is exact, the others are lower bounds. */
interface Evidence {
  readonly size: number;
  readonly hard: boolean;
  readonly what: string;
  readonly span: Span;
}

/** More than anyone has members of anything here; a larger index is an identifier taken for an index. */
const mostMembers = 1e6;

/** The size of each plate, -1 where an error was reported. */
export function settleSizes(model: Model, columns: ReadonlyMap<string, NumericColumn>, errors: ErrorList): number[] {
  const evidence = gather(model, columns);
  return model.plates.map((plate) => settle(plate, evidence.get(plate.id) ?? [], model, errors));
}

function settle(plate: Plate, evidence: readonly Evidence[], model: Model, errors: ErrorList): number {
  const hard = evidence.filter((entry) => entry.hard);
  const bounds = evidence.filter((entry) => !entry.hard);
  const line = (span: Span): number => model.program.text.slice(0, span.start).split('\n').length;
  const largest = bounds.reduce<Evidence | null>(
    (best, entry) => (best === null || entry.size > best.size ? entry : best),
    null,
  );
  if (hard.length === 0) {
    if (largest !== null && largest.size > mostMembers) {
      errors.add(
        largest.span,
        `${largest.what} would make a vector of that length.`,
        'Number the members 1, 2, 3, … without gaps.',
      );
      return -1;
    }
    if (largest !== null) return largest.size;
    const [symbol] = [...model.symbols.values()].filter((candidate) => candidate.plates.includes(plate.id));
    errors.add(
      symbol.span,
      `Nothing says how many values ${symbol.name} has.`,
      `Index it by a data column, as in ${symbol.name}[g[i]], or give data of its length.`,
    );
    return -1;
  }
  const [first] = hard;
  const other = hard.find((entry) => entry.size !== first.size);
  if (other !== undefined) {
    errors.add(
      other.span,
      `${other.what}, but ${first.what} (line ${line(first.span)}).`,
      'The two must agree: check the lengths of these columns.',
    );
    return -1;
  }
  if (largest !== null && largest.size > first.size) {
    errors.add(
      largest.span,
      `${largest.what} is out of range: ${first.what} (line ${line(first.span)}).`,
      `An index here runs from 1 to ${first.size}.`,
    );
    return -1;
  }
  return first.size;
}

function gather(model: Model, columns: ReadonlyMap<string, NumericColumn>): Map<number, Evidence[]> {
  const evidence = new Map<number, Evidence[]>();
  const add = (plate: number, entry: Evidence): void => {
    const list = evidence.get(plate) ?? [];
    list.push(entry);
    evidence.set(plate, list);
  };
  for (const symbol of model.symbols.values()) {
    const column = columns.get(symbol.name);
    if (column === undefined || (symbol.role !== 'data' && symbol.role !== 'observed')) continue;
    const { name, span } = symbol;
    symbol.plates.forEach((plate, axis) => {
      const across = symbol.plates.length > 1 ? (axis === 0 ? ' rows' : ' columns') : ' values';
      add(plate, { size: column.shape[axis], hard: true, what: `${name} has ${column.shape[axis]}${across}`, span });
    });
    if (symbol.indexes === null) continue;
    if (column.levelCount !== null)
      add(symbol.indexes, {
        size: column.levelCount,
        hard: true,
        what: `${name} has ${column.levelCount} levels`,
        span,
      });
    else if (column.values.length > 0) {
      const row = indexOfLargest(column.values);
      add(symbol.indexes, {
        size: column.values[row],
        hard: false,
        what: `${name}[${row + 1}] = ${column.values[row]}`,
        span,
      });
    }
  }
  gatherFromText(model, columns, add);
  return evidence;
}

/** Cutpoints and logits are one fewer than the outcome's categories; a written index is a lower bound. */
function gatherFromText(
  model: Model,
  columns: ReadonlyMap<string, NumericColumn>,
  add: (plate: number, entry: Evidence) => void,
): void {
  for (const statement of model.statements) {
    for (const expression of rightSide(statement)) visit(expression, (part) => addWrittenIndices(part, model, add));
    if (statement.kind !== 'draw' || statement.distribution.support.kind !== 'category') continue;
    const { vector } = statement.distribution.support;
    const argument = statement.arguments[statement.distribution.arguments.findIndex(({ name }) => name === vector)];
    const column = columns.get(statement.name);
    if (argument.kind !== 'reference' || column === undefined || column.values.length === 0) continue;
    const plate = model.symbols.get(argument.name)?.plates.at(-1);
    if (plate === undefined) continue;
    const { span } = argument;
    const needs = `${argument.name} has one value fewer`;
    if (column.levelCount !== null)
      add(plate, {
        size: column.levelCount - 1,
        hard: true,
        what: `${statement.name} has ${column.levelCount} levels and ${needs}`,
        span,
      });
    else {
      const largest = column.values[indexOfLargest(column.values)];
      add(plate, {
        size: largest - 1,
        hard: false,
        what: `${statement.name} goes up to ${largest} and ${needs}, which`,
        span,
      });
    }
  }
}

function addWrittenIndices(part: Expression, model: Model, add: (plate: number, entry: Evidence) => void): void {
  if (part.kind !== 'reference') return;
  part.indices.forEach((index, axis) => {
    const plate = model.symbols.get(part.name)?.plates[axis];
    if (index.kind === 'number' && plate !== undefined)
      add(plate, { size: index.value, hard: false, what: `${part.name}[${index.value}]`, span: index.span });
  });
}

function indexOfLargest(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  return best;
}
