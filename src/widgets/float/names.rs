//! What formats, fields and choices are called.

use super::number::hex;
use super::state::FormatName;
use crate::i18n::{FloatText, shortest};
use crate::numerics::format::{Class, Format, Specials};

/// A format's name.
pub fn format_name(name: FormatName, text: &FloatText) -> &'static str {
    match name {
        FormatName::Fp32 => text.fp32,
        FormatName::Tf32 => text.tf32,
        FormatName::Bf16 => text.bf16,
        FormatName::Fp16 => text.fp16,
        FormatName::E4m3fn => text.e4m3fn,
        FormatName::E4m3Ieee => text.e4m3_ieee,
        FormatName::E5m2 => text.e5m2,
        FormatName::E4m3fnuz => text.e4m3fnuz,
        FormatName::E5m2fnuz => text.e5m2fnuz,
        FormatName::E3m4 => text.e3m4,
        FormatName::E3m2 => text.e3m2,
        FormatName::E2m3 => text.e2m3,
        FormatName::E2m1 => text.e2m1,
        FormatName::E8m0 => text.e8m0,
        FormatName::Int8 => text.int8,
        FormatName::Custom => text.custom,
    }
}

/// What a format keeps codes for.
pub fn specials_name(specials: Specials, text: &FloatText) -> &'static str {
    match specials {
        Specials::Ieee => text.ieee,
        Specials::FiniteNan => text.finite_nan,
        Specials::UnsignedZeroNan => text.unsigned_zero_nan,
        Specials::FiniteOnly => text.finite_only,
        Specials::ScaleOnly => text.scale_only,
        Specials::Integer => text.integer,
    }
}

/// What kind of number a code is.
pub fn class_name(class: Class, format: Format, text: &FloatText) -> &'static str {
    match (class, format.specials()) {
        (Class::Normal, Specials::Integer) => text.whole,
        (Class::Normal, Specials::ScaleOnly) => text.scale,
        (Class::Normal, _) => text.normal,
        (Class::Subnormal, _) => text.subnormal,
        (Class::Zero, _) => text.zero,
        (Class::Infinity, _) => text.infinity,
        (Class::Nan, _) => text.nan,
    }
}

/// A code with all its digits.
pub fn code_name(format: Format, code: u32) -> String {
    hex(code, format.bits().div_ceil(4))
}

/// The bits of a code, from the left.
pub fn bits_of(format: Format, code: u32) -> Vec<bool> {
    (0..format.bits()).rev().map(|place| code >> place & 1 == 1).collect()
}

/// A number short enough for a label: exact if that takes at most ten significant digits.
pub fn label(x: f64) -> String {
    let exact = shortest(x);
    let digits = exact.trim_start_matches(['−', '0', '.']).chars().filter(char::is_ascii_digit).count();
    if digits <= 10 { exact } else { crate::i18n::significant(x, 9) }
}

/// A number shorter still, for ends of lines: exact if that takes few digits.
pub fn brief(x: f64) -> String {
    let exact = shortest(x);
    if exact.chars().count() <= 12 { exact } else { crate::i18n::significant(x, 2) }
}
