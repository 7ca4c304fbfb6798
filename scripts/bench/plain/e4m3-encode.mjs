// f32 to E4M3 as one would write it in JavaScript for speed: the bits through a view of the same buffer, nothing allocated.

/** `input`: the numbers. */
export default function make(input) {
  const numbers = Float32Array.from(input);
  const bits = new Uint32Array(numbers.buffer);
  const codes = new Uint8Array(numbers.length);
  const sum = new Float32Array(1);
  const sumBits = new Uint32Array(sum.buffer);
  return {
    run() {
      for (let at = 0; at < bits.length; at += 1) {
        const word = bits[at];
        const magnitude = word & 0x7fffffff;
        if (magnitude > 0x43e80000) {
          codes[at] = 0x7f; // above 464, and NaN
          continue;
        }
        let code;
        if (magnitude >= 0x3c800000) {
          // From 2^-6: half a step less a little, and the last bit kept; then the difference of the biases.
          code = ((magnitude + 0x7ffff + ((magnitude >>> 20) & 1)) >>> 20) - 960;
        } else {
          // Below, the addition rounds to multiples of 2^-9.
          sum[0] = Math.abs(numbers[at]) + 16384;
          code = sumBits[0] - 0x46800000;
        }
        codes[at] = code | ((word >>> 24) & 0x80);
      }
    },
    output: () => Float64Array.from(codes),
  };
}
