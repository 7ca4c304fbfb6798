//! Formats of the reader's own making.

use super::{Format, Specials};
use core::ops::RangeInclusive;

/// Which limit a custom format broke, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormatError {
    /// The exponent field is too narrow or too wide for these specials; the widths that are allowed.
    ExponentBits(RangeInclusive<u32>),
    /// The mantissa field is too narrow or too wide for these specials; the widths that are allowed.
    MantissaBits(RangeInclusive<u32>),
}

impl Specials {
    /// Exponent widths that leave at least one normal number beside the specials.
    ///
    /// `Ieee` gives up its top exponent field, so it needs two bits; integers have no exponent field.
    #[must_use]
    pub const fn exponent_bits(self) -> RangeInclusive<u32> {
        match self {
            Self::Ieee => 2..=8,
            Self::FiniteNan | Self::UnsignedZeroNan | Self::FiniteOnly | Self::ScaleOnly => 1..=8,
            Self::Integer => 0..=0,
        }
    }

    /// Mantissa widths that leave room for the specials.
    ///
    /// `Ieee` and `FiniteNan` need a bit to tell NaN from infinity or from a number; a scale has no mantissa; an
    /// integer is mantissa only.
    #[must_use]
    pub const fn mantissa_bits(self) -> RangeInclusive<u32> {
        match self {
            Self::Ieee | Self::FiniteNan | Self::Integer => 1..=23,
            Self::UnsignedZeroNan | Self::FiniteOnly => 0..=23,
            Self::ScaleOnly => 0..=0,
        }
    }
}

impl Format {
    /// A format with the customary bias: 2^(e−1) − 1, one more for [`Specials::UnsignedZeroNan`], 0 for integers.
    ///
    /// # Errors
    /// The limit that a width breaks, of [`Specials::exponent_bits`] and [`Specials::mantissa_bits`]; the exponent's
    /// is named first.
    pub fn custom(exponent_bits: u32, mantissa_bits: u32, specials: Specials) -> Result<Self, FormatError> {
        if !specials.exponent_bits().contains(&exponent_bits) {
            return Err(FormatError::ExponentBits(specials.exponent_bits()));
        }
        if !specials.mantissa_bits().contains(&mantissa_bits) {
            return Err(FormatError::MantissaBits(specials.mantissa_bits()));
        }
        let bias = match specials {
            Specials::Integer => 0,
            Specials::UnsignedZeroNan => 1 << (exponent_bits - 1),
            _ => (1 << (exponent_bits - 1)) - 1,
        };
        Ok(Self { exponent_bits, mantissa_bits, bias, specials })
    }
}
