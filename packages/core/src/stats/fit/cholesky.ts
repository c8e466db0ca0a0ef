/**
 * The lower triangle L of a symmetric matrix A = L · Lᵀ, both row by row in `size`² numbers. A row that is made of those
 * before it, whose pivot is at most `least` of its diagonal, becomes 0 throughout and is left out of every solution.
 */
export function cholesky(matrix: Float64Array, size: number, least = 1e-14): Float64Array {
  const lower = new Float64Array(size * size);
  const at = (row: number, column: number) => lower[row * size + column] as number;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let left = matrix[row * size + column] as number;
      for (let k = 0; k < column; k++) left -= at(row, k) * at(column, k);
      const pivot = row === column ? Math.sqrt(left) : at(column, column);
      const depends = row === column && !(left > least * (matrix[row * size + row] as number));
      if (depends) lower.fill(0, row * size, row * size + row + 1);
      else if (pivot > 0) lower[row * size + column] = row === column ? pivot : left / pivot;
    }
  }
  return lower;
}

/** The rows that a triangle of `cholesky` leaves out. */
export function dependentRows(lower: Float64Array, size: number): number[] {
  return Array.from({ length: size }, (_, row) => row).filter((row) => lower[row * size + row] === 0);
}

/** x of A · x = b for a triangle of `cholesky`; 0 for the rows it leaves out. */
export function solve(lower: Float64Array, size: number, b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  const at = (row: number, column: number) => lower[row * size + column] as number;
  const divide = (row: number) => {
    const pivot = at(row, row);
    x[row] = pivot === 0 ? 0 : (x[row] as number) / pivot;
  };
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) x[row] = (x[row] as number) - at(row, k) * (x[k] as number);
    divide(row);
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) x[row] = (x[row] as number) - at(k, row) * (x[k] as number);
    divide(row);
  }
  return x;
}

/** The inverse of A, row by row, for a triangle of `cholesky`; 0 in the rows and columns it leaves out. */
export function inverse(lower: Float64Array, size: number): Float64Array {
  const whole = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    solve(lower, size, unit).forEach((value, row) => {
      whole[row * size + column] = value;
    });
  }
  return whole;
}
