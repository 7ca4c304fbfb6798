//! Rounding a real number to a code.
//!
//! Exact from `f64`, in one rounding: never through a narrower type, which would round twice.
//!
//! Sources: IEEE 754-2019 section 4.3 (directions), section 7.4 (overflow); OCP OFP8 1.0 section 5.2 (saturating and
//! non-saturating conversion); Gupta et al., "Deep Learning with Limited Numerical Precision", arXiv 1502.02551,
//! section 3.1 (stochastic rounding).

use super::format::{Cut, Format, Specials};
/// The casts that are needed by the million, in a few instructions; `tests/fast_casts.rs` holds them to [`encode`] and
/// [`encode_stochastic`] bit for bit.
pub use frugal_kernels::{bf16, e4m3};

/// Which of two neighbours a number between them becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// The nearer one; of two equally near ones the one whose last significant bit is 0.
    NearestEven,
    /// The nearer one; of two equally near ones the one farther from zero.
    NearestAway,
    /// The one nearer to zero.
    TowardZero,
}

/// What becomes of a number beyond the largest finite one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overflow {
    /// The largest finite number of that sign, for infinity too. NaN stays NaN.
    Saturate,
    /// What the format has for it: infinity, else NaN (E4M3FN, FNUZ, E8M0), else the largest finite number (FP6, FP4,
    /// integers). Rounding toward zero, only infinity overflows (IEEE 754-2019, section 7.4).
    Native,
}

/// How the discarded fraction meets an n-bit random number; the names are gfloat's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stochastic {
    /// The fraction truncated to n bits: add random bits, then truncate. Biased toward zero by up to 2⁻ⁿ of a step.
    Fastest,
    /// The fraction rounded to n bits, halves up.
    Fast,
    /// The fraction rounded to n bits, halves to even.
    NearestEven,
}

/// The code of `x` in `format`.
///
/// NaN becomes [`Format::nan_code`]; without one (FP6, FP4, integers) it becomes zero, our choice: the formats'
/// specifications leave it open. In E8M0, which has neither zero nor sign, zero and negative numbers become NaN (as in
/// `ml_dtypes`) and positive ones below the smallest become the smallest.
///
/// ```
/// use frugal::numerics::{format::Format, rounding::{Overflow, Rounding, encode}};
/// // 464 is halfway between 448 and what would be 480; 448 is even.
/// assert_eq!(encode(464.0, Format::E4M3FN, Rounding::NearestEven, Overflow::Native), 0x7e);
/// assert_eq!(encode(465.0, Format::E4M3FN, Rounding::NearestEven, Overflow::Native), 0x7f);
/// assert_eq!(encode(465.0, Format::E4M3FN, Rounding::NearestEven, Overflow::Saturate), 0x7e);
/// ```
#[must_use]
pub const fn encode(x: f64, format: Format, rounding: Rounding, overflow: Overflow) -> u32 {
    if let Some(code) = encode_special(x, format, overflow) {
        return code;
    }
    let cut = format.cut(x.abs());
    // Rounding toward zero a finite number never leaves the finite ones.
    let overflow = if matches!(rounding, Rounding::TowardZero) { Overflow::Saturate } else { overflow };
    finish(x.is_sign_negative(), round(cut, rounding), format, overflow)
}

/// The code of `x` in `format`, rounded away from zero with a probability equal to the discarded fraction.
///
/// `random` gives the low `bits` of its bits, uniform; `bits` above 63 count as 63. The number is rounded away iff the
/// discarded fraction, reduced to `bits` bits as `variant` says, plus the random number carries out of those bits; over
/// all 2^bits random numbers that happens for exactly that fraction of them. Special cases are those of [`encode`].
#[must_use]
pub const fn encode_stochastic(
    x: f64,
    format: Format,
    random: u64,
    bits: u32,
    variant: Stochastic,
    overflow: Overflow,
) -> u32 {
    if let Some(code) = encode_special(x, format, overflow) {
        return code;
    }
    let bits = if bits < 63 { bits } else { 63 };
    let cut = format.cut(x.abs());
    let reduction = match variant {
        Stochastic::Fastest => Rounding::TowardZero,
        Stochastic::Fast => Rounding::NearestAway,
        Stochastic::NearestEven => Rounding::NearestEven,
    };
    let fraction = round(cut.fraction(bits), reduction);
    let carry = (fraction + (random & ((1 << bits) - 1))) >> bits;
    finish(x.is_sign_negative(), cut.whole + carry, format, overflow)
}

/// Rounds a cut number to an integer.
///
/// To nearest even: the part cut off lies in [0, 1) of the last place that is kept. Its first bit, the *guard* bit, is
/// worth one half; the *sticky* bit says whether anything at all is set below it. So
///
/// ```text
/// guard sticky   the part cut off is    so
///   0     0      nothing                keep (the number was exact)
///   0     1      less than one half     keep
///   1     1      more than one half     round up
///   1     0      exactly one half: tie  round up if the last bit kept is 1
/// ```
///
/// It rounds up on two conditions only: more than half, or a tie with an odd last bit. Rounding up makes an odd one
/// even, keeping leaves an even one: each tie ends in 0, so over many numbers ties go up as often as down.
///
/// With no mantissa bits the last bit kept is the hidden one, always 1, so that ties go away from zero: IEEE 754-2019 section 4.3.1
/// says the same of one-digit precision, and `ml_dtypes` and PyTorch do it for E8M0.
const fn round(cut: Cut, rounding: Rounding) -> u64 {
    let up = match rounding {
        Rounding::NearestEven => cut.guard() && (cut.sticky() || cut.odd),
        Rounding::NearestAway => cut.guard(),
        Rounding::TowardZero => false,
    };
    cut.whole + up as u64
}

/// The code of what is no finite number in this format's range of signs; `None` for all others.
const fn encode_special(x: f64, format: Format, overflow: Overflow) -> Option<u32> {
    let unsigned = matches!(format.specials(), Specials::ScaleOnly);
    if x.is_nan() || (unsigned && x <= 0.0) {
        Some(match format.nan_code() {
            Some(nan) => nan,
            None => 0,
        })
    } else if x.is_infinite() {
        Some(overflowed(x < 0.0, format, overflow))
    } else {
        None
    }
}

/// The code that many steps from zero, or what overflow makes of it.
const fn finish(negative: bool, steps: u64, format: Format, overflow: Overflow) -> u32 {
    if steps > format.max_steps(negative) {
        overflowed(negative, format, overflow)
    } else {
        format.code_at(negative, steps)
    }
}

const fn overflowed(negative: bool, format: Format, overflow: Overflow) -> u32 {
    let largest = format.max_steps(negative);
    match (overflow, format.nan_code()) {
        (Overflow::Saturate, _) | (Overflow::Native, None) => format.code_at(negative, largest),
        // Infinity is the next step after the largest finite number.
        (Overflow::Native, Some(_)) if format.has_infinity() => format.code_at(negative, largest + 1),
        (Overflow::Native, Some(nan)) => nan,
    }
}
