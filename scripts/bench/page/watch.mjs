// Watching the frames of a page while something happens on it.

// A frame lasts until the next one begins. What the browser reports of itself as long is kept too: it counts from a frame's
// first task on, and with it the time in which nothing happens until the screen is refreshed.
// The work of a frame that follows a move of the pointer is what the listeners take, and then everything from the frame's
// first callback until a message that was sent from there arrives, which is after style, layout and paint.
export const WATCH = `window.__frames = { intervals: [], long: [], work: [], running: true, ended: new AbortController() };
const frames = window.__frames;
frames.observer = new PerformanceObserver((list) => frames.long.push(...list.getEntries().map((entry) => entry.duration)));
frames.observer.observe({ type: "long-animation-frame" });
let heard = 0, from, begun;
const { signal } = frames.ended;
addEventListener("pointermove", () => { from = performance.now(); }, { capture: true, signal });
addEventListener("pointermove", () => { heard += performance.now() - from; }, { signal });
const channel = new MessageChannel();
channel.port1.onmessage = () => {
  if (heard > 0) frames.work.push(heard + performance.now() - begun);
  heard = 0;
};
let last;
const tick = (now) => {
  if (last !== undefined) frames.intervals.push(now - last);
  last = now;
  begun = performance.now();
  channel.port2.postMessage(null);
  if (frames.running) requestAnimationFrame(tick);
};
requestAnimationFrame(tick);`;

export const STOP = `const done = arguments[0];
const frames = window.__frames;
frames.running = false;
setTimeout(() => { frames.observer.disconnect(); frames.ended.abort(); done({ intervals: frames.intervals, long: frames.long, work: frames.work }); }, 100);`;

/** A number so far into a sorted list. */
export const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

/** Tenths. */
export const round = (value) => Math.round(value * 10) / 10;
