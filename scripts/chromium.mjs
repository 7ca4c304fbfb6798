// A headless Chromium over WebDriver, and a folder served to it: what the benchmarks and shots.mjs share.
import { spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const DIST = new URL("../dist/", import.meta.url).pathname;
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".json": "application/json" };

/** Serves a folder, dist/ unless said otherwise, on a free port; returns its origin and how to stop it. */
export async function serve(folder = DIST) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    const file = join(folder, normalize(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream", "Content-Length": found.size });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

async function call(address, method, body) {
  const response = await fetch(address, { method, headers: { "Content-Type": "application/json" }, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

async function startDriver() {
  const driver = spawn("chromedriver", ["--port=0"], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    driver.once("error", () => reject(new Error("there is no chromedriver; make test installs it, or says how")));
    driver.once("exit", (code) => reject(new Error(`chromedriver ended with ${code}`)));
    let output = "";
    driver.stdout.on("data", (text) => {
      output += text;
      const port = /on port (\d+)\./.exec(output)?.[1];
      if (port) resolve({ driver, address: `http://127.0.0.1:${port}` });
    });
  });
}

/** Runs `use(browser)` with a fresh headless Chromium, and closes it. */
export async function withChromium(use) {
  const { driver, address } = await startDriver();
  const args = ["--headless=new", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage", "--no-proxy-server", "--window-size=1280,900"];
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  let session;
  try {
    const capabilities = { alwaysMatch: { "goog:chromeOptions": { args } } };
    const { sessionId } = await call(`${address}/session`, "POST", { capabilities });
    session = `${address}/session/${sessionId}`;
    const send = (path, body) => call(`${session}/${path}`, "POST", body);
    return await use({
      open: (url) => send("url", { url }),
      js: (script, ...values) => send("execute/sync", { script, args: values }),
      wait: (script, ...values) => send("execute/async", { script, args: values }),
      actions: (actions) => send("actions", { actions }),
      cdp: (cmd, params = {}) => send("goog/cdp/execute", { cmd, params }),
    });
  } finally {
    if (session) await call(session, "DELETE").catch(() => {});
    driver.removeAllListeners("exit");
    driver.kill();
  }
}

/** Waits until the page has drawn itself and all its figures. */
export async function untilDrawn(browser) {
  await browser.wait(`const done = arguments[0];
    const look = (left) => (document.querySelector("#page h1") && !document.querySelector(".figure--waiting")) || left === 0 ? done() : setTimeout(look, 50, left - 1);
    look(200);`);
  if (!(await browser.js(`return document.querySelector("#page h1") !== null && !document.querySelector(".figure--waiting")`))) throw new Error("the page did not start");
}

/** Waits until no figure computes, or for 20 seconds: some states take minutes. */
export async function untilCalm(browser) {
  await browser.wait(`const done = arguments[0];
    const look = (left) => document.querySelector(".figure__work progress") && left > 0 ? setTimeout(look, 100, left - 1) : setTimeout(done, 500);
    setTimeout(look, 500, 200);`);
}
