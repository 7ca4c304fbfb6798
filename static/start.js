// Starts the page. The addresses are put into the HTML by Trunk (see pattern_script in Trunk.toml).
const bindings = document.getElementById("page-bindings").href;
const wasm = new URL(document.querySelector('meta[name="page-wasm"]').content, document.baseURI);

const parsed = new Promise((resolve) => {
  if (document.readyState !== "loading") resolve();
  else document.addEventListener("DOMContentLoaded", resolve, { once: true });
});

const start = async () => {
  const [module, response] = await Promise.all([import(bindings), fetch(wasm), parsed]);
  if (!response.ok) throw new Error(`${response.status} for ${wasm}`);
  await module.default({ module_or_path: response });
};

start().catch(async (error) => {
  await parsed;
  document.getElementById("broken").hidden = false;
  throw error;
});
