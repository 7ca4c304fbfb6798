// E4M3 to f32 as one would write it in JavaScript for speed: a table of all 256 codes.

function value(code) {
  const [exponent, mantissa] = [(code >> 3) & 15, code & 7];
  if ((code & 0x7f) === 0x7f) return NaN;
  const magnitude = exponent === 0 ? mantissa / 512 : (1 + mantissa / 8) * 2 ** (exponent - 7);
  return code & 0x80 ? -magnitude : magnitude;
}

/** `input`: the codes. */
export default function make(input) {
  const codes = Uint8Array.from(input);
  const table = Float32Array.from({ length: 256 }, (_, code) => value(code));
  const numbers = new Float32Array(codes.length);
  return {
    run() {
      for (let at = 0; at < codes.length; at += 1) numbers[at] = table[codes[at]];
    },
    output: () => Float64Array.from(numbers),
  };
}
