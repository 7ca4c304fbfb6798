//! `f32` to E4M3FN and back without a branch.
//!
//! Adding 2^(e + 20) to a number of the binade 2^e leaves room for three bits after its first: the addition itself
//! rounds, to nearest even, at the place where E4M3 ends. Below 2⁻⁶ that place stays, so that subnormals need no path of
//! their own.

use core::hint::black_box;

use crate::lanes::{Lanes, Words};

/// Exponent and mantissa bits of an `f32`.
const MAGNITUDE: u32 = u32::MAX >> 1;
/// The exponent field of an `f32`; as a magnitude, infinity: greater ones are NaN.
const EXPONENT: u32 = 0x7f80_0000;
/// Mantissa bits of an `f32`.
const FRACTION_BITS: u32 = 23;
/// Mantissa bits that E4M3 does not have.
const CUT: u32 = 20;
/// Bits of 2⁻⁶, the smallest normal number.
pub const MIN_NORMAL: u32 = (127 - 6) << FRACTION_BITS;
/// 448, the largest number.
const LARGEST: u32 = 0x43e0_0000;
/// 480: what would follow, and stands where the code is NaN.
const FOLLOWING: u32 = 0x43f0_0000;
/// The code of 448.
const LARGEST_CODE: u32 = 0x7e;
/// The code of NaN, and the highest magnitude.
const NAN_CODE: u32 = 0x7f;
const SIGN_CODE: u32 = 0x80;
/// What turns a code's magnitude, moved to its place, into an `f32`: the difference of the biases.
const REBIAS: u32 = (127 - 7) << FRACTION_BITS;
/// The only NaN.
const NAN: u32 = 0x7fc0_0000;
/// Numbers in a register full of codes.
const BLOCK: usize = 16;

/// What is added for rounding, less the binade: see above. Its last bits make up for the bias when the sum is folded.
const FOLDING: u32 = (CUT << FRACTION_BITS) + 24;

/// The constants of an encoder, in registers: an engine that knows them writes each of them anew in every turn of the
/// loop, which costs a third of the speed (V8, measured).
#[derive(Clone, Copy)]
struct Encoder<const SATURATES: bool> {
    magnitude: Words,
    limit: Words,
    min_normal: Words,
    exponent: Words,
    folding: Words,
    seven: Words,
    sign: Words,
    sevens: Words,
}

impl<const SATURATES: bool> Encoder<SATURATES> {
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn new() -> Self {
        Self {
            magnitude: Words::splat(black_box(MAGNITUDE)),
            limit: Words::splat(black_box(if SATURATES { LARGEST } else { FOLLOWING })),
            min_normal: Words::splat(black_box(MIN_NORMAL)),
            exponent: Words::splat(black_box(EXPONENT)),
            folding: Words::splat(black_box(FOLDING)),
            seven: Words::splat(black_box(NAN_CODE)),
            sign: Words::splat(black_box(SIGN_CODE)),
            sevens: Words::splat(black_box(NAN_CODE * 0x0101_0101)),
        }
    }

    /// The codes of four numbers by their bits, nearest even, each in the low byte of its word; NaN keeps its sign.
    /// Beyond 448 lies NaN, or 448 again if it `SATURATES`.
    #[inline]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn four(self, x: &[f32; 4]) -> Words {
        let bits = Words::load(x);
        let magnitude = Words::and(bits, self.magnitude);
        let bounded = Words::smaller(magnitude, self.limit);
        let binade = Words::and(Words::larger(bounded, self.min_normal), self.exponent);
        let magic = Words::numbers(Words::add(binade, self.folding));
        // In the sum's last bits stand the eighths of the binade, 8 to 16 of them and fewer only below 2⁻⁶. A binade
        // passed is eight codes: its exponent, moved down to them. Of the constants' sum 128 is a divisor.
        let sum = Words::of(Lanes::add(Words::numbers(bounded), magic));
        let code = Words::and(Words::add(sum, Words::down(sum, CUT)), self.seven);
        let code = if SATURATES {
            Words::or(code, Words::and(Words::above(magnitude, self.exponent), self.seven))
        } else {
            code
        };
        Words::or(code, Words::and(Words::down(bits, 24), self.sign))
    }

    /// Sixteen codes; NaN is always 0x7f.
    #[inline]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn block(self, x: &[f32; BLOCK]) -> [u8; BLOCK] {
        let (fours, _) = x.as_chunks::<4>();
        let codes = [self.four(&fours[0]), self.four(&fours[1]), self.four(&fours[2]), self.four(&fours[3])];
        Words::codes(codes, self.sevens)
    }
}

/// The constants of a decoder, as those of an [`Encoder`].
#[derive(Clone, Copy)]
struct Decoder {
    seven: Words,
    rebias: Words,
    min_normal: Lanes,
    largest: Words,
    sign: Words,
}

impl Decoder {
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn new() -> Self {
        Self {
            seven: Words::splat(black_box(NAN_CODE)),
            rebias: Words::splat(black_box(REBIAS)),
            min_normal: Words::numbers(Words::splat(black_box(MIN_NORMAL))),
            largest: Words::splat(black_box(LARGEST_CODE)),
            sign: Words::splat(black_box(1 << 31)),
        }
    }

    /// The values of four codes, each in the low byte of its word.
    #[inline]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn four(self, code: Words) -> [f32; 4] {
        let magnitude = Words::and(code, self.seven);
        // Right where there is a hidden bit, from 2⁻⁶ on. Below, twice that less 2⁻⁶ is right, and it is the smaller of
        // the two just there.
        let normal = Words::numbers(Words::add(Words::up(magnitude, CUT), self.rebias));
        let value = Lanes::smaller(normal, Lanes::sub(Lanes::add(normal, normal), self.min_normal));
        // All bits set are a NaN.
        let nan = Words::above(magnitude, self.largest);
        let sign = Words::and(Words::up(code, 24), self.sign);
        Lanes::to_array(Words::numbers(Words::or(Words::or(Words::of(value), sign), nan)))
    }

    /// The values of sixteen codes.
    #[inline]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn block(self, codes: [u8; BLOCK], values: &mut [f32; BLOCK]) {
        let (fours, _) = values.as_chunks_mut::<4>();
        for (four, codes) in fours.iter_mut().zip(Words::of_bytes(codes)) {
            *four = self.four(codes);
        }
    }
}

/// The codes of many numbers, nearest even; the shorter slice counts. Beyond 448 lies NaN, or 448 again if it
/// `saturates`. NaN is always 0x7f.
pub fn encode(from: &[f32], to: &mut [u8], saturates: bool) {
    // Two loops, so that nothing is chosen inside.
    if saturates { encode_all::<true>(from, to) } else { encode_all::<false>(from, to) }
}

#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn encode_all<const SATURATES: bool>(from: &[f32], to: &mut [u8]) {
    let encoder = Encoder::<SATURATES>::new();
    let count = from.len().min(to.len());
    let (blocks, rest) = from[..count].as_chunks::<BLOCK>();
    let (coded, coded_rest) = to[..count].as_chunks_mut::<BLOCK>();
    for (x, codes) in blocks.iter().zip(coded) {
        *codes = encoder.block(x);
    }
    let mut last = [0.0; BLOCK];
    last[..rest.len()].copy_from_slice(rest);
    coded_rest.copy_from_slice(&encoder.block(&last)[..rest.len()]);
}

/// The values of many codes; the shorter slice counts.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn decode(from: &[u8], to: &mut [f32]) {
    let decoder = Decoder::new();
    let count = from.len().min(to.len());
    let (blocks, rest) = from[..count].as_chunks::<BLOCK>();
    let (decoded, decoded_rest) = to[..count].as_chunks_mut::<BLOCK>();
    for (codes, x) in blocks.iter().zip(decoded) {
        decoder.block(*codes, x);
    }
    let (mut last, mut values) = ([0; BLOCK], [0.0; BLOCK]);
    last[..rest.len()].copy_from_slice(rest);
    decoder.block(last, &mut values);
    decoded_rest.copy_from_slice(&values[..rest.len()]);
}

/// Four numbers rounded to E4M3, nearest even, saturating; NaN stays NaN.
#[inline]
#[must_use]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn round_lanes(x: Lanes) -> Lanes {
    let bits = Words::of(x);
    let magnitude = Words::and(bits, Words::splat(MAGNITUDE));
    let bounded = Words::smaller(magnitude, Words::splat(LARGEST));
    let binade = Words::and(Words::larger(bounded, Words::splat(MIN_NORMAL)), Words::splat(EXPONENT));
    let magic = Words::numbers(Words::add(binade, Words::splat(CUT << FRACTION_BITS)));
    let rounded = Words::of(Lanes::sub(Lanes::add(Words::numbers(bounded), magic), magic));
    let nan = Words::and(Words::above(magnitude, Words::splat(EXPONENT)), Words::splat(NAN));
    Words::numbers(Words::or(Words::or(rounded, Words::sub(bits, magnitude)), nan))
}

/// As [`round_lanes`], one number.
#[inline]
#[must_use]
pub fn round(x: f32) -> f32 {
    let magnitude = x.to_bits() & MAGNITUDE;
    if magnitude > EXPONENT {
        return f32::NAN;
    }
    let bounded = magnitude.min(LARGEST);
    let magic = f32::from_bits((bounded.max(MIN_NORMAL) & EXPONENT) + (CUT << FRACTION_BITS));
    (f32::from_bits(bounded) + magic - magic).copysign(x)
}

/// Rounded away from zero with a probability equal to the fraction cut off, by the low 20 bits of `random`, saturating.
/// The bits hold the fraction exactly down to 2⁻⁶; below, up to 2⁻²⁰ of a step is lost.
#[inline]
#[must_use]
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
        f32::from_bits(((magnitude.min(LARGEST) + random) & !BELOW).min(LARGEST))
    };
    rounded.copysign(x)
}
