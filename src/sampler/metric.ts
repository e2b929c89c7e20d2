// The metric of the Hamiltonian: the inverse mass matrix, an estimate of the posterior's covariance, as its factor L.

/** An inverse mass matrix. `variances` has the target's dimension; `covariance` is its square, row by row. */
export type InverseMass =
  | { readonly kind: 'diagonal'; readonly variances: Float64Array }
  | { readonly kind: 'dense'; readonly covariance: Float64Array };

/** The two moves of a leapfrog step in whitened momenta r = Lᵀp. Points are given by their offsets in the buffer of Points. */
export interface Metric {
  readonly inverseMass: InverseMass;
  /** Half a kick, then a whole drift: at `to`, momentum = r + (step / 2) Lᵀ gradient and position = q + step L momentum. */
  kickAndDrift(buffer: Float64Array, from: number, to: number, step: number): void;
  /** The closing half kick, momentum += (step / 2) Lᵀ gradient, in place. Returns the kinetic energy. */
  kick(buffer: Float64Array, point: number, step: number): number;
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

  kickAndDrift(buffer: Float64Array, from: number, to: number, step: number): void {
    const { scale } = this;
    const n = scale.length;
    const half = 0.5 * step;
    const gradient = from + n;
    const momentum = from + 2 * n;
    const toMomentum = to + 2 * n;
    for (let i = 0; i < n; i++) {
      const factor = scale[i];
      const r = buffer[momentum + i] + half * factor * buffer[gradient + i];
      buffer[toMomentum + i] = r;
      buffer[to + i] = buffer[from + i] + step * factor * r;
    }
  }

  kick(buffer: Float64Array, point: number, step: number): number {
    const { scale } = this;
    const n = scale.length;
    const half = 0.5 * step;
    const gradient = point + n;
    const momentum = point + 2 * n;
    // Two sums, because one would wait for its own last addition.
    let even = 0;
    let odd = 0;
    for (let i = 0; i + 1 < n; i += 2) {
      const r = buffer[momentum + i] + half * scale[i] * buffer[gradient + i];
      const s = buffer[momentum + i + 1] + half * scale[i + 1] * buffer[gradient + i + 1];
      buffer[momentum + i] = r;
      buffer[momentum + i + 1] = s;
      even += r * r;
      odd += s * s;
    }
    if (n % 2 === 1) {
      const r = buffer[momentum + n - 1] + half * scale[n - 1] * buffer[gradient + n - 1];
      buffer[momentum + n - 1] = r;
      even += r * r;
    }
    return 0.5 * (even + odd);
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

  kickAndDrift(buffer: Float64Array, from: number, to: number, step: number): void {
    const { factor, whitened } = this;
    const n = whitened.length;
    const momentum = from + 2 * n;
    const toMomentum = to + 2 * n;
    this.whiten(buffer, from + n);
    for (let i = 0; i < n; i++) buffer[toMomentum + i] = buffer[momentum + i] + 0.5 * step * whitened[i];
    for (let i = 0, k = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j <= i; j++) sum += factor[k++] * buffer[toMomentum + j];
      buffer[to + i] = buffer[from + i] + step * sum;
    }
  }

  kick(buffer: Float64Array, point: number, step: number): number {
    const { whitened } = this;
    const n = whitened.length;
    const momentum = point + 2 * n;
    this.whiten(buffer, point + n);
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const r = buffer[momentum + i] + 0.5 * step * whitened[i];
      buffer[momentum + i] = r;
      sum += r * r;
    }
    return 0.5 * sum;
  }

  /** whitened = Lᵀ gradient. */
  private whiten(buffer: Float64Array, gradient: number): void {
    const { factor, whitened } = this;
    whitened.fill(0);
    for (let i = 0, k = 0; i < whitened.length; i++) {
      const g = buffer[gradient + i];
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
