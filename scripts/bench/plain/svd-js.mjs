// The decomposition by svd-js: U, Σ and V. It wants more rows than columns, and gives the singular values in no order.
import "./svd-js.min.js";

const { SVD } = globalThis.SVDJS;

/** `input`: rows, columns, and the numbers row after row. */
export default function make([rows, columns, ...numbers]) {
  const transposed = Array.from({ length: columns }, (_, column) => Array.from({ length: rows }, (_, row) => numbers[row * columns + column]));
  let parts;
  return {
    run() {
      parts = SVD(transposed);
    },
    output: () => [...parts.q].sort((a, b) => b - a),
  };
}
