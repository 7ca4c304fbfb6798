//! Where the scaled numbers lie, by powers of two, against where the format has its codes.

use super::{Scaled, Tensor, exponent};
use crate::numerics::format::Format;

/// Octaves that are told apart; numbers beyond either end count to the last one there.
pub const OCTAVES: usize = 40;
/// The octave that ends with the format's largest value.
pub const TOP_OCTAVE: usize = 35;

/// Counts by octave: octave i holds the magnitudes above 2^(i−36) and up to 2^(i−35) of the format's largest value.
#[derive(Clone, Debug, PartialEq)]
pub struct Octaves {
    /// Numbers other than zero, after scaling.
    pub numbers: [u32; OCTAVES],
    /// The format's positive values.
    pub codes: [u32; OCTAVES],
}

/// The octave of a positive number, as a multiple of the format's largest value.
fn octave(y: f32, largest: f32) -> usize {
    // One bit less, so that a power of two ends an octave instead of beginning one.
    let ratio = f32::from_bits((y / largest).to_bits().saturating_sub(1));
    let below = exponent(ratio) + TOP_OCTAVE as i32 + 1;
    below.clamp(0, OCTAVES as i32 - 1) as usize
}

/// Sorts the scaled numbers x/s and the format's values into octaves.
#[must_use]
pub fn octaves(tensor: &Tensor, scaled: &Scaled, format: Format) -> Octaves {
    let largest = format.max_finite() as f32;
    let mut counted = Octaves { numbers: [0; OCTAVES], codes: [0; OCTAVES] };
    for (row, numbers) in tensor.values.chunks_exact(tensor.columns.max(1)).enumerate() {
        for (at, tile) in numbers.chunks(scaled.patch.1).enumerate() {
            let scale = scaled.scale_at(row, at * scaled.patch.1);
            for x in tile.iter().filter(|x| **x != 0.0) {
                counted.numbers[octave((x / scale).abs(), largest)] += 1;
            }
        }
    }
    let positive = (0..format.code_count() as u32).map(|code| format.decode(code) as f32);
    for value in positive.filter(|value| *value > 0.0 && value.is_finite()) {
        counted.codes[octave(value, largest)] += 1;
    }
    counted
}
