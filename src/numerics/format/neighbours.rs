//! What lies next to a code, or around a number.

use super::{Class, Format, steps::power_of_two};

impl Format {
    /// The code of the least value above `code`'s (IEEE 754-2019, section 5.3.1).
    ///
    /// Up from the smallest negative comes −0 where there is one, up from either zero the smallest positive. The walk
    /// ends at +∞, or at the largest finite value where there is no infinity; NaN stays as it is.
    #[must_use]
    pub const fn next_up(self, code: u32) -> u32 {
        let (negative, steps) = self.split_code(code);
        if matches!(self.class(code), Class::Nan) {
            code
        } else if negative && steps > 0 {
            self.code_at(true, steps - 1)
        } else {
            self.one_step_out(false, steps)
        }
    }

    /// The code of the greatest value below `code`'s: [`next_up`](Self::next_up) in the mirror, so that +0 comes down
    /// from the smallest positive. A scale ends at its smallest value.
    #[must_use]
    pub const fn next_down(self, code: u32) -> u32 {
        let (negative, steps) = self.split_code(code);
        if matches!(self.class(code), Class::Nan) {
            code
        } else if !negative && (steps > 0 || !self.signed()) {
            self.code_at(false, steps - 1)
        } else {
            self.one_step_out(true, steps)
        }
    }

    /// One step away from zero, but not past the last one.
    const fn one_step_out(self, negative: bool, steps: u64) -> u32 {
        let last = self.max_steps(negative) + self.has_infinity() as u64;
        self.code_at(negative, if steps < last { steps + 1 } else { last })
    }

    /// The codes of the greatest finite value ≤ `x` and of the least finite value ≥ `x`, the same code if `x` has one.
    ///
    /// `None` where there is no such value: beyond the largest, below a scale's smallest, and twice for NaN. Zero keeps
    /// the sign of `x` where the format can, so that in range every rounding of `x` is one of the two codes.
    #[must_use]
    pub fn bracket(self, x: f64) -> (Option<u32>, Option<u32>) {
        if x.is_nan() {
            return (None, None);
        }
        if x < self.min_finite() {
            let lowest = if self.signed() { self.code_at(true, self.max_steps(true)) } else { self.code_at(false, 1) };
            return (None, Some(lowest));
        }
        if x > self.max_finite() {
            return (Some(self.code_at(false, self.max_steps(false))), None);
        }
        let negative = x.is_sign_negative();
        let cut = self.cut(x.abs());
        let inner = self.code_at(negative, cut.whole);
        let outer = if cut.is_exact() { inner } else { self.code_at(negative, cut.whole + 1) };
        if negative { (Some(outer), Some(inner)) } else { (Some(inner), Some(outer)) }
    }

    /// Where `x` lies from its lower to its upper neighbour, in [0, 1); 0 if it is representable.
    ///
    /// `None` outside the finite range and for NaN. Exact but for numbers so close to the upper neighbour that only
    /// the largest `f64` below 1 is left.
    #[must_use]
    pub fn position(self, x: f64) -> Option<f64> {
        let (Some(low), Some(high)) = self.bracket(x) else { return None };
        let (low, high) = (self.decode(low), self.decode(high));
        Some(if low == high { 0.0 } else { ((x - low) / (high - low)).min(1.0_f64.next_down()) })
    }

    /// Unit in the last place at `x`: the distance of the format's values in the binade of `x`, of the lowest or
    /// highest binade if `x` lies outside them. NaN for NaN.
    #[must_use]
    pub fn ulp(self, x: f64) -> f64 {
        if x.is_nan() {
            return f64::NAN;
        }
        let lowest = self.min_exponent();
        let top_field = (self.max_steps(false) >> self.mantissa_bits) as i32;
        // The exponent field of an f64 subnormal reads −1023, below any format's lowest binade.
        let binade = (x.abs().to_bits() >> 52) as i32 - 1023;
        power_of_two(binade.min(lowest + top_field - 1).max(lowest) - self.mantissa_bits as i32)
    }

    /// Whether `x` lies exactly halfway between two neighbours.
    ///
    /// The value that would follow the largest finite one counts as its neighbour: 464 is a tie in E4M3FN, between 448
    /// and 480, though the code for 480 means NaN.
    #[must_use]
    pub fn is_tie(self, x: f64) -> bool {
        if !x.is_finite() || (!self.signed() && x < self.min_normal()) {
            return false;
        }
        let cut = self.cut(x.abs());
        cut.guard() && !cut.sticky() && cut.whole <= self.max_steps(x < 0.0)
    }
}
