import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { race } from "./race/race.mjs";

export const title = "U, Σ and V of a 128 × 512 matrix: WebAssembly, two JavaScript libraries, and LAPACK by NumPy";

const LIBRARIES = ["ml-matrix", "svd-js"];
// Two seconds, after one decomposition to warm up; the median.
const PYTHON = `import statistics, time, numpy
matrix = numpy.random.default_rng(1).standard_normal((128, 512))
numpy.linalg.svd(matrix, full_matrices=False)
times, end = [], time.perf_counter() + 2
while time.perf_counter() < end:
    start = time.perf_counter()
    numpy.linalg.svd(matrix, full_matrices=False)
    times.append(time.perf_counter() - start)
print(1 / statistics.median(times))`;

/** Decompositions a second by LAPACK on one thread, as the others; nothing where there is no NumPy. */
async function lapack() {
  const python = process.env.PYTHON ?? "python3";
  const { stdout } = await promisify(execFile)(python, ["-c", PYTHON], { env: { ...process.env, OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" } }).catch(() => ({ stdout: "" }));
  return Number(stdout) || undefined;
}

export async function run() {
  const [rows, failures] = [[], []];
  for (const twin of LIBRARIES) {
    const raced = await race({ name: "svd", twin, unit: "SVDs", tolerance: 1e-12, least: 4 });
    rows.push(...raced.rows.map((row) => ({ js_library: twin, ...row })));
    failures.push(...raced.failures.map((failure) => `${twin}: ${failure}`));
  }
  const numpy = await lapack();
  for (const row of rows) {
    row.lapack = numpy ? Number(numpy.toPrecision(3)) : "python3 has no numpy";
    row.lapack_over_wasm = numpy ? Math.round((100 * numpy) / row.wasm) / 100 : "not measured";
  }
  return { rows, failures };
}
