// Running moments of a vector (Welford's recurrence).

/** Means and variances, coordinate by coordinate. */
export class Variances {
  count = 0;
  readonly means: Float64Array;
  /** Sums of squared deviations from the mean. */
  readonly squares: Float64Array;

  constructor(dimension: number) {
    this.means = new Float64Array(dimension);
    this.squares = new Float64Array(dimension);
  }

  add(vector: Float64Array): void {
    const { means, squares } = this;
    const weight = 1 / ++this.count;
    for (let i = 0; i < vector.length; i++) {
      const deviation = vector[i] - means[i];
      means[i] += deviation * weight;
      squares[i] += deviation * (vector[i] - means[i]);
    }
  }

  clear(): void {
    this.count = 0;
    this.means.fill(0);
    this.squares.fill(0);
  }
}

/** Means and the covariance matrix. */
export class Covariances {
  count = 0;
  private readonly means: Float64Array;
  private readonly deviations: Float64Array;
  /** Sums of products of deviations, the square matrix row by row. */
  readonly products: Float64Array;

  constructor(readonly dimension: number) {
    this.means = new Float64Array(dimension);
    this.deviations = new Float64Array(dimension);
    this.products = new Float64Array(dimension * dimension);
  }

  add(vector: Float64Array): void {
    const { means, deviations, products, dimension } = this;
    const weight = 1 / ++this.count;
    for (let i = 0; i < dimension; i++) {
      deviations[i] = vector[i] - means[i];
      means[i] += deviations[i] * weight;
    }
    for (let i = 0, k = 0; i < dimension; i++) {
      const after = vector[i] - means[i];
      for (let j = 0; j < dimension; j++) products[k++] += after * deviations[j];
    }
  }

  clear(): void {
    this.count = 0;
    this.means.fill(0);
    this.products.fill(0);
  }
}
