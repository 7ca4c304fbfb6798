// In the browser: the release's WebAssembly against plain JavaScript, in turns, on the same input.
import start, { input, open, output, run } from "./bench.js";

const WARM_MS = 300;
const ROUNDS = 15;
const ROUND_MS = 100;

/** Runs for about so long; milliseconds a run. */
function time(work, ms) {
  const started = performance.now();
  let [runs, passed] = [0, 0];
  do {
    work();
    runs += 1;
    passed = performance.now() - started;
  } while (passed < ms);
  return passed / runs;
}

/** The largest difference, relative where the numbers are above 1; NaN equals NaN. */
function difference(ours, theirs) {
  if (ours.length !== theirs.length || ours.length === 0) return Infinity;
  let worst = 0;
  for (let at = 0; at < ours.length; at += 1) {
    const [a, b] = [ours[at], theirs[at]];
    if (a === b || (Number.isNaN(a) && Number.isNaN(b))) continue;
    const apart = Math.abs(a - b) / Math.max(1, Math.abs(b));
    if (!(apart <= worst)) worst = Number.isNaN(apart) ? Infinity : apart;
  }
  return worst;
}

window.race = async (name, twin) => {
  await start();
  const units = open(name);
  if (units === undefined) throw new Error(`no workload ${name}`);
  const { default: make } = await import(`./${twin}.mjs`);
  const plain = make(input());
  const works = { wasm: run, js: () => plain.run() };
  for (const work of Object.values(works)) time(work, WARM_MS);
  const times = { wasm: [], js: [] };
  for (let round = 0; round < ROUNDS; round += 1) for (const [who, work] of Object.entries(works)) times[who].push(time(work, ROUND_MS));
  return { units, times, difference: difference(output(), plain.output()) };
};
window.ready = true;
