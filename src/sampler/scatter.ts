// The covariance of a few vectors in many dimensions, which is never written out as a matrix.

import { dot } from './subspace';

/**
 * The covariance of vectors about their mean, with each coordinate multiplied by its `factor`, steadied by `prior` vectors' worth of an
 * identity matrix. Products with it go through the vectors, two at a time, at the cost of their number times their dimension.
 */
export class Scatter {
  /** Centred and scaled, one after the other; a vector of zeros makes their number even. */
  private readonly rows: Float64Array;
  private readonly dimension: number;
  readonly count: number;

  constructor(
    vectors: readonly Float64Array[],
    factor: Float64Array,
    private readonly prior: number,
  ) {
    const n = factor.length;
    const mean = new Float64Array(n);
    for (const vector of vectors) for (let i = 0; i < n; i++) mean[i] += vector[i];
    for (let i = 0; i < n; i++) mean[i] /= vectors.length;
    this.dimension = n;
    this.count = vectors.length;
    this.rows = new Float64Array((this.count + (this.count % 2)) * n);
    for (let k = 0, at = 0; k < vectors.length; k++) {
      for (let i = 0; i < n; i++) this.rows[at++] = (vectors[k][i] - mean[i]) * factor[i];
    }
  }

  /** At most `count` of the vectors, centred and scaled. */
  some(count: number): Float64Array[] {
    const { rows, dimension: n } = this;
    const indices = Array.from({ length: this.count }, (_, k) => k);
    return evenlySpaced(indices, count).map((k) => rows.slice(k * n, k * n + n));
  }

  /** The covariance times each of the directions. */
  times(directions: readonly Float64Array[]): Float64Array[] {
    return directions.map((direction) => this.product(direction));
  }

  /** The covariance in the coordinates of an orthonormal basis, row by row. */
  projected(basis: readonly Float64Array[]): Float64Array {
    const { prior, count } = this;
    const along = basis.map((direction) => this.along(direction));
    return Float64Array.from(
      along.flatMap((a, j) => along.map((b, k) => (dot(a, b) + (j === k ? prior : 0)) / (count + prior))),
    );
  }

  private product(direction: Float64Array): Float64Array {
    const { rows, dimension: n, prior, count } = this;
    const along = this.along(direction);
    const product = new Float64Array(n);
    for (let k = 0; k < along.length; k += 2) {
      const a = along[k];
      const b = along[k + 1];
      const first = k * n;
      const second = first + n;
      for (let i = 0; i < n; i++) product[i] += a * rows[first + i] + b * rows[second + i];
    }
    const share = 1 / (count + prior);
    for (let i = 0; i < n; i++) product[i] = (product[i] + prior * direction[i]) * share;
    return product;
  }

  /** The products of all rows with a direction. */
  private along(direction: Float64Array): Float64Array {
    const { rows, dimension: n } = this;
    const products = new Float64Array(rows.length / n);
    for (let k = 0; k < products.length; k += 2) {
      const first = k * n;
      const second = first + n;
      let a = 0;
      let b = 0;
      for (let i = 0; i < n; i++) {
        const x = direction[i];
        a += rows[first + i] * x;
        b += rows[second + i] * x;
      }
      products[k] = a;
      products[k + 1] = b;
    }
    return products;
  }
}

/** At most `count` of them. */
export function evenlySpaced<T>(all: readonly T[], count: number): readonly T[] {
  if (all.length <= count) return all;
  return Array.from({ length: count }, (_, k) => all[Math.floor((k * all.length) / count)]);
}
