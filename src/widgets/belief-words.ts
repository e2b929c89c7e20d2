// What a study of a belief has found, in words and in a table.
import type { NumberTableContent } from '../charts/NumberTable';
import type { CellSummary } from '../store/beliefs';
import { formatFixed } from '../store/format';

type Cells = readonly (CellSummary | null)[];

/** In how many kinds of world partial pooling is closer to the truth than no pooling, and in how many farther from it. */
export interface Score {
  readonly wins: number;
  readonly losses: number;
}

/** While trials come in there is no verdict. */
export const untold = 'Which pooling comes closest to the truth?';

/** A difference within two Monte Carlo errors decides nothing. */
export function scoreOf(cells: Cells): Score {
  const decided = cells.flatMap((cell) => {
    if (cell === null) return [];
    const { value, error } = cell.against.none;
    return error === null || Math.abs(value) < 2 * error ? [] : [value];
  });
  const wins = decided.filter((value) => value < 0).length;
  return { wins, losses: decided.length - wins };
}

/** "8.1 points with partial pooling, 11.5 with none, 14.0 with complete". */
export function errorsInWords({ errors }: CellSummary): string {
  const points = (pooling: keyof typeof errors): string => formatFixed(100 * errors[pooling].value, 1);
  return `${points('partial')} points with partial pooling, ${points('none')} with none, ${points('complete')} with complete`;
}

export function describeErrors(labels: readonly string[], cells: Cells): string {
  const each = cells.map((cell, k) => `${labels[k]}: ${cell === null ? 'not tried yet' : errorsInWords(cell)}`);
  return `Average error of a unit's survival. ${each.join('. ')}.`;
}

export function errorTable(kind: string, labels: readonly string[], cells: Cells): NumberTableContent {
  const write = ({ value, error }: { readonly value: number; readonly error: number | null }, digits: number): string =>
    `${formatFixed(100 * value, digits)}${error === null ? '' : ` ± ${formatFixed(100 * error, digits)}`}`;
  const lines = (digits: number) => (): string[][] =>
    cells.map((cell, k) =>
      cell === null
        ? [labels[k], '', '', '', '', '']
        : [
            labels[k],
            ...(['complete', 'none', 'partial'] as const).map((pooling) => write(cell.errors[pooling], digits)),
            write(cell.against.none, digits),
            String(cell.trials),
          ],
    );
  return {
    caption: `Average error by ${kind}, in percentage points, with its Monte Carlo standard error`,
    columns: [kind, 'complete', 'none', 'partial', 'partial less none', 'trials'],
    rows: lines(1),
    exact: lines(6),
  };
}
