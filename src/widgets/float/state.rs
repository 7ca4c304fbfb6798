//! What a reader can set.

use super::number::{Code, Number};
use crate::numerics::format::{Format, Specials};
use crate::numerics::rounding;
use crate::state::{Between, Choice as _, List, choice, table};

/// Most additions.
pub const MOST_ADDITIONS: u32 = 10_000;

table! {
    /// The state of `frugal-float`.
    pub struct State: "float" {
        /// The number format.
        "format" format: FormatName = FormatName::E4m3fn, within ();
        /// Exponent bits of the custom format.
        "exponent-bits" exponent_bits: u32 = 4, within Between(0, 8);
        /// Mantissa bits of the custom format.
        "mantissa-bits" mantissa_bits: u32 = 3, within Between(0, 23);
        /// What the custom format keeps codes for besides finite numbers.
        "specials" specials: Specials = Specials::FiniteNan, within ();
        /// The number that is written in the format.
        "value" value: Number = Number::new(0.1), within ();
        /// The code that is read instead, in hex.
        "code" code: Option<Code> = None, within ();
        /// Formats that write the same number below.
        "compare" compare: Vec<FormatName> = vec![FormatName::E5m2, FormatName::Bf16], within List(0, 6, ());
        /// Which of two neighbours a number between them becomes.
        "rounding" rounding: Rounding = Rounding::NearestEven, within ();
        /// What becomes of a number beyond the largest one.
        "overflow" overflow: Overflow = Overflow::Saturate, within ();
        /// How often the dice are rolled.
        "draws" draws: u32 = 200, within Between(1, 10_000);
        /// What the dice depend on.
        "seed" seed: u64 = 1, within Between(0, 9_007_199_254_740_991);
        /// What is drawn: the number among its neighbours; all codes; sums.
        "view" view: Picture = Picture::Lines, within ();
        /// What the number is added to.
        "start" start: Number = Number::new(0.2), within ();
        /// How often it is added.
        "additions" additions: u32 = 200, within Between(1, MOST_ADDITIONS);
    }
}

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// The number on the line of all numbers, and between its neighbours.
    Lines,
    /// Every code, and where each lies.
    Codes,
    /// One sum, and the same number added again and again.
    Sums,
}
choice!(Picture { Lines = "lines", Codes = "codes", Sums = "sums" });

/// A format by its public name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of the formats")]
pub enum FormatName {
    Fp32,
    Tf32,
    Bf16,
    Fp16,
    E4m3fn,
    E4m3Ieee,
    E5m2,
    E4m3fnuz,
    E5m2fnuz,
    E3m4,
    E3m2,
    E2m3,
    E2m1,
    E8m0,
    Int8,
    Custom,
}
choice!(FormatName {
    Fp32 = "fp32",
    Tf32 = "tf32",
    Bf16 = "bf16",
    Fp16 = "fp16",
    E4m3fn = "e4m3fn",
    E4m3Ieee = "e4m3-ieee",
    E5m2 = "e5m2",
    E4m3fnuz = "e4m3fnuz",
    E5m2fnuz = "e5m2fnuz",
    E3m4 = "e3m4",
    E3m2 = "e3m2",
    E2m3 = "e2m3",
    E2m1 = "e2m1",
    E8m0 = "e8m0",
    Int8 = "int8",
    Custom = "custom",
});

choice!(Specials {
    Ieee = "ieee",
    FiniteNan = "finite-nan",
    UnsignedZeroNan = "unsigned-zero-nan",
    FiniteOnly = "finite-only",
    ScaleOnly = "scale-only",
    Integer = "integer",
});

/// Which of two neighbours a number between them becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// The nearer; of two equally near the one whose last bit is 0.
    NearestEven,
    /// The nearer; of two equally near the one farther from zero.
    NearestAway,
    /// The one nearer to zero.
    TowardZero,
    /// Either, by dice: the nearer one more often.
    Stochastic,
}
choice!(Rounding {
    NearestEven = "nearest-even",
    NearestAway = "nearest-away",
    TowardZero = "toward-zero",
    Stochastic = "stochastic",
});

impl Rounding {
    /// The rule, unless it is dice.
    pub const fn rule(self) -> Option<rounding::Rounding> {
        match self {
            Self::NearestEven => Some(rounding::Rounding::NearestEven),
            Self::NearestAway => Some(rounding::Rounding::NearestAway),
            Self::TowardZero => Some(rounding::Rounding::TowardZero),
            Self::Stochastic => None,
        }
    }
}

/// What becomes of a number beyond the largest one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overflow {
    /// The largest.
    Saturate,
    /// What the format has for it: infinity, NaN, or else the largest.
    Native,
}
choice!(Overflow { Saturate = "saturate", Native = "native" });

impl Overflow {
    /// The same for the numerics.
    pub const fn rule(self) -> rounding::Overflow {
        match self {
            Self::Saturate => rounding::Overflow::Saturate,
            Self::Native => rounding::Overflow::Native,
        }
    }
}

impl State {
    /// Widths of the custom format, moved to the nearest that its specials allow.
    pub fn custom_bits(&self) -> (u32, u32) {
        let (e, m) = (self.specials.exponent_bits(), self.specials.mantissa_bits());
        (self.exponent_bits.clamp(*e.start(), *e.end()), self.mantissa_bits.clamp(*m.start(), *m.end()))
    }

    /// A format by its name.
    pub fn resolve(&self, name: FormatName) -> Format {
        let (exponent_bits, mantissa_bits) = self.custom_bits();
        let known = Format::ALL.iter().find(|(known, _)| *known == name.name()).map(|(_, format)| *format);
        known.or_else(|| Format::custom(exponent_bits, mantissa_bits, self.specials).ok()).unwrap_or(Format::E4M3FN)
    }

    /// The format in use.
    pub fn chosen(&self) -> Format {
        self.resolve(self.format)
    }
}
