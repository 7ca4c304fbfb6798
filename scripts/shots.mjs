// Pictures of the page and of embed.html, whole, for looking at: screenshots/<page>-<language>-<scheme>-<width>.png.
import { mkdir, writeFile } from "node:fs/promises";
import { serve, untilDrawn, withChromium } from "./chromium.mjs";

const PAGES = { page: "", embed: "embed.html" };
const LANGUAGES = ["en", "zh"];
const SCHEMES = ["light", "dark"];
const WIDTHS = [360, 1280];
const TALLEST = 16_000; // Chromium paints no taller picture.

async function shoot(browser, origin, { page, lang, scheme, width }) {
  const screen = (height) => browser.cdp("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: width < 600 ? 2 : 1, mobile: width < 600 });
  await browser.cdp("Emulation.setEmulatedMedia", {
    features: [{ name: "prefers-color-scheme", value: scheme }, { name: "prefers-reduced-motion", value: "reduce" }],
  });
  await screen(900);
  await browser.open(`${origin}/${PAGES[page]}?lang=${lang}`);
  if (page === "page") await untilDrawn(browser);
  // A plain blog page knows no query: its elements follow the document's language.
  else await browser.js("document.documentElement.lang = arguments[0];", lang === "zh" ? "zh-Hans" : "en");
  // Tall enough for all of it at once, so that what loads near the viewport loads.
  await screen(Math.min(TALLEST, await browser.js("return document.documentElement.scrollHeight")));
  await new Promise((resolve) => setTimeout(resolve, 800));
  const height = Math.min(TALLEST, await browser.js("return document.documentElement.scrollHeight"));
  await screen(height);
  const overflow = await browser.js("return document.documentElement.scrollWidth - innerWidth");
  const { data } = await browser.cdp("Page.captureScreenshot", { format: "png" });
  const file = `screenshots/${page}-${lang}-${scheme}-${width}.png`;
  await writeFile(file, Buffer.from(data, "base64"));
  console.log(`${file}  ${width}×${height}${overflow > 0 ? `  WIDER than the screen by ${overflow} px` : ""}`);
}

await mkdir("screenshots", { recursive: true });
const { origin, stop } = await serve();
await withChromium(async (browser) => {
  for (const page of Object.keys(PAGES))
    for (const lang of LANGUAGES)
      for (const scheme of SCHEMES)
        for (const width of WIDTHS) await shoot(browser, origin, { page, lang, scheme, width });
}).finally(stop);
