// Training a 2-8-8-1 tanh network as one would write it in JavaScript for speed: typed arrays, nothing allocated a step.

const WIDTHS = [2, 8, 8, 1];

/** `input`: learning rate, steps, samples of a step, number of points; x, y and kind of each; the parameters. */
export default function make(input) {
  const [rate, steps, samples, count] = input;
  const points = input.slice(4, 4 + 3 * count);
  const start = input.slice(4 + 3 * count);
  const parameters = new Float64Array(start.length);
  const gradient = new Float64Array(start.length);
  const units = WIDTHS.map((width) => new Float64Array(width));
  const deltas = WIDTHS.map((width) => new Float64Array(width));
  const places = [];
  for (let layer = 1, at = 0; layer < WIDTHS.length; layer += 1) {
    places.push(at);
    at += WIDTHS[layer] * (WIDTHS[layer - 1] + 1);
  }

  function forward() {
    for (let layer = 1; layer < WIDTHS.length; layer += 1) {
      const [inputs, outputs] = [units[layer - 1], units[layer]];
      let weight = places[layer - 1];
      const biases = weight + inputs.length * outputs.length;
      for (let out = 0; out < outputs.length; out += 1) {
        let sum = parameters[biases + out];
        for (let at = 0; at < inputs.length; at += 1) sum += parameters[weight++] * inputs[at];
        outputs[out] = layer < WIDTHS.length - 1 ? Math.tanh(sum) : sum;
      }
    }
  }

  function backward(kind) {
    const last = WIDTHS.length - 1;
    deltas[last][0] = (1 / (1 + Math.exp(-units[last][0])) - kind) / samples;
    for (let layer = last; layer > 0; layer -= 1) {
      const [inputs, below, above] = [units[layer - 1], deltas[layer - 1], deltas[layer]];
      let weight = places[layer - 1];
      const biases = weight + inputs.length * above.length;
      if (layer > 1) below.fill(0);
      for (let out = 0; out < above.length; out += 1) {
        const delta = above[out];
        gradient[biases + out] += delta;
        for (let at = 0; at < inputs.length; at += 1, weight += 1) {
          gradient[weight] += delta * inputs[at];
          if (layer > 1) below[at] += parameters[weight] * delta;
        }
      }
      if (layer > 1) for (let at = 0; at < inputs.length; at += 1) below[at] *= 1 - inputs[at] * inputs[at];
    }
  }

  function step(number) {
    gradient.fill(0);
    for (let sample = 0; sample < samples; sample += 1) {
      const at = 3 * ((number * samples + sample) % count);
      units[0][0] = points[at];
      units[0][1] = points[at + 1];
      forward();
      backward(points[at + 2]);
    }
    for (let at = 0; at < parameters.length; at += 1) parameters[at] -= rate * gradient[at];
  }

  return {
    run() {
      parameters.set(start);
      for (let number = 0; number < steps; number += 1) step(number);
    },
    output: () => parameters.slice(),
  };
}
