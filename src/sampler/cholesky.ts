// The Cholesky factor of a symmetric matrix.

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
