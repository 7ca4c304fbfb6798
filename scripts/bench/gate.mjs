import { race } from "./race/race.mjs";

export const title = "DeepSeek-V3's whole gate: 256 sigmoids, bias, 4 of 8 groups by their top two, top 8, weights × 2.5";

// Experts are compared too: a different one is off by far more than this.
export const run = () => race({ name: "gate", unit: "tokens", tolerance: 1e-6, least: 3 });
