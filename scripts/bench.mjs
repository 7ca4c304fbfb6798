// Measures, in one run on this machine. Never part of a test: times depend on the machine, ratios within a run less so.
//   node scripts/bench.mjs             every benchmark
//   node scripts/bench.mjs gate svd    only these
// Each file of scripts/bench/ is one benchmark: it exports `title` and `run()`, which returns `rows` (one object a line of
// the table) and `failures` (sentences; any of them makes the run fail). Prints the tables and writes target/bench.json.
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";

const FILE = "target/bench.json";
const folder = new URL("./bench/", import.meta.url);
const all = (await readdir(folder)).filter((file) => file.endsWith(".mjs")).map((file) => file.slice(0, -4)).sort();
const asked = process.argv.slice(2);
for (const name of asked) if (!all.includes(name)) throw new Error(`there is no benchmark ${name}; there are ${all.join(", ")}`);

// A run of some benchmarks keeps what is known of the others.
const known = asked.length > 0 ? await readFile(FILE, "utf8").then(JSON.parse, () => ({})) : {};
const failures = [];
for (const name of asked.length > 0 ? asked : all) {
  const { title, run } = await import(new URL(`${name}.mjs`, folder));
  const result = await run();
  console.log(`\n${name}: ${title}`);
  console.table(result.rows);
  failures.push(...result.failures.map((failure) => `${name}: ${failure}`));
  known[name] = { title, ...result };
}
await mkdir("target", { recursive: true });
await writeFile(FILE, `${JSON.stringify(known, null, 1)}\n`);
for (const failure of failures) console.error(`bench: ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;
