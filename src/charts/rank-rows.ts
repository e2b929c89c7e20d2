// Rows of a rank plot: for each chain, how its draws are spread over the ranks of all chains' draws together.
import { formatCount } from '../stats/format';
import type { Row } from './definition';
import type { NumberTableContent } from './NumberTable';

/** One array a chain: how many of its draws fall into each of equal ranges of the ranks, as `rankHistograms` of stats counts them. */
export type RankCounts = readonly ArrayLike<number>[];

export interface RankRows {
  /** One row a chain and range. */
  readonly ranks: readonly Row[];
  /** One row a chain: its name, what a well-mixed chain would have in each range, and how far luck alone moves that. */
  readonly chains: readonly Row[];
}

/** Room between two panels, as a fraction of a panel. */
const gap = 0.12;
/** Panels of a row where all stand side by side, and on a phone. */
export const panelsARow = { all: 4, phone: 2 } as const;

/** The chart's horizontal extent in panels. */
export function extentOf(panels: number): number {
  return panels + (panels - 1) * gap;
}

/** Of many chains, some: `most` of them from the `first` on, counted from 0. */
export interface RankSelection {
  readonly first: number;
  readonly most: number;
}

/** Rows for up to four chains of equal length. Heights are fractions of the panel, which ends at twice the expected count, or at more if a bar needs it. */
export function rankRows(histograms: RankCounts, { first, most }: RankSelection = { first: 0, most: 4 }): RankRows {
  const bins = histograms[0]?.length ?? 0;
  const count = histograms.length;
  const draws = sum(histograms[0] ?? []);
  const expected = draws / bins;
  const highest = Math.max(...histograms.flatMap((counts) => Array.from(counts)));
  const top = Math.max(2 * expected, highest);
  const luck = 1.96 * Math.sqrt(expected * (1 - 1 / bins) * (1 - 1 / count));
  const shown = histograms.slice(first, first + most);
  const ranks = shown.flatMap((counts, chain) =>
    Array.from(counts, (drawn, bin) => ({
      chain: chain + 1,
      ...placed(chain, bin / bins, (bin + 1) / bins),
      height: drawn / top,
    })),
  );
  const chains = shown.map((_, chain) => ({
    chain: chain + 1,
    ...placed(chain, 0, 1),
    label: `chain ${first + chain + 1}`,
    expected: expected / top,
    lower: Math.max(0, expected - luck) / top,
    upper: (expected + luck) / top,
  }));
  return { ranks, chains };
}

/** Where a stretch of a chain's panel lies: in one row of all panels, and in rows of two. */
function placed(chain: number, from: number, to: number) {
  const all = chain * (1 + gap);
  const half = (chain % panelsARow.phone) * (1 + gap);
  return { from: all + from, to: all + to, halfFrom: half + from, halfTo: half + to };
}

/** What a rank plot shows, in words. */
export function describeRanks(name: string, histograms: RankCounts): string {
  const bins = histograms[0]?.length ?? 0;
  const expected = sum(histograms[0] ?? []) / bins;
  const shares = histograms.flatMap((counts) => Array.from(counts, (drawn) => drawn / expected));
  const percent = (share: number): string => String(Math.round(100 * share));
  return (
    `Rank plot of ${name}: how the draws of each of ${histograms.length} chains are spread over the ranks of all draws, in ${bins} ranges. ` +
    `If the chains mix, each range holds about ${Math.round(expected)} draws of each chain; here the emptiest holds ` +
    `${percent(Math.min(...shares))} and the fullest ${percent(Math.max(...shares))} percent of that.`
  );
}

/** The bars as a table: a row for each range of the ranks, a column for each chain. */
export function rankTable(histograms: RankCounts): NumberTableContent {
  return {
    caption: 'Draws of each chain by their rank among all draws, lowest range first',
    columns: ['range of ranks', ...histograms.map((_, chain) => `chain ${chain + 1}`)],
    rows: () =>
      Array.from(histograms[0] ?? [], (_, bin) => [
        String(bin + 1),
        ...histograms.map((counts) => formatCount(counts[bin])),
      ]),
  };
}

function sum(counts: ArrayLike<number>): number {
  return Array.from(counts).reduce((total, count) => total + count, 0);
}
