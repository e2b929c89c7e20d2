// The columns of a posterior summary: how each is read, set with the digits that its Monte Carlo error allows, and sorted.
import { formatCount, formatEstimate, formatFixed, formatSignificant } from '../store/format';
import type { SummaryRow } from '../store/summary-rows';

export interface SummaryColumn {
  readonly key: string;
  readonly label: (interval: number) => string;
  /** In words, for the button that sorts by it. */
  readonly words: (interval: number) => string;
  readonly value: (row: SummaryRow) => number | null;
  readonly text: (row: SummaryRow) => string;
}

const mostDecimals = 3;

/** The end of an interval is known about half as well as the mean: the density is low there. */
const endError = (row: SummaryRow): number | null => (row.mcse_mean === null ? null : 2 * row.mcse_mean);

export const summaryColumns: readonly SummaryColumn[] = [
  {
    key: 'mean',
    label: () => 'mean',
    words: () => 'mean',
    value: (row) => row.mean,
    text: (row) => formatEstimate(row.mean, row.mcse_mean, mostDecimals),
  },
  {
    key: 'sd',
    label: () => 'sd',
    words: () => 'standard deviation',
    value: (row) => row.sd,
    text: (row) => formatEstimate(row.sd, row.mcse_sd, mostDecimals),
  },
  {
    key: 'hdi_lower',
    label: (interval) => `${interval}\u202f% from`,
    words: (interval) => `lower end of the ${interval} percent interval`,
    value: (row) => row.hdi_lower,
    text: (row) => formatEstimate(row.hdi_lower, endError(row), mostDecimals),
  },
  {
    key: 'hdi_upper',
    label: () => 'to',
    words: (interval) => `upper end of the ${interval} percent interval`,
    value: (row) => row.hdi_upper,
    text: (row) => formatEstimate(row.hdi_upper, endError(row), mostDecimals),
  },
  {
    key: 'mcse_mean',
    label: () => 'mcse',
    words: () => 'Monte Carlo standard error of the mean',
    value: (row) => row.mcse_mean,
    text: (row) => formatSignificant(row.mcse_mean, 2),
  },
  {
    key: 'ess_bulk',
    label: () => 'ESS bulk',
    words: () => 'bulk effective sample size',
    value: (row) => row.ess_bulk,
    text: (row) => formatCount(row.ess_bulk),
  },
  {
    key: 'ess_tail',
    label: () => 'ESS tail',
    words: () => 'tail effective sample size',
    value: (row) => row.ess_tail,
    text: (row) => formatCount(row.ess_tail),
  },
  {
    key: 'r_hat',
    label: () => 'R-hat',
    words: () => 'R-hat',
    value: (row) => row.r_hat,
    text: (row) => formatFixed(row.r_hat, 3),
  },
];

export interface Order {
  /** A column's key; null for the order of the model's text. */
  readonly by: string | null;
  readonly direction: 'ascending' | 'descending';
}

export function sorted(rows: readonly SummaryRow[], { by, direction }: Order): readonly SummaryRow[] {
  const column = summaryColumns.find(({ key }) => key === by);
  if (column === undefined) return direction === 'ascending' ? rows : rows.toReversed();
  const sign = direction === 'ascending' ? 1 : -1;
  // What could not be computed goes last either way.
  const place = (row: SummaryRow): number => {
    const value = column.value(row);
    return value === null ? Infinity : sign * value;
  };
  return rows.toSorted((a, b) => place(a) - place(b) || 0);
}

/** Full precision, for files: what is rounded on the page is not rounded here. */
export function summaryCsv(rows: readonly SummaryRow[]): string {
  const head = ['name', ...summaryColumns.map(({ key }) => key)];
  const lines = rows.map((row) => [row.name, ...summaryColumns.map(({ value }) => String(value(row) ?? ''))]);
  return [head, ...lines].map((cells) => cells.join(',')).join('\n') + '\n';
}
