//! Counting in steps: the arithmetic that decoding, neighbours and rounding share.

use super::{Format, Specials};

/// 2^`exponent`, exact, for the exponents that formats have (−1022 to 1023; clamped).
pub fn power_of_two(exponent: i32) -> f64 {
    f64::from_bits(((exponent.clamp(-1022, 1023) + 1023) as u64) << 52)
}

impl Format {
    /// Takes a code apart into sign and steps from zero. A scale has no zero: its code 0 is one step up.
    pub(super) const fn split_code(self, code: u32) -> (bool, u64) {
        let code = code & self.code_mask();
        let negative = code & self.sign_bit() != 0;
        let steps = match self.specials {
            Specials::ScaleOnly => code as u64 + 1,
            Specials::Integer if negative => self.code_count() - code as u64,
            _ => (code & !self.sign_bit()) as u64,
        };
        (negative, steps)
    }

    /// The code that lies `steps` from zero; `steps` must not pass infinity's, or the largest finite one.
    /// Where there is no −0 it is +0, and a scale, having no zero, starts at its smallest value.
    pub(in crate::numerics) const fn code_at(self, negative: bool, steps: u64) -> u32 {
        let code = steps as u32;
        match self.specials {
            Specials::ScaleOnly => code.saturating_sub(1),
            Specials::Integer if negative => code.wrapping_neg() & self.code_mask(),
            Specials::UnsignedZeroNan if steps == 0 => 0,
            _ if negative => code | self.sign_bit(),
            _ => code,
        }
    }

    /// How many steps from zero the largest finite magnitude of this sign is.
    pub(in crate::numerics) const fn max_steps(self, negative: bool) -> u64 {
        let all_ones = (1 << self.magnitude_bits()) - 1;
        match self.specials {
            Specials::Ieee => self.infinity_steps() - 1,
            Specials::FiniteNan => all_ones - 1,
            Specials::UnsignedZeroNan | Specials::FiniteOnly | Specials::ScaleOnly => all_ones,
            Specials::Integer => all_ones + negative as u64,
        }
    }

    /// Where infinity stands in an IEEE format: all exponent bits set.
    pub(super) const fn infinity_steps(self) -> u64 {
        ((1 << self.exponent_bits) - 1) << self.mantissa_bits
    }

    /// The magnitude `steps` from zero. A carry out of the mantissa moves on to the next binade by itself.
    pub(super) fn magnitude(self, steps: u64) -> f64 {
        let hidden = 1 << self.mantissa_bits;
        let (field, fraction) = (steps >> self.mantissa_bits, steps & (hidden - 1));
        let (significand, binade) = if field == 0 {
            (fraction, self.min_exponent())
        } else {
            (fraction + hidden, self.min_exponent() + field as i32 - 1)
        };
        significand as f64 * power_of_two(binade - self.mantissa_bits as i32)
    }

    /// Exponent of the lowest binade, which the subnormals share. An integer format is subnormal throughout.
    pub(super) const fn min_exponent(self) -> i32 {
        match self.specials {
            Specials::ScaleOnly => -self.bias,
            Specials::Integer => self.mantissa_bits as i32 - self.bias,
            _ => 1 - self.bias,
        }
    }

    pub(super) const fn has_subnormals(self) -> bool {
        !matches!(self.specials, Specials::ScaleOnly | Specials::Integer)
    }

    pub(super) const fn magnitude_bits(self) -> u32 {
        self.exponent_bits + self.mantissa_bits
    }

    pub(super) const fn code_mask(self) -> u32 {
        (self.code_count() - 1) as u32
    }

    pub(super) const fn sign_bit(self) -> u32 {
        (self.signed() as u32) << self.magnitude_bits()
    }
}
