// Rows of the energy plot: how energies spread about their mean, and how far one draw moves from the last.
import type { Row } from './definition';

/** Counts of draws in equal ranges from `from` to `to`, of energies about their mean and of changes from draw to draw. */
export interface EnergyCounts {
  readonly from: number;
  readonly to: number;
  readonly energies: readonly number[];
  readonly changes: readonly number[];
}

export interface EnergyRows {
  readonly energies: readonly Row[];
  /** The corners of the outline. */
  readonly changes: readonly Row[];
  readonly ticks: readonly Row[];
}

/** Places are shares of the range, heights shares of the highest bar; each of the two has the same area where they agree. */
export function energyRows({ from, to, energies, changes }: EnergyCounts): EnergyRows {
  const bins = energies.length;
  const shareOf = (counts: readonly number[]): readonly number[] => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count) => (total === 0 ? 0 : count / total));
  };
  const [spread, moved] = [shareOf(energies), shareOf(changes)];
  const top = Math.max(...spread, ...moved);
  const outline = moved.flatMap((share, i) => [
    { at: i / bins, height: share / top, corner: 2 * i },
    { at: (i + 1) / bins, height: share / top, corner: 2 * i + 1 },
  ]);
  return {
    energies: spread.map((share, i) => ({ from: i / bins, to: (i + 1) / bins, height: share / top })),
    changes: [{ at: 0, height: 0, corner: -1 }, ...outline, { at: 1, height: 0, corner: 2 * bins }],
    ticks: [from / 2, 0, to / 2].map((value) => ({
      at: (value - from) / (to - from),
      text: value < 0 ? `\u2212${Math.round(-value)}` : String(Math.round(value)),
    })),
  };
}

export function describeEnergy({ from, to, energies, changes }: EnergyCounts): string {
  const sdOf = (counts: readonly number[]): number => {
    const width = (to - from) / counts.length;
    const total = counts.reduce((sum, count) => sum + count, 0);
    const middle = (i: number): number => from + (i + 0.5) * width;
    const mean = counts.reduce((sum, count, i) => sum + count * middle(i), 0) / total;
    return Math.sqrt(counts.reduce((sum, count, i) => sum + count * (middle(i) - mean) ** 2, 0) / total);
  };
  return (
    `Energies about their mean, with a standard deviation of about ${sdOf(energies).toFixed(1)}, and their changes from one draw ` +
    `to the next, with one of about ${sdOf(changes).toFixed(1)}.`
  );
}
