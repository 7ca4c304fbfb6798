import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { race } from "./race/race.mjs";

export const title = "f32 to E4M3 and back, 16,384 numbers at a time, on one thread; beside the libraries of Python, if there";

// Prints a JSON object: for each library and way the elements a second, or nothing where the library is not there.
const PYTHON = `
import json, os, time
os.environ["OMP_NUM_THREADS"] = "1"
found = {}
def rate(work, count):
    best = 0
    for _ in range(30):
        started, runs = time.perf_counter(), 0
        while time.perf_counter() - started < 0.02:
            work()
            runs += 1
        best = max(best, runs * count / (time.perf_counter() - started))
    return best
try:
    import numpy, ml_dtypes
    x = numpy.random.default_rng(1).standard_normal(16384).astype(numpy.float32)
    codes = x.astype(ml_dtypes.float8_e4m3fn)
    found["ml_dtypes"] = {"encode": rate(lambda: x.astype(ml_dtypes.float8_e4m3fn), x.size), "decode": rate(lambda: codes.astype(numpy.float32), x.size)}
except ImportError:
    pass
try:
    import torch
    torch.set_num_threads(1)
    x = torch.randn(16384)
    codes = x.to(torch.float8_e4m3fn)
    found["torch"] = {"encode": rate(lambda: x.to(torch.float8_e4m3fn), 16384), "decode": rate(lambda: codes.to(torch.float32), 16384)}
except ImportError:
    pass
print(json.dumps(found))
`;

async function python() {
  const program = process.env.PYTHON ?? "python3";
  return promisify(execFile)(program, ["-c", PYTHON]).then(({ stdout }) => JSON.parse(stdout), () => ({}));
}

const rounded = (ratio) => Math.round(100 * ratio) / 100;

export async function run() {
  const found = await python();
  const [rows, failures] = [[], []];
  for (const [way, least, over] of [["encode", 4, 5], ["decode", 1.5, 5]]) {
    const raced = await race({ name: `e4m3-${way}`, unit: "numbers", tolerance: 0, least });
    const [row] = raced.rows;
    for (const library of ["ml_dtypes", "torch"]) {
      const theirs = found[library]?.[way];
      row[library] = theirs ? Math.round(theirs) : "not installed";
      row[`native_over_${library}`] = theirs ? rounded(row.native / theirs) : "";
    }
    if (row.native_over_ml_dtypes < over) failures.push(`${way}: native is ${row.native_over_ml_dtypes} times as fast as ml_dtypes; it should be ${over}`);
    rows.push({ way, ...row });
    failures.push(...raced.failures.map((failure) => `${way}: ${failure}`));
  }
  return { rows, failures };
}
