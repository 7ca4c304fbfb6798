// Training a 2-8-8-1 tanh network as a graph of objects, a node for each unit and a link for each weight, the way
// TensorFlow Playground does it: each sample runs forward and back through the graph, then all links are updated.

const WIDTHS = [2, 8, 8, 1];
const TANH = { output: (x) => Math.tanh(x), slope: (y) => 1 - y * y };
const LINEAR = { output: (x) => x, slope: () => 1 };

class Link {
  constructor(source, target, weight) {
    Object.assign(this, { source, target, weight, gradient: 0 });
    source.outputs.push(this);
    target.inputs.push(this);
  }
}

class Node {
  constructor(activation, bias) {
    Object.assign(this, { activation, bias, gradient: 0, inputs: [], outputs: [], output: 0, delta: 0 });
  }

  update() {
    let sum = this.bias;
    for (const link of this.inputs) sum += link.weight * link.source.output;
    this.output = this.activation.output(sum);
    return this.output;
  }
}

function build(parameters) {
  const network = [];
  let at = 0;
  for (const [layer, width] of WIDTHS.entries()) {
    const activation = layer > 0 && layer < WIDTHS.length - 1 ? TANH : LINEAR;
    const nodes = Array.from({ length: width }, () => new Node(activation, 0));
    if (layer > 0) {
      for (const node of nodes) for (const source of network[layer - 1]) new Link(source, node, parameters[at++]);
      for (const node of nodes) node.bias = parameters[at++];
    }
    network.push(nodes);
  }
  return network;
}

function forward(network, x, y) {
  network[0][0].output = x;
  network[0][1].output = y;
  for (const nodes of network.slice(1)) for (const node of nodes) node.update();
  return network.at(-1)[0].output;
}

function backward(network, error) {
  for (let layer = network.length - 1; layer > 0; layer -= 1) {
    for (const node of network[layer]) {
      let reached = layer === network.length - 1 ? error : 0;
      for (const link of node.outputs) reached += link.weight * link.target.delta;
      node.delta = reached * node.activation.slope(node.output);
      node.gradient += node.delta;
      for (const link of node.inputs) link.gradient += node.delta * link.source.output;
    }
  }
}

function descend(network, rate) {
  for (const nodes of network.slice(1)) {
    for (const node of nodes) {
      node.bias -= rate * node.gradient;
      node.gradient = 0;
      for (const link of node.inputs) {
        link.weight -= rate * link.gradient;
        link.gradient = 0;
      }
    }
  }
}

/** `input`: learning rate, steps, samples of a step, number of points; x, y and kind of each; the parameters. */
export default function make(input) {
  const [rate, steps, samples, count] = input;
  const points = Array.from({ length: count }, (_, at) => {
    const [x, y, kind] = input.slice(4 + 3 * at, 7 + 3 * at);
    return { x, y, kind };
  });
  const start = input.slice(4 + 3 * count);
  let network = build(start);
  return {
    run() {
      network = build(start);
      for (let step = 0; step < steps; step += 1) {
        for (let sample = 0; sample < samples; sample += 1) {
          const { x, y, kind } = points[(step * samples + sample) % count];
          const logit = forward(network, x, y);
          backward(network, (1 / (1 + Math.exp(-logit)) - kind) / samples);
        }
        descend(network, rate);
      }
    },
    output: () => Float64Array.from(network.slice(1).flatMap((nodes) => [...nodes.flatMap((node) => node.inputs.map((link) => link.weight)), ...nodes.map((node) => node.bias)])),
  };
}
