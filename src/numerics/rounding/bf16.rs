//! `f32` to BF16 in a few integer instructions, bit for bit as the generic [`encode`](super::encode).
//!
//! BF16 is the upper half of an `f32`: rounding to it is adding to the lower half and cutting it off; a carry out of the
//! mantissa moves on to the next binade, and past the largest number to infinity, by itself.

use crate::numerics::lanes::{F32x4, U32x4};

/// Bits of an `f32` that BF16 does not have.
const CUT: u32 = 16;
const KEPT: u32 = u32::MAX << CUT;
/// Bits of +∞ in `f32`; greater ones are NaN.
const INFINITY: u32 = 0x7f80_0000;
/// The only NaN.
const NAN: u32 = 0x7fc0_0000;

/// Rounded to the nearest BF16 number, ties to even; overflow gives infinity, NaN stays NaN.
#[must_use]
#[inline(always)]
pub fn round(x: f32) -> f32 {
    let bits = x.to_bits();
    if bits & !(1 << 31) > INFINITY {
        return f32::NAN;
    }
    // A little less than half, and the last bit kept: an exact half carries only if that bit is 1.
    f32::from_bits(bits.wrapping_add(0x7fff + (bits >> CUT & 1)) & KEPT)
}

/// As [`round`], four at a time.
#[must_use]
#[inline(always)]
pub fn round_lanes(x: F32x4) -> F32x4 {
    let bits = x.bits();
    let odd = bits.down::<CUT>() & U32x4::splat(1);
    let rounded = (bits + U32x4::splat(0x7fff) + odd) & U32x4::splat(KEPT);
    let nan = (bits & U32x4::splat(!(1 << 31))).above(U32x4::splat(INFINITY));
    // Sign and payload of a NaN depend on the engine; it is replaced as a whole.
    ((rounded - (rounded & nan)) | (nan & U32x4::splat(NAN))).floats()
}

/// Rounded away from zero with a probability equal to the fraction cut off, by the low 16 bits of `random`: as
/// [`encode_stochastic`](super::encode_stochastic) with 16 bits, which hold the fraction exactly, in each of its variants.
#[must_use]
#[inline(always)]
pub fn round_stochastic(x: f32, random: u64) -> f32 {
    let bits = x.to_bits();
    match bits & !(1 << 31) {
        INFINITY => x,
        magnitude if magnitude > INFINITY => f32::NAN,
        _ => f32::from_bits(bits.wrapping_add(random as u32 & !KEPT) & KEPT),
    }
}
