// Orthonormal bases: of given vectors, and of the directions in which a matrix stretches most.

/**
 * An orthonormal basis of the span of `vectors`, by Gram and Schmidt. A vector that lies within a thousandth of its length in the span of
 * those before it is left out, so that rounding never makes a direction of its own.
 */
export function orthonormalized(vectors: readonly Float64Array[]): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const vector of vectors) {
    const rest = vector.slice();
    // A second pass removes what rounding left in the first.
    for (let pass = 0; pass < 2; pass++) {
      for (const direction of basis) addMultiple(rest, -dot(direction, rest), direction);
    }
    const square = dot(rest, rest);
    if (!(square > 1e-6 * dot(vector, vector))) continue;
    const factor = 1 / Math.sqrt(square);
    basis.push(rest.map((x) => x * factor));
  }
  return basis;
}

/** Something that multiplies vectors by one symmetric positive matrix. */
export interface Multiplier {
  times(vectors: readonly Float64Array[]): Float64Array[];
}

/**
 * The span of leading eigenvectors of a symmetric positive matrix by orthogonal iteration (Golub and Van Loan, Matrix Computations,
 * section 8.2.4) from the span of `start`. An eigenvalue that stands out has its vector there nearly; among those that do not, any
 * will do.
 */
export function principalSubspace(
  matrix: Multiplier,
  start: readonly Float64Array[],
  iterations: number,
): Float64Array[] {
  let basis = orthonormalized(start);
  for (let iteration = 0; iteration < iterations; iteration++) basis = orthonormalized(matrix.times(basis));
  return basis;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

export function addMultiple(target: Float64Array, factor: number, vector: Float64Array): void {
  for (let i = 0; i < target.length; i++) target[i] += factor * vector[i];
}
