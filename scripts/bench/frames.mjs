// Drags every slider and handle of the page in Chromium, in every view of the figures, end to end and back, and measures
// the frames meanwhile. The drawers that hold controls are open; with DRAWERS=open all are.
import { serve, untilCalm, untilDrawn, withChromium } from "../chromium.mjs";
import { STOP, WATCH, quantile, round } from "./page/watch.mjs";

const LIMIT_MS = 50;
// Three of a screen's 60 a second are 50.0 or 50.1 ms.
const ROUNDING_MS = 1;
// The rank of low-rank's spectrum: all that is drawn follows it within one frame at 60 Hz.
const RANK = "#low-rank .lr--wide .handle > rect";
const FRAME_MS = 1000 / 60;
export const title = `frames while dragging each slider and handle of the page; none may take over ${LIMIT_MS} ms, and the work for low-rank's rank no more than ${round(FRAME_MS)} ms`;
// The page as it opens, and the figures' other views; what has been dragged in one is not dragged again.
const VIEWS = [
  "",
  "parameters.view=memory&router.view=many&balance.view=learn&kv-cache.view=growth&decode.view=roofline&float.view=codes&scaling.source=token-spread",
  "balance.tokens=4096&balance.experts=256&kv-cache.view=ratios&float.view=sums&scaling.source=outlier-channel",
];
const STEPS = 60;
const DRAWERS = process.env.DRAWERS === "open" ? "details" : "details.more";
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf"; // W3C WebDriver, section 12.1

// A handle that is no input is dragged by the strip it moves along; of a figure's drawings only one is shown.
const LIST = `for (const drawer of document.querySelectorAll(arguments[1])) drawer.open = true;
const named = (slider, name, index) => [slider.closest(".section__figure")?.id, name?.trim() || "slider " + index].filter(Boolean).join(": ");
const label = (slider) => slider.getAttribute("aria-label") ?? slider.closest("label")?.querySelector(".control__label")?.textContent;
const ranges = [...document.querySelectorAll('input[type="range"]')]
  .filter((slider) => slider.checkVisibility() && !slider.disabled)
  .map((slider, index) => ({ slider, name: named(slider, label(slider), index) }));
const strips = [...document.querySelectorAll("g.handle > rect.handle__reach")]
  .filter((strip) => strip.checkVisibility() && strip.getBoundingClientRect().width > 0)
  .map((strip, index) => {
    const grip = strip.parentElement.closest("[role=slider]") ?? strip.parentElement.querySelector("[role=slider]");
    return { slider: strip, rank: strip.matches(arguments[0]), name: named(strip, (grip?.getAttribute("aria-label") ?? "") + " (handle)", index) };
  });
return [...ranges, ...strips];`;

/** Moves of the pointer along the slider: to the middle, down, right, left, back, up. */
function drag(slider, width) {
  const x = (share) => Math.round((share - 0.5) * (width - 2));
  const move = (share) => ({ type: "pointerMove", origin: { [ELEMENT]: slider }, x: x(share), y: 0, duration: 16 });
  const path = Array.from({ length: STEPS + 1 }, (_, step) => 0.5 + 0.5 * Math.sin((2 * Math.PI * step) / STEPS));
  const actions = [move(0.5), { type: "pointerDown", button: 0 }, ...path.map(move), { type: "pointerUp", button: 0 }];
  return [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }];
}

async function measure(browser, { slider, name }) {
  const width = await browser.js("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' }); return arguments[0].getBoundingClientRect().width;", slider);
  await browser.js(WATCH);
  await browser.actions(drag(slider[ELEMENT], width));
  const { intervals, long, work } = await browser.wait(STOP);
  for (const list of [intervals, work]) list.sort((a, b) => a - b);
  return {
    name,
    frames: intervals.length,
    median_ms: round(quantile(intervals, 0.5)),
    p95_ms: round(quantile(intervals, 0.95)),
    work_p95_ms: round(quantile(work, 0.95)),
    long_frames: intervals.filter((interval) => interval > LIMIT_MS + ROUNDING_MS).length,
    worst_ms: round(intervals.at(-1) ?? 0),
    reported_ms: round(Math.max(0, ...long)),
  };
}

/** What is wrong with the row of low-rank's rank, if anything. */
function slowRank(row) {
  if (!row) return ["low-rank's rank has no handle to drag"];
  if (row.work_p95_ms <= FRAME_MS) return [];
  return [`a frame's work took ${row.work_p95_ms} ms (95th percentile) while dragging ${row.name}; the limit is ${round(FRAME_MS)} ms`];
}

export async function run() {
  const { origin, stop } = await serve();
  let rank;
  const rows = await withChromium(async (browser) => {
    const found = [];
    for (const view of VIEWS) {
      await browser.open(`${origin}/?lang=en&${view}`);
      await untilDrawn(browser);
      // The balancing loop of the last view takes minutes, and is dragged beside.
      await untilCalm(browser);
      for (const control of await browser.js(LIST, RANK, DRAWERS)) {
        if (found.some(({ name }) => name === control.name)) continue;
        found.push(await measure(browser, control));
        if (control.rank) rank = found.at(-1);
      }
    }
    return found;
  }).finally(stop);
  if (rows.length === 0) throw new Error("the page has no slider to drag");
  const slow = rows.filter((row) => row.long_frames > 0);
  const failures = slow.map(({ name, worst_ms }) => `a frame took ${worst_ms} ms while dragging ${name}; the limit is ${LIMIT_MS} ms`);
  return { rows, failures: [...failures, ...slowRank(rank)] };
}
