//! Number formats of up to 32 bits: what a code means.
//!
//! One layout serves them all: `[sign][exponent][mantissa]`. Codes without their sign grow with their magnitude, so
//! the formats' arithmetic is counting *steps*: the code of a magnitude is how many values lie below it.
//!
//! Sources: IEEE 754-2019 section 3.4; Micikevicius et al., "FP8 Formats for Deep Learning", arXiv 2209.05433,
//! table 1; OCP "8-bit Floating Point Specification (OFP8)" 1.0, section 5; OCP "Microscaling Formats (MX)
//! Specification" 1.0, section 5.3; Noune et al., "8-bit Numerical Formats for Deep Neural Networks",
//! arXiv 2206.02915, section 2 (the FNUZ formats).

mod catalogue;
mod custom;
mod cut;
mod limits;
mod neighbours;
mod steps;

pub use custom::FormatError;
pub(super) use cut::Cut;

/// What a format keeps its codes for besides finite numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Specials {
    /// The top exponent field holds ±infinity (mantissa 0) and NaN, as in IEEE 754.
    Ieee,
    /// No infinity; NaN is the all-ones magnitude alone, with either sign (E4M3FN).
    FiniteNan,
    /// No infinity, no −0; the code that −0 would have is the only NaN (FNUZ).
    UnsignedZeroNan,
    /// Every code is a finite number (MX FP6 and FP4).
    FiniteOnly,
    /// Unsigned powers of two without a zero; all ones is NaN (E8M0).
    ScaleOnly,
    /// Two's complement times 2⁻ᵇⁱᵃˢ; no exponent field (INT8, MXINT8).
    Integer,
}

/// What kind of number a code stands for (IEEE 754-2019, section 5.7.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// +0 or −0.
    Zero,
    /// Exponent field 0: no hidden bit, gradual underflow.
    Subnormal,
    /// Any other finite number; in an [`Integer`](Specials::Integer) format all but zero.
    Normal,
    /// +∞ or −∞.
    Infinity,
    /// Not a number, whatever its payload and sign.
    Nan,
}

/// One bit field of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The raw bits, unsigned.
    pub value: u32,
    /// How many bits; 0 if the format has no such field.
    pub width: u32,
}

/// A code taken apart, from its most significant bit down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fields {
    /// 0 or 1; the top bit of the two's complement in an integer format.
    pub sign: Field,
    /// Exponent as stored, bias not subtracted.
    pub exponent: Field,
    /// Mantissa as stored, hidden bit not added.
    pub mantissa: Field,
}

/// A number format of 1 to 32 bits. Only consistent ones can be made: the constants, and [`Format::custom`].
///
/// Codes are the low [`bits`](Format::bits) of a `u32`; higher bits are ignored.
///
/// ```
/// use frugal::numerics::format::Format;
/// assert_eq!(Format::E4M3FN.decode(0x7e), 448.0);
/// assert!(Format::E4M3FN.decode(0x7f).is_nan());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    exponent_bits: u32,
    mantissa_bits: u32,
    bias: i32,
    specials: Specials,
}

impl Format {
    /// Width of the exponent field.
    #[must_use]
    pub const fn exponent_bits(self) -> u32 {
        self.exponent_bits
    }

    /// Width of the mantissa field, the hidden bit not counted.
    #[must_use]
    pub const fn mantissa_bits(self) -> u32 {
        self.mantissa_bits
    }

    /// What is subtracted from the exponent field; in an integer format −log₂ of the spacing.
    #[must_use]
    pub const fn bias(self) -> i32 {
        self.bias
    }

    /// What the format keeps codes for besides finite numbers.
    #[must_use]
    pub const fn specials(self) -> Specials {
        self.specials
    }

    /// Whether there is a sign bit.
    #[must_use]
    pub const fn signed(self) -> bool {
        !matches!(self.specials, Specials::ScaleOnly)
    }

    /// Width of a code.
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.signed() as u32 + self.magnitude_bits()
    }

    /// How many codes there are, 2^bits.
    #[must_use]
    pub const fn code_count(self) -> u64 {
        1 << self.bits()
    }

    /// The value of `code`, exact; every NaN is `f64::NAN`.
    #[must_use]
    pub fn decode(self, code: u32) -> f64 {
        let (negative, steps) = self.split_code(code);
        let magnitude = match self.class(code) {
            Class::Nan => return f64::NAN,
            Class::Infinity => f64::INFINITY,
            Class::Zero | Class::Subnormal | Class::Normal => self.magnitude(steps),
        };
        if negative { -magnitude } else { magnitude }
    }

    /// What kind of number `code` stands for.
    #[must_use]
    pub const fn class(self, code: u32) -> Class {
        let code = code & self.code_mask();
        let (negative, steps) = self.split_code(code);
        let nan = match self.specials {
            Specials::Ieee => steps > self.infinity_steps(),
            Specials::FiniteNan => steps > self.max_steps(negative),
            Specials::UnsignedZeroNan => code == self.sign_bit(),
            Specials::ScaleOnly => code == self.code_mask(),
            Specials::FiniteOnly | Specials::Integer => false,
        };
        if nan {
            Class::Nan
        } else if self.has_infinity() && steps == self.infinity_steps() {
            Class::Infinity
        } else if steps == 0 {
            Class::Zero
        } else if self.has_subnormals() && steps >> self.mantissa_bits == 0 {
            Class::Subnormal
        } else {
            Class::Normal
        }
    }

    /// `code` taken apart into its bit fields.
    #[must_use]
    pub const fn fields(self, code: u32) -> Fields {
        let code = code & self.code_mask();
        let (e, m) = (self.exponent_bits, self.mantissa_bits);
        Fields {
            sign: Field { value: (code & self.sign_bit() != 0) as u32, width: self.signed() as u32 },
            exponent: Field { value: (code >> m) & ((1 << e) - 1), width: e },
            mantissa: Field { value: code & ((1 << m) - 1), width: m },
        }
    }
}
