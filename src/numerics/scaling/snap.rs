//! Rounding to a format's nearest value without going through its code, a few instructions a number.

use super::exponent;
use crate::numerics::format::Format;

/// Rounds `f32`s to the nearest value of a format (ties to even), saturating; for formats of at most 8 bits.
///
/// Adding 1.5 · 2²³ steps and subtracting them again leaves a multiple of the step: the addition itself rounds to
/// nearest even (IEEE 754-2019, section 4.3.1). The step follows from the exponent. Equal to decoding what
/// [`encode`](crate::numerics::rounding::encode) gives: `tests/exhaustive_snap.rs` tries every value, every midpoint,
/// their neighbours and every exponent.
#[derive(Clone, Copy, Debug)]
pub struct Snap {
    mantissa_bits: i32,
    /// Exponent of the lowest binade, which the subnormals share.
    lowest: i32,
    largest: f32,
    least: f32,
    /// From here on a number is farther out than half a step.
    edge: f32,
}

impl Snap {
    /// For a format of at most 8 bits.
    #[must_use]
    pub fn new(format: Format) -> Self {
        let mantissa_bits = format.mantissa_bits() as i32;
        let (largest, least) = (format.max_finite() as f32, format.min_finite() as f32);
        let edge = largest + 0.5 * format.ulp(f64::from(largest)) as f32;
        Self { mantissa_bits, lowest: exponent(format.ulp(0.0) as f32) + mantissa_bits, largest, least, edge }
    }

    /// The nearest value; zero for NaN.
    #[must_use]
    pub fn snap(self, y: f32) -> f32 {
        if y.is_nan() {
            return 0.0;
        }
        let inside = y.max(self.least).min(self.largest);
        let step = exponent(inside).max(self.lowest) - self.mantissa_bits;
        let steps = f32::from_bits(((step + 23 + 127) as u32) << 23 | 0x40_0000);
        (inside + steps) - steps
    }

    /// Whether it lies beyond the largest value by more than rounding takes back.
    #[must_use]
    pub fn saturates(self, y: f32) -> bool {
        y.abs() > self.edge
    }
}
