//! One group of products under the microscope: which bits reach the register.

use super::{Accumulator, FRACTION_BITS, Method, exponent, largest_exponent};

/// A term of a group's sum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// The term itself.
    pub term: f64,
    /// What is added of it.
    pub kept: f64,
    /// Exponent of the last bit that is kept.
    pub last: i32,
}

impl Line {
    /// How many ones of the term lie below the last bit that is kept.
    #[must_use]
    pub const fn ones_lost(self) -> u32 {
        below(self.term, self.last).count_ones()
    }

    /// How many ones the term has.
    #[must_use]
    pub const fn ones(self) -> u32 {
        significand(self.term).0.count_ones()
    }

    /// Whether the magnitude of the term has a one at 2^`exponent`.
    #[must_use]
    pub const fn bit(self, exponent: i32) -> bool {
        has_bit(self.term, exponent)
    }

    /// Whether the magnitude of what is kept has a one at 2^`exponent`.
    #[must_use]
    pub const fn kept_bit(self, exponent: i32) -> bool {
        has_bit(self.kept, exponent)
    }
}

/// The significand as an integer, and the exponent of its last bit.
const fn significand(x: f64) -> (u64, i32) {
    if x == 0.0 {
        return (0, 0);
    }
    let fraction = x.to_bits() & ((1 << 52) - 1);
    (fraction | 1 << 52, exponent(x) - 52)
}

const fn has_bit(x: f64, exponent: i32) -> bool {
    let (bits, last) = significand(x);
    let place = exponent - last;
    place >= 0 && place < 64 && (bits >> place) & 1 == 1
}

/// The bits of the significand below 2^`exponent`.
const fn below(x: f64, exponent: i32) -> u64 {
    let (bits, last) = significand(x);
    let places = exponent - last;
    if places <= 0 {
        0
    } else if places > 63 {
        bits
    } else {
        bits & ((1 << places) - 1)
    }
}

/// A group's sum.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The register before the group.
    pub before: f64,
    /// The register as a term: aligned with the products only where register and products are fused.
    pub register: Line,
    /// The products.
    pub lines: Vec<Line>,
    /// The register after the group.
    pub after: f64,
    /// The largest exponent of all terms.
    pub top: i32,
}

impl Group {
    /// Share of the products' ones that lie below the last bit kept; 0 if there are none.
    #[must_use]
    pub fn ones_lost(&self) -> f64 {
        let sum = |count: fn(Line) -> u32| self.lines.iter().map(|line| count(*line)).sum::<u32>();
        let all = sum(Line::ones);
        if all == 0 { 0.0 } else { f64::from(sum(Line::ones_lost)) / f64::from(all) }
    }
}

/// Follows up to 32 products into the register.
///
/// Where each sum is rounded on its own, a line says which bits of its product lie below the register's last place
/// right after it was added; they still take part in rounding to nearest.
#[must_use]
pub fn group(method: Method, before: f64, products: &[f64]) -> Group {
    let after = method.add(before, products);
    let terms = || products.iter().copied().chain([before]);
    let top = largest_exponent(terms().chain([after])).unwrap_or(0);
    let aligned = |last: i32| move |term: f64| Line { term, kept: method.cutting.cut(term, last), last };
    let products_top = largest_exponent(products.iter().copied()).unwrap_or(0);
    let all_top = largest_exponent(terms()).unwrap_or(0);
    let (register, lines) = match method.accumulator {
        Accumulator::Fp22Fused => {
            let line = aligned(all_top - FRACTION_BITS);
            (line(before), products.iter().map(|term| line(*term)).collect())
        }
        Accumulator::Fp22Split => {
            let line = aligned(products_top - FRACTION_BITS);
            let kept = Line { term: before, kept: before, last: method.accumulator.last_place(before) };
            (kept, products.iter().map(|term| line(*term)).collect())
        }
        _ => {
            let kept = Line { term: before, kept: before, last: method.accumulator.last_place(before) };
            (kept, in_turn(method, before, products))
        }
    };
    Group { before, register, lines, after, top }
}

/// Exponent of the smallest product of two E4M3 values: an empty register cuts nothing off.
const SMALLEST: i32 = -18;

impl Accumulator {
    /// Significant bits of the register.
    #[must_use]
    pub const fn bits(self) -> i32 {
        match self {
            Self::Fp32 => 24,
            Self::Bf16 => 8,
            _ => FRACTION_BITS + 1,
        }
    }

    /// Exponent of the last bit of a register that holds `sum`; −18, that of the smallest product, while it is empty.
    #[must_use]
    pub const fn last_place(self, sum: f64) -> i32 {
        if sum == 0.0 { SMALLEST } else { exponent(sum) - self.bits() + 1 }
    }
}

/// Each product with the register's last place after it was added.
fn in_turn(method: Method, before: f64, products: &[f64]) -> Vec<Line> {
    let mut sum = before;
    let line = |term: &f64| {
        sum = method.add(sum, &[*term]);
        let last = method.accumulator.last_place(sum);
        Line { term: *term, kept: super::Cutting::TowardZero.cut(*term, last), last }
    };
    products.iter().map(line).collect()
}
