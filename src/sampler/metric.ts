// The metric of the Hamiltonian: the inverse mass matrix, an estimate of the posterior's covariance, as its factor L.

/** An inverse mass matrix. `variances` has the target's dimension; `covariance` is its square, row by row. */
export type InverseMass =
  | { readonly kind: 'diagonal'; readonly variances: Float64Array }
  | { readonly kind: 'dense'; readonly covariance: Float64Array };

/** The two moves of a leapfrog step in whitened momenta r = Lᵀp (see Points). */
export interface Metric {
  readonly inverseMass: InverseMass;
  /** Half a kick, then a whole drift: toMomentum = r + (step / 2) Lᵀ gradient, toPosition = q + step L toMomentum. */
  kickAndDrift(
    position: Float64Array,
    momentum: Float64Array,
    gradient: Float64Array,
    step: number,
    toPosition: Float64Array,
    toMomentum: Float64Array,
  ): void;
  /** The closing half kick, momentum += (step / 2) Lᵀ gradient, in place. Returns the kinetic energy. */
  kick(momentum: Float64Array, gradient: Float64Array, step: number): number;
}

export function createMetric(inverseMass: InverseMass): Metric {
  return inverseMass.kind === 'diagonal'
    ? new DiagonalMetric(inverseMass.variances)
    : new DenseMetric(inverseMass.covariance);
}

export function unitMetric(dimension: number): Metric {
  return new DiagonalMetric(new Float64Array(dimension).fill(1));
}

class DiagonalMetric implements Metric {
  private readonly scale: Float64Array;

  constructor(private readonly variances: Float64Array) {
    this.scale = variances.map(Math.sqrt);
  }

  get inverseMass(): InverseMass {
    return { kind: 'diagonal', variances: this.variances };
  }

  kickAndDrift(
    position: Float64Array,
    momentum: Float64Array,
    gradient: Float64Array,
    step: number,
    toPosition: Float64Array,
    toMomentum: Float64Array,
  ): void {
    const scale = this.scale;
    const half = 0.5 * step;
    for (let i = 0; i < scale.length; i++) {
      const r = momentum[i] + half * scale[i] * gradient[i];
      toMomentum[i] = r;
      toPosition[i] = position[i] + step * scale[i] * r;
    }
  }

  kick(momentum: Float64Array, gradient: Float64Array, step: number): number {
    const scale = this.scale;
    const half = 0.5 * step;
    let sum = 0;
    for (let i = 0; i < scale.length; i++) {
      const r = momentum[i] + half * scale[i] * gradient[i];
      momentum[i] = r;
      sum += r * r;
    }
    return 0.5 * sum;
  }
}

class DenseMetric implements Metric {
  /** Lower triangle, row by row, packed. */
  private readonly factor: Float64Array;
  private readonly whitened: Float64Array;

  constructor(private readonly covariance: Float64Array) {
    const dimension = Math.sqrt(covariance.length);
    const factor = cholesky(covariance, dimension);
    if (factor === undefined) throw new Error('the inverse mass matrix is not positive definite');
    this.factor = factor;
    this.whitened = new Float64Array(dimension);
  }

  get inverseMass(): InverseMass {
    return { kind: 'dense', covariance: this.covariance };
  }

  kickAndDrift(
    position: Float64Array,
    momentum: Float64Array,
    gradient: Float64Array,
    step: number,
    toPosition: Float64Array,
    toMomentum: Float64Array,
  ): void {
    const { factor, whitened } = this;
    this.whiten(gradient);
    for (let i = 0; i < whitened.length; i++) toMomentum[i] = momentum[i] + 0.5 * step * whitened[i];
    for (let i = 0, k = 0; i < whitened.length; i++) {
      let sum = 0;
      for (let j = 0; j <= i; j++) sum += factor[k++] * toMomentum[j];
      toPosition[i] = position[i] + step * sum;
    }
  }

  kick(momentum: Float64Array, gradient: Float64Array, step: number): number {
    const whitened = this.whitened;
    this.whiten(gradient);
    let sum = 0;
    for (let i = 0; i < whitened.length; i++) {
      const r = momentum[i] + 0.5 * step * whitened[i];
      momentum[i] = r;
      sum += r * r;
    }
    return 0.5 * sum;
  }

  private whiten(gradient: Float64Array): void {
    const { factor, whitened } = this;
    whitened.fill(0);
    for (let i = 0, k = 0; i < whitened.length; i++) {
      const g = gradient[i];
      for (let j = 0; j <= i; j++) whitened[j] += factor[k++] * g;
    }
  }
}

/** The Cholesky factor, packed row by row, of a symmetric matrix given row by row; undefined unless it is positive definite. */
export function cholesky(matrix: Float64Array, dimension: number): Float64Array | undefined {
  const factor = new Float64Array((dimension * (dimension + 1)) / 2);
  for (let i = 0, row = 0; i < dimension; row += ++i) {
    for (let j = 0, column = 0; j <= i; column += ++j) {
      let sum = matrix[i * dimension + j];
      for (let k = 0; k < j; k++) sum -= factor[row + k] * factor[column + k];
      if (j < i) factor[row + j] = sum / factor[column + j];
      else if (sum > 0 && sum < Infinity) factor[row + i] = Math.sqrt(sum);
      else return undefined;
    }
  }
  return factor;
}
