//! Long sums of products in registers that are too narrow for them.
//!
//! Models of documented behaviour, not of a chip: the sources fix the width and the order of the steps, but not every
//! detail, and no hardware was at hand. Where a text leaves room, our reading is said at the item.
//!
//! Sources: DeepSeek-V3 report, arXiv 2412.19437 (December 2024), section 3.3.2 (about 14 bits; promotion to FP32 every
//! 128 products) and section 3.5.2 (mantissa products are aligned by right-shifting to the largest exponent, the highest
//! 14 bits are kept "after sign-fill right shifting" and the rest is truncated); "Insights into DeepSeek-V3", arXiv
//! 2505.09343 (May 2025), section 3.1.1 (32 products are aligned, 13 fraction bits are kept, the sum goes to registers
//! of 1 + 8 + 13 bits).

mod align;
mod exact;
mod products;

pub use align::{Group, Line, group};
pub use exact::Exact;
pub use products::{MOST, Signs, products};

/// Products that are aligned and added in one step.
pub const GROUP: usize = 32;
/// Bits behind the first one that the narrow registers keep.
const FRACTION_BITS: i32 = 13;

/// The register that a sum runs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accumulator {
    /// FP32: each product is added and the sum rounded to nearest even.
    Fp32,
    /// The same in BF16.
    Bf16,
    /// A simple model: each product is added exactly and the sum cut to 14 significant bits.
    Bits14Truncate,
    /// The same, rounded to nearest even instead of cut.
    Bits14Nearest,
    /// The register and 32 products are aligned to the largest of them, cut, and added (report, section 3.5.2).
    Fp22Fused,
    /// 32 products are aligned to the largest of them, cut and added; that sum is added to the register, which is cut
    /// to 14 significant bits (Insights, section 3.1.1).
    Fp22Split,
}

/// Which way bits are cut off while products are aligned (the FP22 models only).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cutting {
    /// Toward minus infinity: what shifting a two's complement right does ("sign-fill").
    Floor,
    /// Toward zero: what cutting a magnitude does.
    TowardZero,
}

/// How a long sum is carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Method {
    /// The register.
    pub accumulator: Accumulator,
    /// Which way the FP22 models cut.
    pub cutting: Cutting,
    /// After so many products the register is added to an FP32 sum and starts again at zero; never if `None`.
    pub promote_every: Option<usize>,
}

/// Exponent of a number other than zero: ⌊log₂ |x|⌋, for normal `f64`s.
const fn exponent(x: f64) -> i32 {
    ((x.to_bits() >> 52) & 0x7ff) as i32 - 1023
}

/// Cuts off all but the highest `bits` significant bits.
const fn truncated(x: f64, bits: u32) -> f64 {
    f64::from_bits(x.to_bits() & !((1 << (53 - bits)) - 1))
}

/// Rounds to `bits` significant bits, ties to even; a carry moves on to the next power of two by itself.
const fn nearest(x: f64, bits: u32) -> f64 {
    let cut = 53 - bits;
    let odd = (x.to_bits() >> cut) & 1;
    truncated(f64::from_bits(x.to_bits() + (1 << (cut - 1)) - 1 + odd), bits)
}

impl Cutting {
    /// `x` as a multiple of 2^`exponent`.
    fn cut(self, x: f64, exponent: i32) -> f64 {
        let steps = libm::scalbn(x, -exponent);
        let steps = match self {
            Self::Floor => f64::floor(steps),
            Self::TowardZero => f64::trunc(steps),
        };
        libm::scalbn(steps, exponent)
    }
}

/// The largest exponent among the terms other than zero.
fn largest_exponent(terms: impl Iterator<Item = f64>) -> Option<i32> {
    terms.filter(|term| *term != 0.0).map(exponent).max()
}

impl Method {
    /// The register after up to [`GROUP`] more products.
    ///
    /// Exact up to the rounding described: products of E4M3 values have at most 8 significant bits, so that every
    /// intermediate sum fits the 53 bits of `f64`.
    #[must_use]
    pub fn add(self, register: f64, products: &[f64]) -> f64 {
        let each = |round: fn(f64) -> f64| products.iter().fold(register, |sum, product| round(sum + product));
        match self.accumulator {
            Accumulator::Fp32 => each(|sum| f64::from(sum as f32)),
            Accumulator::Bf16 => each(|sum| nearest(sum, 8)),
            Accumulator::Bits14Truncate => each(|sum| truncated(sum, 14)),
            Accumulator::Bits14Nearest => each(|sum| nearest(sum, 14)),
            Accumulator::Fp22Fused => {
                let terms = || products.iter().copied().chain([register]);
                truncated(self.aligned(terms), 14)
            }
            Accumulator::Fp22Split => truncated(register + self.aligned(|| products.iter().copied()), 14),
        }
    }

    /// The sum of the terms, each cut to 13 bits behind the first one of the largest.
    fn aligned<I: Iterator<Item = f64>>(self, terms: impl Fn() -> I) -> f64 {
        let Some(largest) = largest_exponent(terms()) else { return 0.0 };
        terms().map(|term| self.cutting.cut(term, largest - FRACTION_BITS)).sum()
    }

    /// The sum of the products of one interval, in a register that starts at zero.
    #[must_use]
    pub fn partial(self, products: &[f64]) -> f64 {
        products.chunks(GROUP).fold(0.0, |register, group| self.add(register, group))
    }

    /// The sum after each group of up to [`GROUP`] products, as it would be read out there: the FP32 sum and the
    /// register added in FP32, or the register alone without promotion.
    #[must_use]
    pub fn run(self, products: &[f64]) -> Vec<State> {
        let mut states = Vec::with_capacity(products.len().div_ceil(GROUP));
        let (mut promoted, mut register, mut since, mut promotions) = (0.0_f32, 0.0, 0, 0);
        let interval = self.promote_every.unwrap_or(usize::MAX).max(GROUP);
        for (at, group) in products.chunks(GROUP).enumerate() {
            register = self.add(register, group);
            since += group.len();
            let last = (at + 1) * GROUP >= products.len();
            let before = (promoted, register);
            if self.promote_every.is_some() && (since >= interval || last) {
                promoted += register as f32;
                (register, since, promotions) = (0.0, 0, promotions + 1);
            }
            let sum = if self.promote_every.is_some() { f64::from(promoted + register as f32) } else { register };
            states.push(State { register: before.1, promoted: f64::from(before.0), sum, promotions });
        }
        states
    }
}

/// A sum on its way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    /// The narrow register after the group, before it is emptied by a promotion.
    pub register: f64,
    /// The FP32 sum before a promotion at this group.
    pub promoted: f64,
    /// What would be read out here.
    pub sum: f64,
    /// Promotions so far.
    pub promotions: usize,
}
