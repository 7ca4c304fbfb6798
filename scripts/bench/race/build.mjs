// Builds src/bin/bench for the browser, as the release is built, and natively.
import { execFile } from "node:child_process";
import { copyFile, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { promisify } from "node:util";

const call = promisify(execFile);
const here = new URL("./", import.meta.url);
const plain = new URL("../plain/", here);
const page = "target/bench";
// Other people's libraries that twins use, each in one file.
const libraries = ["ml-matrix/matrix.umd.js", "svd-js/build-umd/svd-js.min.js"];

async function inBrowser() {
  await call("cargo", ["build", "--quiet", "--release", "--locked", "--target", "wasm32-unknown-unknown", "--bin", "bench"]);
  await call("wasm-bindgen", ["--target", "web", "--no-typescript", "--out-dir", page, "target/wasm32-unknown-unknown/release/bench.wasm"]);
  // The pass that the page goes through, options and all.
  const [, level, options] = /data-bin="page"[^>]*data-wasm-opt="(\w)" data-wasm-opt-params="([^"]*)"/.exec(await readFile("index.html", "utf8"));
  await call("wasm-opt", [`-O${level}`, ...options.split(" "), `${page}/bench_bg.wasm`, "-o", `${page}/bench_bg.wasm`]);
  await copyFile(new URL("page.mjs", here), `${page}/page.mjs`);
  for (const file of await readdir(plain)) await copyFile(new URL(file, plain), `${page}/${file}`);
  for (const library of libraries) await copyFile(`node_modules/${library}`, `${page}/${library.split("/").at(-1)}`);
  await writeFile(`${page}/index.html`, '<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="page.mjs"></script>\n');
}

let built;

/** Builds once a run; resolves to the folder that a browser opens and to the native program. */
export function build() {
  built ??= (async () => {
    await mkdir(page, { recursive: true });
    await inBrowser();
    // Link-time optimisation for size would leave loops without vectors; natively there is no download to keep small.
    const env = { ...process.env, CARGO_PROFILE_RELEASE_LTO: "false" };
    await call("cargo", ["build", "--quiet", "--release", "--locked", "--bin", "bench"], { env });
    return { folder: `${process.cwd()}/${page}/`, native: "target/release/bench" };
  })();
  return built;
}
