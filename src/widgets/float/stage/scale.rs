//! Places in the figure: across in percent of its width, down in em, so that it fits any width and any text size.

use yew::AttrValue;

/// Places per unit that are told apart.
const FINE: f64 = 100.0;

fn length(x: f64, unit: &str) -> AttrValue {
    [&crate::decimal::shortest(libm::round(x * FINE) / FINE), unit].concat().into()
}

/// A length down the figure, in em.
pub fn em(y: f64) -> AttrValue {
    length(y, "em")
}

/// A place across the figure, 0 to 1; places far outside are cut off.
pub fn across(fraction: f64) -> AttrValue {
    let fraction = if fraction.is_nan() { 0.5 } else { fraction };
    length(100.0 * fraction.clamp(-1.0, 2.0), "%")
}

/// Where a text at a place across is anchored so that it stays inside.
pub fn anchor(fraction: f64) -> &'static str {
    match fraction {
        left if left < 0.14 => "start",
        right if right > 0.86 => "end",
        _ => "middle",
    }
}

/// A line of magnitudes with equal ratios, zero at its near end; mirrored for negative numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogLine {
    /// Smallest magnitude.
    pub least: f64,
    /// Largest magnitude.
    pub most: f64,
    /// Whether the negative numbers are shown.
    pub negative: bool,
}

/// Room for zero at the near end of a logarithmic line.
const ZERO: f64 = 0.06;

impl LogLine {
    /// A magnitude with the line's sign.
    pub fn signed(self, magnitude: f64) -> f64 {
        if self.negative { -magnitude } else { magnitude }
    }

    /// Where `x` lies, 0 to 1; the other sign's numbers stand at zero.
    pub fn at(self, x: f64) -> f64 {
        let way = libm::log2(self.signed(x) / self.least) / libm::log2(self.most / self.least);
        let near = if self.signed(x) <= 0.0 || way.is_nan() { 0.0 } else { ZERO + (1.0 - ZERO) * way };
        let near = near.clamp(0.0, 1.0);
        if self.negative { 1.0 - near } else { near }
    }

    /// The number at a place.
    pub fn number_at(self, fraction: f64) -> f64 {
        let near = if self.negative { 1.0 - fraction } else { fraction };
        if near < 0.5 * ZERO {
            return 0.0;
        }
        let way = ((near - ZERO) / (1.0 - ZERO)).max(0.0);
        self.signed(self.least * libm::exp2(way * libm::log2(self.most / self.least)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_numbers_agree() {
        for negative in [false, true] {
            let log = LogLine { least: 0.001_953_125, most: 448.0, negative };
            for fraction in [0.1, 0.5, 0.9] {
                assert!(f64::abs(log.at(log.number_at(fraction)) - fraction) < 1e-9);
            }
            assert_eq!(log.number_at(if negative { 1.0 } else { 0.0 }), 0.0);
        }
        let positive = LogLine { least: 1.0, most: 4.0, negative: false };
        assert_eq!((positive.at(1e9), positive.at(-2.0), positive.at(f64::INFINITY)), (1.0, 0.0, 1.0));
    }

    #[test]
    fn lengths_are_short() {
        assert_eq!(
            (em(1.234_5).as_str(), across(0.333_333).as_str(), across(f64::NAN).as_str()),
            ("1.23em", "33.33%", "50%")
        );
    }
}
