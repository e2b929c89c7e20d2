// Rows of the chart of Pareto k: every unit above the threshold, and as many of the others as a drawing bears.
import type { ChartData, ChartSignals } from './definition';

/** Marks that a drawing bears. */
const mostBelow = 1200;
const mostAbove = 800;
/** Ends of the axis; what lies beyond stands at the end. */
const [low, high] = [-0.3, 1.5];

export interface ParetoUnit {
  /** Its first row, from 1. */
  readonly row: number;
  /** Null where there is no telling, which counts as too large. */
  readonly k: number | null;
}

export interface ParetoPoints {
  readonly data: ChartData;
  readonly signals: ChartSignals;
  /** Units that are not drawn. */
  readonly leftOut: number;
}

export function paretoPoints(units: readonly ParetoUnit[], threshold: number): ParetoPoints {
  const all = units.map(({ row, k }) => {
    const value = k ?? Infinity;
    return { row, k: Math.min(high, Math.max(low, value)), above: value > threshold };
  });
  const above = some(
    all.filter((unit) => unit.above),
    mostAbove,
  );
  const below = some(
    all.filter((unit) => !unit.above),
    mostBelow,
  );
  const rows = units.reduce((most, { row }) => Math.max(most, row), 1);
  const largest = all.reduce((most, { k }) => Math.max(most, k), threshold);
  const smallest = all.reduce((least, { k }) => Math.min(least, k), 0);
  return {
    data: { points: [...below, ...above], threshold: [{ k: threshold }] },
    signals: { from: 0, to: rows + 1, bottom: smallest - 0.06, top: largest + 0.1 },
    leftOut: all.length - above.length - below.length,
  };
}

function some<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, k) => list[Math.floor((k * list.length) / most)]);
}
