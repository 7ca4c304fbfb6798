//! The landmarks of a format, and how many codes are what.

use super::{Format, Specials, steps::power_of_two};

impl Format {
    /// The largest finite value.
    #[must_use]
    pub fn max_finite(self) -> f64 {
        self.magnitude(self.max_steps(false))
    }

    /// The lowest finite value: −[`max_finite`](Self::max_finite), one step below that in two's complement, and the
    /// smallest power of two in a scale.
    #[must_use]
    pub fn min_finite(self) -> f64 {
        if self.signed() { -self.magnitude(self.max_steps(true)) } else { self.min_normal() }
    }

    /// The smallest positive normal value; the smallest positive value where there are no subnormals.
    #[must_use]
    pub fn min_normal(self) -> f64 {
        if matches!(self.specials, Specials::Integer) { self.eps() } else { power_of_two(self.min_exponent()) }
    }

    /// The smallest positive subnormal value; `None` where the format has none.
    #[must_use]
    pub fn min_subnormal(self) -> Option<f64> {
        (self.has_subnormals() && self.mantissa_bits > 0).then(|| self.magnitude(1))
    }

    /// Machine epsilon: the spacing of the values from 1 on, 2^−mantissa_bits; an integer format's only spacing.
    #[must_use]
    pub fn eps(self) -> f64 {
        match self.specials {
            Specials::Integer => power_of_two(-self.bias),
            _ => power_of_two(-(self.mantissa_bits as i32)),
        }
    }

    /// Whether ±∞ have codes.
    #[must_use]
    pub const fn has_infinity(self) -> bool {
        matches!(self.specials, Specials::Ieee)
    }

    /// The canonical NaN: positive and quiet where there is a choice; `None` where the format has none.
    #[must_use]
    pub const fn nan_code(self) -> Option<u32> {
        match self.specials {
            Specials::Ieee => Some(self.infinity_steps() as u32 | 1 << (self.mantissa_bits - 1)),
            Specials::FiniteNan => Some(self.max_steps(false) as u32 + 1),
            Specials::UnsignedZeroNan => Some(self.sign_bit()),
            Specials::ScaleOnly => Some(self.code_mask()),
            Specials::FiniteOnly | Specials::Integer => None,
        }
    }

    /// Whether there is a zero at all.
    #[must_use]
    pub const fn has_zero(self) -> bool {
        !matches!(self.specials, Specials::ScaleOnly)
    }

    /// Whether −0 has a code of its own.
    #[must_use]
    pub const fn has_negative_zero(self) -> bool {
        matches!(self.specials, Specials::Ieee | Specials::FiniteNan | Specials::FiniteOnly)
    }

    /// How many codes are NaN.
    #[must_use]
    pub const fn nan_codes(self) -> u64 {
        match self.specials {
            Specials::Ieee => 2 * ((1 << self.mantissa_bits) - 1),
            Specials::FiniteNan => 2,
            Specials::UnsignedZeroNan | Specials::ScaleOnly => 1,
            Specials::FiniteOnly | Specials::Integer => 0,
        }
    }

    /// How many codes are finite numbers.
    #[must_use]
    pub const fn finite_codes(self) -> u64 {
        self.code_count() - self.nan_codes() - 2 * self.has_infinity() as u64
    }

    /// How many different finite numbers there are: +0 and −0 count once.
    #[must_use]
    pub const fn finite_values(self) -> u64 {
        self.finite_codes() - self.has_negative_zero() as u64
    }
}
