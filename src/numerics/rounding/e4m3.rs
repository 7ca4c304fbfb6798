//! `f32` to E4M3FN and back without a branch, bit for bit as the generic [`encode`](super::encode) and
//! [`Format::decode`](crate::numerics::format::Format::decode).
//!
//! Adding 2^(e + 20) to a number of the binade 2^e leaves room for three bits after its first: the addition itself
//! rounds, to nearest even, at the place where E4M3 ends. Below 2⁻⁶ that place stays, so that subnormals need no path of
//! their own.

use super::Overflow;
use crate::numerics::lanes::{F32x4, LANES, U32x4};

/// Exponent and mantissa bits of an `f32`.
const MAGNITUDE: u32 = u32::MAX >> 1;
/// The exponent field of an `f32`; as a magnitude, infinity: greater ones are NaN.
const EXPONENT: u32 = 0x7f80_0000;
/// Mantissa bits of an `f32`.
const FRACTION_BITS: u32 = 23;
/// Mantissa bits that E4M3 does not have.
const CUT: u32 = 20;
/// 2⁻⁶, the smallest normal number.
pub(in crate::numerics) const MIN_NORMAL: u32 = (127 - 6) << FRACTION_BITS;
/// 448, the largest number.
const LARGEST: u32 = 0x43e0_0000;
/// 512: more than everything that rounds to 448.
const BEYOND: u32 = 0x4400_0000;
/// The code of 448.
const LARGEST_CODE: u32 = 0x7e;
/// The code of NaN, and the highest magnitude.
const NAN_CODE: u32 = 0x7f;
/// What turns a code's magnitude, moved to its place, into an `f32`: the difference of the biases.
const REBIAS: u32 = (127 - 7) << FRACTION_BITS;
/// The only NaN.
const NAN: u32 = 0x7fc0_0000;

/// The codes of four numbers, nearest even, each in the low byte of its lane; NaN is always 0x7f.
#[must_use]
#[inline(always)]
pub fn encode_lanes(x: F32x4, overflow: Overflow) -> U32x4 {
    let bits = x.bits();
    let magnitude = bits & U32x4::splat(MAGNITUDE);
    let bounded = magnitude.least(U32x4::splat(BEYOND));
    let binade = bounded.greatest(U32x4::splat(MIN_NORMAL)) & U32x4::splat(EXPONENT);
    let magic = binade + U32x4::splat(CUT << FRACTION_BITS);
    // Eighths of the binade, 8 to 16 of them and fewer only below 2⁻⁶, and eight codes for each binade passed.
    let eighths = (bounded.floats() + magic.floats()).bits() - magic;
    let code = eighths + (binade - U32x4::splat(MIN_NORMAL)).down::<CUT>();
    let code = match overflow {
        Overflow::Native => code.least(U32x4::splat(NAN_CODE)),
        Overflow::Saturate => {
            let nan = magnitude.above(U32x4::splat(EXPONENT));
            code.least(U32x4::splat(LARGEST_CODE)) | (nan & U32x4::splat(NAN_CODE))
        }
    };
    let number = U32x4::splat(NAN_CODE).above(code);
    code | (bits.down::<24>() & U32x4::splat(0x80) & number)
}

/// The values of four codes, each in the low byte of its lane.
#[must_use]
#[inline(always)]
pub fn decode_lanes(code: U32x4) -> F32x4 {
    let magnitude = code & U32x4::splat(NAN_CODE);
    let sign = (code & U32x4::splat(0x80)).up::<24>();
    // A subnormal has no hidden bit: count it as one of the next binade, and take the hidden bit away again.
    let hidden = U32x4::splat(8).above(magnitude) & U32x4::splat(MIN_NORMAL);
    let raised = magnitude.up::<CUT>() + U32x4::splat(REBIAS) + (hidden & U32x4::splat(1 << FRACTION_BITS));
    let value = (raised.floats() - hidden.floats()).bits();
    let nan = magnitude.above(U32x4::splat(LARGEST_CODE)) & U32x4::splat(NAN);
    (value | sign | nan).floats()
}

/// Four numbers rounded to E4M3, nearest even, saturating; NaN stays NaN.
#[must_use]
#[inline(always)]
pub fn round_lanes(x: F32x4) -> F32x4 {
    let bits = x.bits();
    let magnitude = bits & U32x4::splat(MAGNITUDE);
    let bounded = magnitude.least(U32x4::splat(LARGEST));
    let binade = bounded.greatest(U32x4::splat(MIN_NORMAL)) & U32x4::splat(EXPONENT);
    let magic = (binade + U32x4::splat(CUT << FRACTION_BITS)).floats();
    let rounded = (bounded.floats() + magic - magic).bits();
    let nan = magnitude.above(U32x4::splat(EXPONENT)) & U32x4::splat(NAN);
    (rounded | (bits - magnitude) | nan).floats()
}

/// As [`round_lanes`], one number.
#[must_use]
#[inline(always)]
pub fn round(x: f32) -> f32 {
    let magnitude = x.to_bits() & MAGNITUDE;
    if magnitude > EXPONENT {
        return f32::NAN;
    }
    let bounded = magnitude.min(LARGEST);
    let magic = f32::from_bits((bounded.max(MIN_NORMAL) & EXPONENT) + (CUT << FRACTION_BITS));
    (f32::from_bits(bounded) + magic - magic).copysign(x)
}

/// Rounded away from zero with a probability equal to the fraction cut off, by the low 20 bits of `random`, saturating:
/// as [`encode_stochastic`](super::encode_stochastic) with 20 bits in its variant `Fastest`. The bits hold the fraction
/// exactly down to 2⁻⁶; below, up to 2⁻²⁰ of a step is lost.
#[must_use]
#[inline(always)]
pub fn round_stochastic(x: f32, random: u64) -> f32 {
    const BELOW: u32 = (1 << CUT) - 1;
    let random = random as u32 & BELOW;
    let magnitude = x.to_bits() & MAGNITUDE;
    if magnitude > EXPONENT {
        return f32::NAN;
    }
    let rounded = if magnitude < MIN_NORMAL {
        // Steps of 2⁻⁹, with 20 binary places; both products are exact.
        let steps = (f32::from_bits(magnitude) * (1 << (9 + CUT)) as f32) as u32;
        ((steps + random) >> CUT) as f32 * (1.0 / 512.0)
    } else {
        f32::from_bits((magnitude.min(LARGEST) + random & !BELOW).min(LARGEST))
    };
    rounded.copysign(x)
}

/// The codes of many numbers: as [`encode_lanes`], of the shorter slice's length.
pub fn encode_slice(from: &[f32], to: &mut [u8], overflow: Overflow) {
    // One loop for each, so that nothing is chosen inside.
    match overflow {
        Overflow::Native => encode_all(from, to, |x| encode_lanes(x, Overflow::Native)),
        Overflow::Saturate => encode_all(from, to, |x| encode_lanes(x, Overflow::Saturate)),
    }
}

/// Sixteen at a time: a register full of codes.
const BLOCK: usize = 4 * LANES;

#[inline(always)]
fn encode_all(from: &[f32], to: &mut [u8], encode: impl Fn(F32x4) -> U32x4) {
    let count = from.len().min(to.len());
    let (from, to) = (&from[..count], &mut to[..count]);
    let (blocks, rest) = from.as_chunks::<BLOCK>();
    let (coded, coded_rest) = to.as_chunks_mut::<BLOCK>();
    for (x, code) in blocks.iter().zip(coded) {
        let (lanes, _) = x.as_chunks::<LANES>();
        let each = |at: usize| encode(F32x4::new(lanes[at]));
        *code = U32x4::bytes([each(0), each(1), each(2), each(3)]);
    }
    for (x, code) in rest.iter().zip(coded_rest) {
        let [low, ..] = encode(F32x4::splat(*x)).to_array();
        *code = low as u8;
    }
}

/// The values of many codes: as [`decode_lanes`], of the shorter slice's length.
pub fn decode_slice(from: &[u8], to: &mut [f32]) {
    let count = from.len().min(to.len());
    let (from, to) = (&from[..count], &mut to[..count]);
    let (blocks, rest) = from.as_chunks::<BLOCK>();
    let (decoded, decoded_rest) = to.as_chunks_mut::<BLOCK>();
    for (code, x) in blocks.iter().zip(decoded) {
        let (lanes, _) = x.as_chunks_mut::<LANES>();
        for (lanes, code) in lanes.iter_mut().zip(U32x4::widened(*code)) {
            *lanes = decode_lanes(code).to_array();
        }
    }
    for (code, x) in rest.iter().zip(decoded_rest) {
        let [low, ..] = decode_lanes(U32x4::splat((*code).into())).to_array();
        *x = low;
    }
}
