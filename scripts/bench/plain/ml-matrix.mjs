// The decomposition by ml-matrix: U, Σ and V.
import "./matrix.umd.js";

const { Matrix, SingularValueDecomposition } = globalThis.mlMatrix;

/** `input`: rows, columns, and the numbers row after row. */
export default function make([rows, columns, ...numbers]) {
  const matrix = Matrix.from1DArray(rows, columns, numbers);
  let parts;
  return {
    run() {
      parts = new SingularValueDecomposition(matrix, { autoTranspose: true });
    },
    output: () => parts.diagonal,
  };
}
