//! `f32` to BF16 in a few integer instructions.
//!
//! BF16 is the upper half of an `f32`: rounding to it is adding to the lower half and cutting it off; a carry out of the
//! mantissa moves on to the next binade, and past the largest number to infinity, by itself.

use crate::lanes::{Lanes, Words};

/// Bits of an `f32` that BF16 does not have.
const CUT: u32 = 16;
const KEPT: u32 = u32::MAX << CUT;
/// Exponent and mantissa bits of an `f32`.
const MAGNITUDE: u32 = u32::MAX >> 1;
/// Bits of +∞; greater ones are NaN.
const INFINITY: u32 = 0x7f80_0000;
/// The only NaN.
const NAN: u32 = 0x7fc0_0000;

/// Rounded to the nearest BF16 number, ties to even; overflow gives infinity, NaN stays NaN.
#[inline]
#[must_use]
pub const fn round(x: f32) -> f32 {
    let bits = x.to_bits();
    if bits & MAGNITUDE > INFINITY {
        return f32::NAN;
    }
    // A little less than half, and the last bit kept: an exact half carries only if that bit is 1.
    f32::from_bits(bits.wrapping_add(0x7fff + (bits >> CUT & 1)) & KEPT)
}

/// As [`round`], four at a time.
#[inline]
#[must_use]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn round_lanes(x: Lanes) -> Lanes {
    let bits = Words::of(x);
    let odd = Words::and(Words::down(bits, CUT), Words::splat(1));
    let carried = Words::add(Words::add(bits, Words::splat(0x7fff)), odd);
    let rounded = Words::and(carried, Words::splat(KEPT));
    // Sign and payload of a NaN depend on the engine; it is replaced as a whole.
    let nan = Words::above(Words::and(bits, Words::splat(MAGNITUDE)), Words::splat(INFINITY));
    let number = Words::sub(rounded, Words::and(rounded, nan));
    Words::numbers(Words::or(number, Words::and(nan, Words::splat(NAN))))
}

/// Rounded away from zero with a probability equal to the fraction cut off, by the low 16 bits of `random`, which hold
/// that fraction exactly.
#[inline]
#[must_use]
pub const fn round_stochastic(x: f32, random: u64) -> f32 {
    let bits = x.to_bits();
    match bits & MAGNITUDE {
        INFINITY => x,
        magnitude if magnitude > INFINITY => f32::NAN,
        _ => f32::from_bits(bits.wrapping_add(random as u32 & !KEPT) & KEPT),
    }
}
