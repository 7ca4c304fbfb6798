import { race } from "./race/race.mjs";

export const title = "Steps of training a 2-8-8-1 tanh network in f32, 10 samples a step; JavaScript computes in f64";

// After 200 steps the weights of both agree to what f32 can hold.
const against = async (name, twin, least) => {
  const { rows, failures } = await race({ name, unit: "steps", tolerance: 1e-4, least });
  return { rows: rows.map((row) => ({ twin, ...row })), failures: failures.map((failure) => `${twin}: ${failure}`) };
};

export async function run() {
  const graph = await against("training-graph", "a graph of objects", 4);
  const typed = await against("training-typed", "typed arrays", 1.5);
  return { rows: [...graph.rows, ...typed.rows], failures: [...graph.failures, ...typed.failures] };
}
