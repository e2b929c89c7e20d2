// What the reader is shown of a table's columns: what each seems to hold, what is missing, and the first few cells.
import type { ColumnType } from './document';
import { isMissing, numberOf, quoted } from './table';
import type { TableColumn, TextTable } from './table';

export interface ColumnFacts {
  readonly name: string;
  readonly length: number;
  readonly guess: Exclude<ColumnType, 'ignored'>;
  readonly missing: number;
  /** Distinct cells, missing ones apart, counted up to `mostCounted`. */
  readonly distinct: number;
  /** The first distinct ones. */
  readonly sample: readonly string[];
  /** Why a column that is mostly numbers was taken for a factor; null otherwise. */
  readonly remark: string | null;
}

export interface TableFacts {
  readonly rows: number;
  readonly columns: readonly ColumnFacts[];
}

export const mostCounted = 10_000;

export function tableFacts({ columns, rows, decimalComma }: TextTable): TableFacts {
  return { rows, columns: columns.map((column) => columnFacts(column, decimalComma)) };
}

function columnFacts({ name, cells }: TableColumn, decimalComma: boolean): ColumnFacts {
  let missing = 0;
  let numbers = 0;
  let firstText = -1;
  const seen = new Set<string>();
  cells.forEach((cell, row) => {
    if (isMissing(cell)) missing++;
    else {
      if (!Number.isNaN(numberOf(cell, decimalComma))) numbers++;
      else if (firstText < 0) firstText = row;
      if (seen.size < mostCounted) seen.add(cell.trim());
    }
  });
  const present = cells.length - missing;
  const guess = firstText < 0 && present > 0 ? 'number' : 'factor';
  const nearly = firstText >= 0 && numbers > present / 2;
  return {
    name,
    length: cells.length,
    guess,
    missing,
    distinct: seen.size,
    sample: [...seen].slice(0, 3).map((cell) => shortened(cell, guess === 'number', decimalComma)),
    remark: nearly ? `Taken as a factor, because row ${firstText + 1} holds ${quoted(cells[firstText].trim())}.` : null,
  };
}

/** Enough of a cell to know the column by. */
function shortened(cell: string, number: boolean, decimalComma: boolean): string {
  if (cell.length <= 10) return cell;
  if (number) return String(Number(numberOf(cell, decimalComma).toPrecision(4)));
  return cell.length > 18 ? `${cell.slice(0, 17)}…` : cell;
}
