// DeepSeek-V3's gate as one would write it in JavaScript for speed: typed arrays, nothing allocated a token, no sorting.

const EXPERTS = 256;
const GROUPS = 8;
const GROUP = EXPERTS / GROUPS;
const KEPT = 4;
const TOP = 8;
const SCALE = 2.5;
const FLOOR = 1e-20;

/** `input`: the biases, then the logits, tokens × experts. */
export default function make(input) {
  const bias = Float32Array.from(input.subarray(0, EXPERTS));
  const logits = Float32Array.from(input.subarray(EXPERTS));
  const tokens = logits.length / EXPERTS;
  const affinity = new Float32Array(EXPERTS);
  const biased = new Float32Array(EXPERTS);
  const groups = new Float32Array(GROUPS);
  const kept = new Uint8Array(GROUPS);
  const scores = new Float32Array(TOP);
  const experts = new Int32Array(TOP);
  const selected = new Int32Array(tokens * TOP);
  const weights = new Float32Array(tokens * TOP);

  function score(from) {
    for (let group = 0, expert = 0; group < GROUPS; group += 1) {
      let first = -Infinity;
      let second = -Infinity;
      for (const end = expert + GROUP; expert < end; expert += 1) {
        const s = 1 / (1 + Math.exp(-logits[from + expert]));
        affinity[expert] = s;
        biased[expert] = affinity[expert] + bias[expert];
        const b = biased[expert];
        if (b > second) {
          if (b > first) {
            second = first;
            first = b;
          } else {
            second = b;
          }
        }
      }
      groups[group] = first + second;
    }
  }

  function keep() {
    kept.fill(0);
    for (let place = 0; place < KEPT; place += 1) {
      let best = -1;
      for (let group = 0; group < GROUPS; group += 1) {
        if (kept[group] === 0 && (best < 0 || groups[group] > groups[best])) best = group;
      }
      kept[best] = 1;
    }
  }

  /** The best eight of the kept groups, by insertion; most experts fail the first comparison. */
  function choose() {
    let count = 0;
    let least = -Infinity;
    for (let group = 0; group < GROUPS; group += 1) {
      if (kept[group] === 0) continue;
      for (let expert = group * GROUP, end = expert + GROUP; expert < end; expert += 1) {
        const b = biased[expert];
        if (count === TOP && !(b > least)) continue;
        let at = count < TOP ? count++ : TOP - 1;
        while (at > 0 && scores[at - 1] < b) {
          scores[at] = scores[at - 1];
          experts[at] = experts[at - 1];
          at -= 1;
        }
        scores[at] = b;
        experts[at] = expert;
        least = scores[count - 1];
      }
    }
  }

  /** The eight by weight, larger first, ties by index; by insertion. */
  function weigh(to) {
    let sum = FLOOR;
    for (let at = 0; at < TOP; at += 1) sum += affinity[experts[at]];
    for (let at = 0; at < TOP; at += 1) {
      const expert = experts[at];
      const weight = (affinity[expert] / sum) * SCALE;
      let place = to + at;
      while (place > to && (weights[place - 1] < weight || (weights[place - 1] === weight && selected[place - 1] > expert))) {
        weights[place] = weights[place - 1];
        selected[place] = selected[place - 1];
        place -= 1;
      }
      weights[place] = weight;
      selected[place] = expert;
    }
  }

  return {
    run() {
      for (let token = 0; token < tokens; token += 1) {
        score(token * EXPERTS);
        keep();
        choose();
        weigh(token * TOP);
      }
    },
    output: () => Float64Array.from([...selected, ...weights]),
  };
}
