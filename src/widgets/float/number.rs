//! Two fields of their own: a number as people write it, and a code in hex.

use crate::decimal;
use crate::state::{Field, Kind, Reason};

/// Any number that an `f64` holds: decimal, scientific, a power like `2^-9`, `inf`, `-inf`, `nan`.
#[derive(Clone, Copy, Debug)]
pub struct Number {
    /// The number.
    pub x: f64,
    /// Whether a text said so: a default does not contradict a code, the same number in a link does.
    pub given: bool,
}

/// The same number, so that a state can be compared: zeros by their sign, NaN equal to NaN, given or not.
impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.x.to_bits() == other.x.to_bits() || (self.x.is_nan() && other.x.is_nan())
    }
}

impl Number {
    /// Shown where a text is not understood.
    pub const EXAMPLE: &'static str = "0.1, 1e-3, 2^-9, inf, nan";

    /// A number that no text gave.
    pub const fn new(x: f64) -> Self {
        Self { x, given: false }
    }

    fn power(text: &str) -> Option<f64> {
        let (sign, rest) = text.strip_prefix('-').map_or((1.0, text), |rest| (-1.0, rest));
        let exponent: i32 = rest.strip_prefix("2^")?.parse().ok()?;
        Some(sign * libm::ldexp(1.0, exponent.clamp(-2000, 2000)))
    }
}

impl Field for Number {
    type Range = ();

    fn parse(text: &str, (): &()) -> Result<Self, Reason> {
        // A minus sign and an infinity as this page prints them.
        let text = text.trim().replace('\u{2212}', "-").replace('∞', "inf");
        let number = match Self::power(&text) {
            Some(power) => power,
            None => decimal::parse(&text).ok_or(Reason::Form(Self::EXAMPLE))?,
        };
        if number.is_infinite() && text.contains(|c: char| c.is_ascii_digit()) {
            return Err(Reason::OutOfRange(decimal::shortest(f64::MIN), decimal::shortest(f64::MAX)));
        }
        Ok(Self { x: if number.is_nan() { f64::NAN } else { number }, given: true })
    }

    fn write(&self) -> String {
        decimal::shortest(self.x)
    }

    fn kind((): &()) -> Kind {
        Kind::Form(Self::EXAMPLE)
    }
}

/// A code of up to 32 bits, written in hex with or without `0x`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code(pub u32);

impl Code {
    /// Shown where a text is not understood.
    pub const EXAMPLE: &'static str = "0x7E";
}

impl Field for Code {
    type Range = ();

    fn parse(text: &str, (): &()) -> Result<Self, Reason> {
        let text = text.trim();
        let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")).unwrap_or(text);
        // from_str_radix would take a sign.
        let hex = digits.chars().all(|digit| digit.is_ascii_hexdigit());
        match u32::from_str_radix(digits, 16) {
            Ok(code) if hex => Ok(Self(code)),
            _ => Err(Reason::Form(Self::EXAMPLE)),
        }
    }

    fn write(&self) -> String {
        hex(self.0, 1)
    }

    fn kind((): &()) -> Kind {
        Kind::Form(Self::EXAMPLE)
    }
}

/// `0x7E`, with at least so many digits.
pub fn hex(code: u32, digits: u32) -> String {
    let significant = (32 - code.leading_zeros()).div_ceil(4).max(digits);
    let digit = |at: u32| char::from_digit((code >> (4 * at)) & 15, 16).unwrap_or('0').to_ascii_uppercase();
    std::iter::once("0x".to_owned()).chain((0..significant).rev().map(|at| digit(at).to_string())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_as_people_write_them() {
        let read = |text: &str| Number::parse(text, &()).map(|number| number.x);
        assert_eq!(read(" 0.1 "), Ok(0.1));
        assert_eq!(read("−1.5e-3"), Ok(-0.0015));
        assert_eq!(read("2^-9"), Ok(0.001_953_125));
        assert_eq!(read("-2^3"), Ok(-8.0));
        assert_eq!(read("−∞"), Ok(f64::NEG_INFINITY));
        assert!(read("NaN").is_ok_and(f64::is_nan));
        assert!(matches!(read("1e999"), Err(Reason::OutOfRange(..))));
        assert!(matches!(read("2^99999999"), Err(Reason::OutOfRange(..))));
        for nonsense in ["", "abc", "1,5", "0x10", "--1", "2^", "🙂"] {
            assert_eq!(read(nonsense), Err(Reason::Form(Number::EXAMPLE)), "{nonsense}");
        }
    }

    #[test]
    fn reads_codes() {
        let read = |text: &str| Code::parse(text, &()).map(|Code(code)| code);
        assert_eq!((read("0x7E"), read("7e"), read("0XffFFffFF")), (Ok(0x7e), Ok(0x7e), Ok(u32::MAX)));
        assert_eq!((hex(0x7e, 2), hex(0, 8), hex(0x1d, 1)), ("0x7E".into(), "0x00000000".into(), "0x1D".into()));
        for nonsense in ["", "0x", "+7", "-1", "0x100000000", "g"] {
            assert!(read(nonsense).is_err(), "{nonsense}");
        }
    }
}
