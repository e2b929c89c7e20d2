// Rows of the Pareto-k chart: one mark a tank, and in words how many are too large.
import type { Row } from './definition';
import type { TankRow } from './tank-rows';

/** Ends of the axis; what lies beyond stands at the end. */
const [low, high] = [-0.2, 1.5];

/** `paretoK`: one a tank; null where there is no telling, which counts as too large. */
export function paretoKRows(tanks: readonly TankRow[], paretoK: readonly (number | null)[], threshold: number): Row[] {
  return tanks.map((row, tank) => {
    const k = paretoK[tank] ?? Infinity;
    return { ...row, k: Math.min(high, Math.max(low, k)), above: k > threshold };
  });
}

export function describeParetoK(rows: readonly Row[], sigma: string): string {
  const above = rows.filter((row) => row.above === true).length;
  return `Pareto k of each of ${rows.length} tanks at sigma ${sigma}: above 0.7, where PSIS cannot be relied on, for ${above} of them.`;
}

/** Bands of densities with a short name for each. */
export function paretoKBands(bands: readonly Row[], tanks: readonly TankRow[]): Row[] {
  return bands.map((band) => {
    const first = tanks.find((row) => row.band === band.band);
    return { ...band, density: `${first?.density ?? ''} tadpoles` };
  });
}
