// Rows of a trace: where a chain has more draws than a drawing has room, the lowest and highest of each stretch.
import type { ChartData, ChartSignals, Row } from './definition';

/** Stretches of a chain; each gives two points at most. */
const stretches = 250;

/** `diverging[c][draw]` is 1 where the trajectory diverged. Draws count from 1. */
export function traceData(chains: readonly Float64Array[], diverging: readonly Float64Array[]): ChartData {
  const lines = chains.flatMap((values, c) =>
    kept(values).map((k): Row => ({ chain: c + 1, draw: k + 1, value: values[k] })),
  );
  const broke = new Set(diverging.flatMap((chain) => [...chain.keys()].filter((k) => chain[k] === 1)));
  return { lines, broke: [...broke].map((k) => ({ draw: k + 1 })) };
}

function kept(values: Float64Array): readonly number[] {
  const finite = (k: number): boolean => Number.isFinite(values[k]);
  if (values.length <= 2 * stretches) return [...values.keys()].filter(finite);
  const places: number[] = [];
  for (let s = 0; s < stretches; s++) {
    let low = -1;
    let high = -1;
    for (let k = Math.floor((s * values.length) / stretches); k < ((s + 1) * values.length) / stretches; k++) {
      if (!finite(k)) continue;
      if (low < 0 || values[k] < values[low]) low = k;
      if (high < 0 || values[k] > values[high]) high = k;
    }
    if (low >= 0) places.push(...(low === high ? [low] : [Math.min(low, high), Math.max(low, high)]));
  }
  return places;
}

export function traceSignals(title: string, chains: readonly Float64Array[]): ChartSignals {
  const [bottom, top] = rangeOf(chains);
  return { title, from: 1, to: Math.max(2, chains[0]?.length ?? 2), bottom, top };
}

/** Of finite values, with a little room on both sides; never empty. */
export function rangeOf(arrays: readonly ArrayLike<number>[]): readonly [number, number] {
  let least = Infinity;
  let most = -Infinity;
  for (const values of arrays)
    for (let k = 0; k < values.length; k++) {
      if (!Number.isFinite(values[k])) continue;
      least = Math.min(least, values[k]);
      most = Math.max(most, values[k]);
    }
  if (!(most >= least)) return [-1, 1];
  const room = most > least ? 0.04 * (most - least) : Math.max(1e-6, 0.1 * Math.abs(most));
  return [least - room, most + room];
}
