// Drags every slider of the page in Chromium, end to end and back, and measures the frames meanwhile.
import { serve, untilDrawn, withChromium } from "../chromium.mjs";
import { STOP, WATCH, quantile, round } from "./page/watch.mjs";

const LIMIT_MS = 50;
export const title = `frames while dragging each slider of the page; none may take over ${LIMIT_MS} ms`;
const STEPS = 60;
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf"; // W3C WebDriver, section 12.1

const LIST = `for (const drawer of document.querySelectorAll("details")) drawer.open = true;
return [...document.querySelectorAll('input[type="range"]')]
  .filter((slider) => slider.checkVisibility() && !slider.disabled)
  .map((slider, index) => {
    const figure = slider.closest("figure, section");
    const name = slider.getAttribute("aria-label") ?? slider.labels?.[0]?.textContent ?? slider.name;
    return { slider, name: [figure?.id, name.trim() || "slider " + index].filter(Boolean).join(": ") };
  });`;

/** Moves of the pointer along the slider: to the middle, down, right, left, back, up. */
function drag(slider, width) {
  const x = (share) => Math.round((share - 0.5) * (width - 2));
  const move = (share) => ({ type: "pointerMove", origin: { [ELEMENT]: slider }, x: x(share), y: 0, duration: 16 });
  const path = Array.from({ length: STEPS + 1 }, (_, step) => 0.5 + 0.5 * Math.sin((2 * Math.PI * step) / STEPS));
  const actions = [move(0.5), { type: "pointerDown", button: 0 }, ...path.map(move), { type: "pointerUp", button: 0 }];
  return [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }];
}

async function measure(browser, { slider, name }) {
  const width = await browser.js("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' }); return arguments[0].clientWidth;", slider);
  await browser.js(WATCH);
  await browser.actions(drag(slider[ELEMENT], width));
  const { intervals, long } = await browser.wait(STOP);
  intervals.sort((a, b) => a - b);
  return {
    name,
    frames: intervals.length,
    median_ms: round(quantile(intervals, 0.5)),
    p95_ms: round(quantile(intervals, 0.95)),
    long_frames: long.filter((duration) => duration > LIMIT_MS).length,
    worst_ms: round(Math.max(0, ...long)),
  };
}

export async function run() {
  const { origin, stop } = await serve();
  const rows = await withChromium(async (browser) => {
    await browser.open(`${origin}/?lang=en`);
    await untilDrawn(browser);
    const found = [];
    for (const control of await browser.js(LIST)) found.push(await measure(browser, control));
    return found;
  }).finally(stop);
  if (rows.length === 0) throw new Error("the page has no slider to drag");
  const slow = rows.filter((row) => row.long_frames > 0);
  const failures = slow.map(({ name, worst_ms }) => `a frame took ${worst_ms} ms while dragging ${name}; the limit is ${LIMIT_MS} ms`);
  return { rows, failures };
}
