// Writes .br and .gz beside each asset of dist/ and measures them; past a budget it prints the report and fails.
// With --report it prints the report of the last release, from dist/sizes.json.
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";

const DIST = new URL("../dist/", import.meta.url).pathname;
const STAMP = join(DIST, "sizes.json");
// What brotli makes smaller; recorded half-precision numbers shrink by a tenth.
const SHRINKS = /\.(html|css|js|wasm|svg|json|md|txt|f16)$/;
// Bytes after brotli; 1 KB is 1,000 bytes. The page is the text with its links and switches, the field of dots that answers the
// pointer, and the frame of all figures; what only some widgets need is a part, and comes while one reads.
const BUDGETS = { page: 200_000, shell: 4_000 };

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

async function files(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
}

async function compress(name) {
  const raw = await readFile(join(DIST, name));
  const options = { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
  const [br, gz] = await Promise.all([brotli(raw, { params: options }), gzip(raw, { level: 9 })]);
  await Promise.all([writeFile(join(DIST, `${name}.br`), br), writeFile(join(DIST, `${name}.gz`), gz)]);
  return [name, { raw: raw.length, br: br.length, gz: gz.length }];
}

// Every file that the page needs to be interactive: the HTML, what it names, and what its scripts import.
async function pageFiles(sizes) {
  const found = new Set(["index.html"]);
  for (const name of found) {
    const source = /\.(html|js)$/.test(name) ? await readFile(join(DIST, name), "utf8") : "";
    const html = name.endsWith(".html");
    const names = html ? /<(?!link[^>]*\brel="?icon)[^>]*?\b(?:href|src|content)="?(\.\/[^"\s>]+)/g : /(?:from|import)\s*["'](\.\/[^"']+)["']/g;
    for (const [, path] of source.matchAll(names)) {
      const asset = path.slice(2);
      if (!(asset in sizes)) throw new Error(`${name} names ${path}, which is not in dist/`);
      found.add(asset);
    }
  }
  const kinds = ["html", "css", "js", "wasm"].filter((kind) => ![...found].some((name) => name.endsWith(`.${kind}`)));
  if (kinds.length > 0) throw new Error(`the page names no ${kinds.join(", ")}: it could not be measured`);
  return [...found];
}

async function measure() {
  for (const name of await files(DIST)) if (/\.(br|gz)$/.test(name)) await rm(join(DIST, name));
  const names = (await files(DIST)).filter((name) => SHRINKS.test(name) && name !== "sizes.json");
  const sizes = Object.fromEntries(await Promise.all(names.sort().map(compress)));
  const parts = (program) => names.filter((name) => new RegExp(`^${program}-[a-z-]+-[0-9a-f]{16}\\.wasm$`).test(name));
  const groups = {
    page: await pageFiles(sizes),
    "parts of the page": parts("page"),
    shell: ["frugal.js"],
    core: ["embed.js", "embed_bg.wasm", "tokens.css", "widget.css"],
    "parts of the core": parts("embed"),
  };
  for (const name of Object.values(groups).flat()) if (!(name in sizes)) throw new Error(`dist/ has no ${name}`);
  return { groups, sizes };
}

function print({ groups, sizes }) {
  const row = (name, bytes) => console.log(name.padEnd(34) + bytes.map((value) => value.toLocaleString("en").padStart(10)).join(""));
  row("bytes", ["raw", "gzip", "brotli", "budget"]);
  for (const [group, names] of Object.entries(groups)) {
    for (const name of names) row(`  ${name}`, [sizes[name].raw, sizes[name].gz, sizes[name].br]);
    row(group, ["raw", "gz", "br"].map((kind) => total(names, sizes, kind)).concat(BUDGETS[group] ?? []));
  }
}

function total(names, sizes, kind) {
  return names.reduce((sum, name) => sum + sizes[name][kind], 0);
}

if (process.argv.includes("--report")) {
  print(JSON.parse(await readFile(STAMP, "utf8")));
} else {
  const result = await measure();
  const over = Object.entries(BUDGETS).filter(([group, budget]) => total(result.groups[group], result.sizes, "br") > budget);
  if (over.length > 0) {
    print(result);
    for (const [group, budget] of over) console.error(`sizes: ${group} is past its budget of ${budget.toLocaleString("en")} bytes (brotli)`);
    process.exit(1);
  }
  await writeFile(STAMP, `${JSON.stringify(result, null, 1)}\n`);
}
