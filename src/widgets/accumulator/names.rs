//! What things are called, and how their numbers are written.

use super::state::Promote;
use crate::i18n::{AccumulatorText, fill, integer, percent, significant};
use crate::numerics::accumulate::{Accumulator, Cutting, Method, Signs};

/// The register, in a list.
pub const fn accumulator(text: &AccumulatorText, accumulator: Accumulator) -> &'static str {
    match accumulator {
        Accumulator::Fp32 => text.fp32,
        Accumulator::Bf16 => text.bf16,
        Accumulator::Bits14Truncate => text.bits_14_truncate,
        Accumulator::Bits14Nearest => text.bits_14_nearest,
        Accumulator::Fp22Fused => text.fp22_fused,
        Accumulator::Fp22Split => text.fp22_split,
    }
}

/// The register, in a drawing.
pub const fn short(text: &AccumulatorText, accumulator: Accumulator) -> &'static str {
    match accumulator {
        Accumulator::Fp32 => text.short_fp32,
        Accumulator::Bf16 => text.short_bf16,
        Accumulator::Bits14Truncate => text.short_14_truncate,
        Accumulator::Bits14Nearest => text.short_14_nearest,
        Accumulator::Fp22Fused => text.short_fused,
        Accumulator::Fp22Split => text.short_split,
    }
}

/// When it is emptied, in a drawing.
pub fn when(text: &AccumulatorText, every: Option<usize>) -> String {
    every.map_or_else(|| text.curve_never.into(), |every| fill(text.curve_every, &[("every", &every.to_string())]))
}

/// A line of the error chart.
pub fn curve(text: &AccumulatorText, method: Method) -> String {
    let when = when(text, method.promote_every);
    fill(text.curve, &[("name", short(text, method.accumulator)), ("when", &when)])
}

/// How often the register is emptied.
pub fn promote(text: &AccumulatorText, promote: Promote) -> String {
    promote.every().map_or_else(|| text.off.into(), |every| every.to_string())
}

/// The signs of the products.
pub const fn signs(text: &AccumulatorText, signs: Signs) -> &'static str {
    match signs {
        Signs::Mixed => text.mixed,
        Signs::Positive => text.positive,
    }
}

/// Which way bits are cut off.
pub const fn cutting(text: &AccumulatorText, cutting: Cutting) -> &'static str {
    match cutting {
        Cutting::Floor => text.floor,
        Cutting::TowardZero => text.toward_zero,
    }
}

/// `4,096 products`.
pub fn products(text: &AccumulatorText, count: u32) -> String {
    fill(text.products, &[("n", &integer(count.into()))])
}

/// An error: three digits of percent.
pub fn error(error: f64) -> String {
    percent(error, 3)
}

/// A sum, or a place's worth: up to nine digits.
pub fn number(x: f64) -> String {
    significant(x, 9)
}
