// One workload three ways: the release's WebAssembly and its twin in plain JavaScript, in turns in one Chromium, and native.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { serve, withChromium } from "../../chromium.mjs";
import { build } from "./build.mjs";

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function inBrowser(name, twin, folder) {
  const { origin, stop } = await serve(folder);
  return withChromium(async (browser) => {
    await browser.open(`${origin}/`);
    const raced = await browser.wait(
      `const done = arguments[2];
      const look = () => window.ready ? window.race(arguments[0], arguments[1]).then(done, (error) => done({ error: String(error.stack ?? error) })) : setTimeout(look, 20);
      look();`,
      name,
      twin,
    );
    if (raced.error) throw new Error(raced.error);
    return raced;
  }).finally(stop);
}

async function natively(name, program) {
  const { stdout } = await promisify(execFile)(program, [name], { maxBuffer: 1 << 26 });
  const [units, ...seconds] = stdout.trim().split("\n").map(Number);
  return units / median(seconds);
}

/**
 * Races the workload `name` of src/bin/bench against scripts/bench/plain/<twin>.mjs. `unit` is what one of its units is called;
 * the outputs may differ by `tolerance` (relative above 1); it fails if WebAssembly is not `least` times as fast as JavaScript.
 */
export async function race({ name, twin = name, unit, tolerance, least }) {
  const { folder, native } = await build();
  const { units, times, difference } = await inBrowser(name, twin, folder);
  const rounded = (rate) => (rate < 1000 ? Number(rate.toPrecision(3)) : Math.round(rate));
  const a_second = (ms) => rounded((1000 * units) / ms);
  const [wasm, js] = [a_second(median(times.wasm)), a_second(median(times.js))];
  const row = { unit: `${unit} a second`, wasm, js, wasm_over_js: Math.round((100 * wasm) / js) / 100, native: rounded(await natively(name, native)), difference };
  const failures = [];
  if (!(difference <= tolerance)) failures.push(`WebAssembly and JavaScript differ by ${difference}; ${tolerance} is allowed`);
  if (row.wasm_over_js < least) failures.push(`WebAssembly is ${row.wasm_over_js} times as fast as JavaScript; it should be ${least}`);
  return { rows: [row], failures };
}
