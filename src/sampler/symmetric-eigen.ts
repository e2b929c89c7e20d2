// Eigenvalues and eigenvectors of a symmetric matrix.

export interface Eigen {
  readonly values: Float64Array;
  /** Row k, `vectors[k * n + i]`, belongs to `values[k]`. */
  readonly vectors: Float64Array;
}

/**
 * Cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, section 8.5): accurate, simple and of a fixed order of operations.
 * `matrix` is n × n and is not changed. Works along rows, which is what makes some hundreds of dimensions bearable.
 */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const a = matrix.slice();
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  let rotated = true;
  for (let sweep = 0; sweep < 50 && rotated; sweep++) {
    rotated = false;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const apq = a[p * n + q];
        if (apq * apq <= 1e-30 * Math.abs(a[p * n + p] * a[q * n + q])) continue;
        rotate(a, vectors, n, p, q);
        rotated = true;
      }
    }
  }
  return { values: Float64Array.from({ length: n }, (_, i) => a[i * n + i]), vectors };
}

/** Rotates rows and columns p and q so that a[p, q] becomes 0. */
function rotate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const rowP = p * n;
  const rowQ = q * n;
  const apq = a[rowP + q];
  const app = a[rowP + p];
  const aqq = a[rowQ + q];
  const theta = (aqq - app) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const ap = a[rowP + k];
    const aq = a[rowQ + k];
    const newP = c * ap - s * aq;
    const newQ = s * ap + c * aq;
    a[rowP + k] = newP;
    a[rowQ + k] = newQ;
    a[k * n + p] = newP;
    a[k * n + q] = newQ;
    const vp = vectors[rowP + k];
    const vq = vectors[rowQ + k];
    vectors[rowP + k] = c * vp - s * vq;
    vectors[rowQ + k] = s * vp + c * vq;
  }
  a[rowP + p] = app - t * apq;
  a[rowQ + q] = aqq + t * apq;
  a[rowP + q] = 0;
  a[rowQ + p] = 0;
}
