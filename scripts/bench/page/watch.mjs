// Watching the frames of a page while something happens on it.

// A long frame is one that the browser itself reports (script, style, layout and paint included); intervals show the smoothness.
export const WATCH = `window.__frames = { intervals: [], long: [], running: true };
const frames = window.__frames;
frames.observer = new PerformanceObserver((list) => frames.long.push(...list.getEntries().map((entry) => entry.duration)));
frames.observer.observe({ type: "long-animation-frame" });
let last;
const tick = (now) => {
  if (last !== undefined) frames.intervals.push(now - last);
  last = now;
  if (frames.running) requestAnimationFrame(tick);
};
requestAnimationFrame(tick);`;

export const STOP = `const done = arguments[0];
const frames = window.__frames;
frames.running = false;
setTimeout(() => { frames.observer.disconnect(); done({ intervals: frames.intervals, long: frames.long }); }, 100);`;

/** A number so far into a sorted list. */
export const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

/** Tenths. */
export const round = (value) => Math.round(value * 10) / 10;
