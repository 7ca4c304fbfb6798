// Thousands of tokens through the router's gate and through the balancing loop on the page: how long it takes, and whether
// the page stays smooth meanwhile.
import { serve, untilCalm, untilDrawn, withChromium } from "../chromium.mjs";
import { STOP, WATCH, quantile, round } from "./page/watch.mjs";

// Two of a screen's 60 a second; the next that a screen can show is 50.
const LIMIT_MS = 34;
// Somebody else's work on the machine can only make a frame longer: the best of these counts.
const TRIES = 5;
const TOKENS = [1024, 4096, 8192, 16384];
// Four times as many tokens may cost each of them so many times as much: more is not linear.
const LINEAR = 1.5;
// Steps of the balancing loop that a reader takes one after the other, from this one on.
const FIRST = 5;
const STEPS = 4;
export const title = `many tokens, 256 experts, in the router and in the balancing loop: no frame may take over ${LIMIT_MS} ms, and the time grows with the tokens`;

const START = `const more = document.querySelector("#router .more");
more.open = true;
[...more.querySelectorAll("button")].find((button) => /seed/.test(button.textContent)).click();
window.__started = performance.now();`;

const FORWARD = `document.querySelectorAll("#balance .transport__button")[2].click();
window.__started = performance.now();`;

const DONE = `const [figure, words, done] = arguments;
const look = () => {
  const busy = document.querySelector(figure + " .figure__work progress");
  const said = document.querySelector(figure + " .figure__result").textContent.replace(/\\u00a0/g, " ");
  if (!busy && said.includes(words)) done(performance.now() - window.__started);
  else requestAnimationFrame(look);
};
requestAnimationFrame(() => requestAnimationFrame(look));`;

const said = (tokens) => tokens.toLocaleString("en");

/** Opens a state of a figure, and waits until its result says so. */
async function open(browser, address, figure, words) {
  await browser.open(address);
  await untilDrawn(browser);
  await browser.js(`document.querySelector("${figure}").scrollIntoView({ behavior: "instant" })`);
  await browser.js(`window.__started = performance.now()`);
  await browser.wait(DONE, figure, words);
  await untilCalm(browser);
}

/** Intervals between the frames of what `act` does, in order of size. */
async function watched(browser, act) {
  await browser.js(WATCH);
  const took_ms = await act();
  const { intervals } = await browser.wait(STOP);
  intervals.sort((a, b) => a - b);
  return { took_ms: round(took_ms), median_ms: round(quantile(intervals, 0.5)), worst_ms: round(intervals.at(-1) ?? 0) };
}

/** The least of each number over all tries. */
function least(figure, tokens, tries) {
  const of = (name) => Math.min(...tries.map((one) => one[name]));
  const took_ms = of("took_ms");
  return { figure, tokens, took_ms, us_a_token: round((1000 * took_ms) / tokens), median_ms: of("median_ms"), worst_ms: of("worst_ms") };
}

async function routed(browser, origin, tokens) {
  await open(browser, `${origin}/?lang=en&router.view=many&router.tokens=${tokens}`, "#router", said(tokens));
  const tries = [];
  for (let left = TRIES; left > 0; left -= 1) {
    tries.push(
      await watched(browser, async () => {
        await browser.js(START);
        return browser.wait(DONE, "#router", said(tokens));
      }),
    );
  }
  return least("router", tokens, tries);
}

/** Each step sends 4,096 tokens through 256 experts by all four methods. */
async function balanced(browser, origin) {
  const tokens = 4096;
  const state = `balance.experts=256&balance.top-k=8&balance.tokens=${tokens}&balance.at=${FIRST}`;
  await open(browser, `${origin}/?lang=en&${state}`, "#balance", `At step ${FIRST} `);
  const tries = [];
  for (let left = TRIES, at = FIRST; left > 0; left -= 1) {
    tries.push(
      await watched(browser, async () => {
        let took_ms = 0;
        for (let step = STEPS; step > 0; step -= 1) {
          at += 1;
          await browser.js(FORWARD);
          took_ms += await browser.wait(DONE, "#balance", `At step ${at} `);
        }
        return took_ms;
      }),
    );
  }
  return least("balance", STEPS * tokens, tries);
}

/** What is said of four times as many tokens that cost more than four times as much. */
function bent(rows) {
  return rows.flatMap(({ tokens, us_a_token }) => {
    const more = rows.find((row) => row.tokens === 4 * tokens);
    if (!more || more.us_a_token < LINEAR * us_a_token) return [];
    return [`a token costs ${us_a_token} µs among ${tokens} and ${more.us_a_token} µs among ${more.tokens}; it may be ${LINEAR} times as much`];
  });
}

export async function run() {
  const { origin, stop } = await serve();
  const rows = await withChromium(async (browser) => {
    const found = [];
    for (const tokens of TOKENS) found.push(await routed(browser, origin, tokens));
    found.push(await balanced(browser, origin));
    return found;
  }).finally(stop);
  const slow = rows.filter((row) => row.worst_ms > LIMIT_MS);
  const failures = slow.map(({ figure, tokens, worst_ms }) => `a frame of the ${figure} took ${worst_ms} ms with ${tokens} tokens; the limit is ${LIMIT_MS} ms`);
  return { rows, failures: [...failures, ...bent(rows.filter((row) => row.figure === "router"))] };
}
