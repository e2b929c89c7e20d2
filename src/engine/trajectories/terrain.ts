// The height of the ground that a particle moves over: log densities on a grid of a plane.
import type { Target } from '../../sampler/target';

/** Places along each axis, increasing. */
export interface Grid {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** `values[row * grid.x.length + column]`, rows along y from below. */
export function terrain({ logDensity }: Target, { x, y }: Grid): Float64Array {
  const values = new Float64Array(x.length * y.length);
  const point = new Float64Array(2);
  const gradient = new Float64Array(2);
  y.forEach((height, row) => {
    point[1] = height;
    x.forEach((place, column) => {
      point[0] = place;
      values[row * x.length + column] = logDensity(point, gradient);
    });
  });
  return values;
}
