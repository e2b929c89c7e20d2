// Medians, percentiles and slopes of what was measured.

export interface Spread {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
  readonly largest: number;
}

/** By linear interpolation between order statistics (R's type 7); NaN of nothing. */
export function quantile(values: readonly number[], probability: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * probability;
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

export function spreadOf(values: readonly number[]): Spread {
  return {
    count: values.length,
    median: quantile(values, 0.5),
    p95: quantile(values, 0.95),
    largest: quantile(values, 1),
  };
}

/** The slope of the least-squares line of y on x; 0 where x does not vary. */
export function slopeOf(points: readonly { readonly x: number; readonly y: number }[]): number {
  const mean = (read: (point: { readonly x: number; readonly y: number }) => number): number =>
    points.reduce((sum, point) => sum + read(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const spread = points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
  if (!(spread > 0)) return 0;
  return points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / spread;
}
