// The shell of the tags <frugal-…>: it loads the WebAssembly core and the stylesheet when the first widget comes near,
// once for the whole page. Safe to import where there is no DOM.
const VERSION = "0.1.0";
// Each widget, and the height in em that is kept free for it in a column of less than 34 em, and of more.
const WIDGETS = { parameters: [9, 7], router: [13, 8], balance: [10, 9], segmentation: [10, 8], "kv-cache": [10, 9], "low-rank": [14, 12], absorption: [10, 8], decode: [9, 8], float: [8, 7], scaling: [11, 9], accumulator: [11, 9], training: [13, 9], "precision-map": [12, 8] };

const TEXTS = {
  en: {
    start: "Start",
    retry: "Try again",
    failed: "This figure cannot be shown: ",
    "file-protocol": "opened as a file, not from a web server.",
    offline: "no connection to its server.",
    http: "its server answered #.",
    "html-instead-of-wasm": "its server sent a web page.",
    mime: "its server sent a wrong content type.",
    cors: "its server does not allow other sites (CORS).",
    csp: "the policy (CSP) of this site forbids it.",
    skew: "its files changed; reload the page.",
    unsupported: "it needs a newer browser.",
    memory: "it needs more memory.",
    panic: "it broke down.",
    timeout: "its server takes too long.",
  },
  zh: {
    start: "运行",
    retry: "重试",
    failed: "此图无法显示：",
    "file-protocol": "要通过网络服务器打开本页。",
    offline: "连不上服务器。",
    http: "服务器返回 #。",
    "html-instead-of-wasm": "服务器返回了一个网页。",
    mime: "服务器返回的内容类型不对。",
    cors: "服务器不允许其他网站使用（CORS）。",
    csp: "本站的策略（CSP）不允许。",
    skew: "文件版本不一致，请刷新页面。",
    unsupported: "需要更新的浏览器。",
    memory: "需要更多内存。",
    panic: "运行出错。",
    timeout: "服务器响应超时。",
  },
};
// What trying again cannot mend.
const FINAL = /file|mime|cors|csp|unsup/;

const heights = (column) => Object.keys(WIDGETS).map((name) => `:host(frugal-${name}) .box{min-block-size:calc(${WIDGETS[name][column]}0em*var(--share))}`).join("");
// `all` keeps the page's text style out of the widget; the widget's own sheet comes after this one.
const STYLE = `:host{display:block;min-inline-size:min(100%,20em);--share:1}
:host([chrome=compact]){--share:.84}
:host([chrome=bare]){--share:.81}
:host([hidden]){display:none}
:host(:not([hidden])){color-scheme:inherit}
.room{container-type:inline-size}
.box{position:relative}
${heights(0)}@container(min-width:34em){${heights(1)}}
.root{all:initial;display:block;font-size:inherit;background:var(--paper);padding:min(.75em,2%)}
slot~.root{position:absolute;inset:0 0 auto;visibility:hidden}
button{font:inherit;min-block-size:2em}`;

const base = new URL("./", import.meta.url);
let core, css, forbidden;
let attempts = 0;

const fault = (code) => Object.assign(new Error(code), { code });
const KINDS = { RuntimeError: "panic", panic: "panic", RangeError: "memory" };
// The code of anything thrown; a DOMException has a number for a code.
const classify = ({ code, name, message }, kind = KINDS[name] ?? "skew") =>
  TEXTS.en[code] || /^http-/.test(code) ? code : forbidden || /CSP|Content Security/i.test(message) ? "csp" : kind;

// A type with externref: engines that know it know all that the core needs.
const able = () =>
  globalThis.WebAssembly?.validate(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0)) && "adoptedStyleSheets" in document;
const pause = (seconds) => new Promise((yes) => setTimeout(yes, seconds * 1000));
const within = (seconds, promise) => Promise.race([promise, pause(seconds).then(() => Promise.reject(fault("timeout")))]);

async function get(url) {
  const response = await within(20, fetch(url)).catch(async (error) => {
    // The report of a violation is a task of its own.
    await pause(0.05);
    if (error.code === "timeout" || forbidden) throw error;
    const there = navigator.onLine && url.origin !== self.origin && (await fetch(url, { mode: "no-cors" }).catch(() => 0));
    throw fault(there ? "cors" : "offline");
  });
  if (!response.ok) throw fault(`http-${response.status}`);
  return response;
}

async function glue() {
  const url = new URL("./embed.js", import.meta.url);
  // A failed import is remembered under its address, and so is a core that broke down.
  if (attempts++) url.search = attempts;
  return within(20, import(url)).catch(async (error) => {
    const type = error.code ?? (await get(url)).headers.get("content-type");
    throw /javascript/.test(type) ? error : fault(error.code ?? "mime");
  });
}

async function program() {
  const response = await get(new URL("./embed_bg.wasm", import.meta.url));
  if (response.headers.get("content-type") === "application/wasm") return response;
  const bytes = await response.arrayBuffer();
  const [first] = new Uint8Array(bytes);
  if (first) throw fault(first === 60 ? "html-instead-of-wasm" : "mime");
  return bytes;
}

const style = async (url) => (await get(url)).text();

async function begin() {
  if (base.protocol === "file:") throw fault("file-protocol");
  if (!able()) throw fault("unsupported");
  forbidden = false;
  document.addEventListener("securitypolicyviolation", ({ blockedURI }) => (forbidden ||= blockedURI === "wasm-eval" || blockedURI.startsWith(base)));
  const [module, wasm, ...sheets] = await Promise.all([
    glue(),
    program(),
    style(new URL("./tokens.css", import.meta.url)),
    style(new URL("./widget.css", import.meta.url)),
  ]);
  await module.default({ module_or_path: wasm });
  css = sheets.join("");
  module.start((message) => {
    core = undefined;
    console.error(message);
    for (const { broken } of alive) queueMicrotask(() => broken(module));
  });
  return module;
}

const load = () =>
  (core ??= within(120, begin()).catch((error) => {
    core = undefined;
    throw error;
  }));

// One constructed sheet for each document and text.
const sheets = new WeakMap();
function sheet(page, text) {
  const known = sheets.get(page) ?? {};
  sheets.set(page, known);
  if (!known[text]) (known[text] = new page.defaultView.CSSStyleSheet()).replaceSync(text);
  return known[text];
}

// The widgets in the page; what they look at outside themselves is watched once for all.
const alive = new Set();
let dark, still, near;
function watchPage() {
  const look = () => alive.forEach((widget) => widget.look());
  [dark, still] = ["(prefers-color-scheme:dark)", "(prefers-reduced-motion:reduce)"].map((query) => matchMedia(query));
  for (const query of [dark, still]) query.addEventListener("change", look);
  for (const node of [document.documentElement, document.body]) new MutationObserver(look).observe(node, { attributes: true });
  near = new IntersectionObserver((seen) => seen.forEach((entry) => entry.isIntersecting && entry.target.load()), { rootMargin: "400px" });
}

// Keys that a control handles must not reach the shortcuts of the page; Tab, Escape and chords may.
function contain(event) {
  const typing = event.composedPath()[0].matches("textarea,select,input:not([type=range],[type=radio],[type=checkbox])");
  const handled = typing ? !/^(Tab|Escape|F\d+)$/.test(event.key) : /^(Arrow|Page|Home|End|Enter| )/.test(event.key);
  if (handled && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
}

class Widget extends (globalThis.HTMLElement ?? Object) {
  static version = VERSION;
  #phase = "idle";
  #box = document.createElement("div");
  #slot = document.createElement("slot");
  #note = document.createElement("p");
  #attributes = new MutationObserver((records) => this.#heed(records));
  #ties = { look: () => this.#look(), broken: (core) => core === this.#core && this.#fail("panic") };
  // The core, the handle in it, the element it draws in, what it last said, and whether that answers all requests.
  #core;
  #handle;
  #root;
  #said;
  #settled;
  // A state asked for while there is nothing to take it.
  #asked;
  #wanted;
  #lazy;
  #turn = 0;
  #frame;
  #ready;
  #keep;
  #break;

  constructor() {
    super();
    const room = document.createElement("div");
    [room.className, this.#box.className, this.#note.part] = ["room", "box", "status"];
    this.#note.setAttribute("role", "status");
    this.#box.append(this.#slot, this.#note);
    room.append(this.#box);
    (this.shadowRoot ?? this.attachShadow({ mode: "open" })).replaceChildren(room);
    this.#pledge();
    this.#attributes.observe(this, { attributes: true, attributeOldValue: true });
    for (const type of ["pointerenter", "focusin"]) this.addEventListener(type, () => this.#lazy && this.#phase === "idle" && this.load());
  }

  connectedCallback() {
    // Set before the tag was defined.
    if (Object.hasOwn(this, "state")) {
      const { state } = this;
      delete this.state;
      this.state = state;
    }
    if (!near) watchPage();
    alive.add(this.#ties);
    this.adoptedCallback();
    this.#look();
    if (this.#phase === "idle") this.#arm();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      // A moved element keeps its widget.
      if (this.isConnected) return;
      alive.delete(this.#ties);
      near.unobserve(this);
      this.#drop("idle");
    });
  }

  // A constructed sheet belongs to one document.
  adoptedCallback() {
    const page = this.ownerDocument;
    if (page.defaultView && able()) this.shadowRoot.adoptedStyleSheets = [STYLE, css].filter(Boolean).map((text) => sheet(page, text));
  }

  get phase() {
    return this.#phase;
  }

  // Kept once everything asked for is shown.
  get ready() {
    return this.#ready;
  }

  get readings() {
    return { ...this.#said?.readings };
  }

  get state() {
    return { ...(this.#said?.state ?? this.#asked) };
  }

  set state(state) {
    this.#heed(this.#attributes.takeRecords());
    this.#asked = typeof state === "string" ? Object.fromEntries(new URLSearchParams(state)) : { ...state };
    this.#ask();
  }

  load() {
    this.#wanted = true;
    if (this.isConnected && /idle|error/.test(this.#phase)) this.#start();
    return this.#ready;
  }

  // Back to what the tag says.
  reset() {
    this.#asked = undefined;
    this.#ask();
  }

  describe() {
    return this.#said?.description ?? "";
  }

  focus(options) {
    const control = this.#root?.querySelector("input,select,textarea,button,summary,[tabindex='0']");
    control ? control.focus(options) : super.focus(options);
  }

  #pledge() {
    this.#ready = new Promise((yes, no) => ([this.#keep, this.#break] = [yes, no]));
    // Nobody has to listen.
    this.#ready.catch(() => {});
    this.#settled = false;
  }

  #tell(type, detail = { state: this.state, readings: this.readings }) {
    this.dispatchEvent(new CustomEvent(`frugal-${type}`, { bubbles: true, composed: true, detail }));
  }

  #button(key) {
    const button = document.createElement("button");
    [button.type, button.part, button.textContent] = ["button", "control", TEXTS[this.#lang()][key]];
    button.addEventListener("click", () => this.load());
    return button;
  }

  #lang() {
    const tags = [];
    for (let node = this; node; node = node.getRootNode().host) tags.push(node.closest("[lang]")?.lang ?? "");
    tags.push(...navigator.languages);
    return tags.map((tag) => tag.toLowerCase().split("-")[0]).find((tag) => tag in TEXTS) ?? "en";
  }

  #theme() {
    const schemes = getComputedStyle(this).colorScheme;
    const [day, night] = ["light", "dark"].map((scheme) => schemes.includes(scheme));
    return (day === night ? dark.matches : night) ? "dark" : "light";
  }

  // Takes over what the page says about language and looks.
  #look() {
    const looks = { lang: this.#lang(), chrome: this.getAttribute("chrome") ?? "full" };
    this.#note.lang = looks.lang;
    if (this.#root) {
      const own = (name, ...choices) => choices.find((choice) => choice === this.getAttribute(name));
      this.#root.dataset.theme = own("theme", "light", "dark") ?? this.#theme();
      this.#root.dataset.motion = own("motion", "none", "full") ?? (still.matches ? "none" : "full");
      this.#ask(looks);
    }
    return looks;
  }

  // The fields asked for: a state is laid over the tag's own attributes.
  #fields() {
    const attributes = Object.fromEntries([...this.attributes].map(({ name, value }) => [name, value]));
    return { attributes, state: this.#asked ?? attributes.state ?? "" };
  }

  #ask(options = this.#fields()) {
    if (!this.#root) return;
    try {
      if (this.#core.update(this.#handle, options) && this.#settled) this.#pledge();
    } catch (error) {
      this.#fail(classify(error));
    }
  }

  #heed(records) {
    const changed = {};
    for (const { attributeName: name, oldValue } of records) if (this.getAttribute(name) !== oldValue) changed[name] = this.getAttribute(name);
    const names = Object.keys(changed);
    if (!names.length) return;
    this.#look();
    if (!this.#root && this.#asked) for (const name of names) delete this.#asked[name];
    if ("loading" in changed && this.isConnected && this.#phase === "idle") this.#arm();
    if ("state" in changed) this.reset();
    else this.#ask({ attributes: changed });
  }

  // Sees to it that the core comes when it should.
  #arm() {
    const loading = this.getAttribute("loading");
    const click = loading === "click" || (loading !== "eager" && navigator.connection?.saveData);
    near.unobserve(this);
    this.#lazy = !click;
    this.#note.replaceChildren();
    if (this.#wanted || loading === "eager") this.load();
    else if (click) this.#note.append(this.#button("start"));
    else near.observe(this);
  }

  async #start() {
    const turn = ++this.#turn;
    if (this.#phase === "error") this.#pledge();
    this.#phase = "loading";
    near.unobserve(this);
    try {
      const core = await load();
      await core.load(this.localName.slice(7));
      if (turn === this.#turn) this.#mount(core);
    } catch (error) {
      if (turn === this.#turn) this.#fail(classify(error));
    }
  }

  #mount(core) {
    const root = document.createElement("div");
    root.className = "root";
    for (const type of ["keydown", "keypress", "keyup"]) root.addEventListener(type, contain);
    const options = { ...this.#fields(), ...this.#look(), site: base.href };
    this.#handle = core.mount(root, this.localName.slice(7), options, (said) => root === this.#root && this.#hear(said));
    [this.#core, this.#root] = [core, root];
    this.adoptedCallback();
    this.#box.append(root);
    this.#look();
  }

  #hear(said) {
    this.#said = said;
    if (said.settled) this.#settled = (this.#keep(this), true);
    if (this.#phase === "loading") this.#show();
    else if (said.phase === "live") {
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        this.#tell("input");
      });
    } else if (said.phase === "done") {
      this.#frame = cancelAnimationFrame(this.#frame);
      this.#tell("change");
    }
    if (said.problems.length) this.#tell("error", { code: "state", message: said.problems.join(" "), retryable: false });
  }

  // The widget in place of the fallback.
  #show() {
    const held = this.matches(":focus-within");
    this.#slot.remove();
    this.#note.replaceChildren();
    this.#phase = "ready";
    if (held) this.focus({ preventScroll: true });
    this.#tell("ready");
  }

  // The fallback in place of the widget.
  #drop(phase) {
    this.#turn++;
    if (this.#said) this.#asked = this.state;
    try {
      this.#core?.unmount(this.#handle);
    } catch {
      // The core broke down: there is nothing left to destroy.
    }
    this.#root?.remove();
    this.#frame = cancelAnimationFrame(this.#frame);
    this.#core = this.#root = this.#said = undefined;
    this.#box.prepend(this.#slot);
    this.#phase = phase;
    if (this.#settled) this.#pledge();
  }

  #fail(code) {
    const texts = TEXTS[this.#lang()];
    const message = texts.failed + (texts[code] ?? texts.http).replace("#", code.slice(5));
    const retryable = !FINAL.test(code);
    this.#drop("error");
    this.#note.replaceChildren(message, ...(retryable ? [" ", this.#button("retry")] : []));
    this.#break(Object.assign(new Error(message), { code }));
    this.#tell("error", { code, message, retryable });
  }
}

for (const name in globalThis.customElements ? WIDGETS : {}) {
  const known = customElements.get(`frugal-${name}`);
  if (!known) customElements.define(`frugal-${name}`, class extends Widget {});
  else if (known.version !== VERSION) console.warn(`frugal.js: <frugal-${name}> stays with version ${known.version}`);
}
