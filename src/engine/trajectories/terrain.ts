// The height of the ground that a particle moves over: log densities on a grid of a plane.
import type { Target } from '../../sampler/target';

export interface Grid {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** Points along x and along y, ends included. */
  readonly size: readonly [number, number];
}

/** `values[row * columns + column]`, rows along y from below. */
export function terrain({ logDensity }: Target, { x, y, size: [columns, rows] }: Grid): Float64Array {
  const values = new Float64Array(columns * rows);
  const point = new Float64Array(2);
  const gradient = new Float64Array(2);
  for (let row = 0; row < rows; row++) {
    point[1] = y[0] + ((y[1] - y[0]) * row) / (rows - 1);
    for (let column = 0; column < columns; column++) {
      point[0] = x[0] + ((x[1] - x[0]) * column) / (columns - 1);
      values[row * columns + column] = logDensity(point, gradient);
    }
  }
  return values;
}
