//! Scaling a tensor into a narrow format: which numbers share a scale, how the scale is chosen, and what is lost.
//!
//! A number x is stored as the code of x/s; what is read back is the code's value times s. The scale s is chosen such
//! that the largest magnitude that shares it lands on the format's largest finite value.
//!
//! Sources: DeepSeek-V3 `inference/kernel.py` as of August 2025 (`act_quant`: s = max(amax, 10⁻⁴)/448 for 128 numbers in
//! a row, division by s; optionally s rounded up to a power of two) and `README_WEIGHTS.md` (128 × 128 blocks);
//! DeepSeek-V3 report, arXiv 2412.19437, section 3.3.2 and figure 7a; OCP "Microscaling Formats (MX) Specification" 1.0, sections 5.1 and
//! 6.3 (32 numbers share a power of two).

mod octaves;
mod quality;
mod snap;
mod synthetic;

pub use octaves::{OCTAVES, Octaves, TOP_OCTAVE, octaves};
pub use quality::{Others, Quality, quality};
pub use snap::Snap;
pub use synthetic::{CHANNELS, Draws, Kind, OUTLIER_CHANNEL, TOKENS};

use super::format::Format;
use super::rounding::{Overflow, Rounding, encode};

/// Numbers of a layer, tokens × channels, row by row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tensor {
    /// Channels: the length of a row.
    pub columns: usize,
    /// All numbers; as many as `columns` times the tokens.
    pub values: Vec<f32>,
}

impl Tensor {
    /// Tokens.
    #[must_use]
    pub const fn rows(&self) -> usize {
        match self.values.len().checked_div(self.columns) {
            Some(rows) => rows,
            None => 0,
        }
    }
}

/// Which numbers share a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Granularity {
    /// All of them.
    Tensor,
    /// 128 tokens × 128 channels (V3's weights).
    Block128,
    /// 128 channels of a token (V3's activations).
    Tile128,
    /// 32 channels of a token; the scale is a power of two, stored as E8M0 (MX formats).
    Tile32,
}

impl Granularity {
    /// Tokens and channels that share a scale, at most.
    #[must_use]
    pub const fn patch(self, tensor: &Tensor) -> (usize, usize) {
        match self {
            Self::Tensor => (tensor.rows(), tensor.columns),
            Self::Block128 => (128, 128),
            Self::Tile128 => (1, 128),
            Self::Tile32 => (1, 32),
        }
    }
}

/// How a tensor is stored.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recipe {
    /// The format of the codes, at most 8 bits.
    pub format: Format,
    /// Which numbers share a scale.
    pub granularity: Granularity,
    /// Whether scales are rounded up to a power of two.
    pub power_of_two: bool,
    /// All scales are multiplied by 2 to this; 0 leaves them as the rule gives them. Whole where they stay powers of two.
    pub shift: f64,
}

/// No scale is made for less than this (`kernel.py`).
const LEAST_AMAX: f32 = 1e-4;

/// Exponent of a positive normal `f32`: ⌊log₂ x⌋; −127 for smaller ones.
const fn exponent(x: f32) -> i32 {
    ((x.to_bits() >> 23) & 0xff) as i32 - 127
}

/// 2^`exponent` for −149 to 127; clamped.
fn power_of_two(exponent: i32) -> f32 {
    libm::scalbnf(1.0, exponent.clamp(-149, 127))
}

/// The least power of two that is not below `x`, for positive normal `x`.
fn power_above(x: f32) -> f32 {
    let floor = power_of_two(exponent(x));
    if floor < x { 2.0 * floor } else { floor }
}

impl Recipe {
    /// The scale for numbers whose largest magnitude is `amax`.
    ///
    /// Tiles of 32 follow the MX specification, 2^(⌊log₂ amax⌋ − ⌊log₂ largest value⌋), within E8M0's 2⁻¹²⁷ to 2¹²⁷:
    /// `amax` may then lie beyond the largest value and saturate. With [`power_of_two`](Self::power_of_two) they are
    /// rounded up like all others, and nothing saturates.
    #[must_use]
    pub fn scale(self, amax: f32) -> f32 {
        let largest = self.format.max_finite() as f32;
        let micro = matches!(self.granularity, Granularity::Tile32);
        if micro && !self.power_of_two {
            let by = exponent(amax) - exponent(largest) + self.whole_shift();
            return power_of_two(by.max(-127));
        }
        // A format whose largest value is below 1 would make an infinite scale of a huge number.
        let scale = (amax.max(LEAST_AMAX) / largest).min(f32::MAX / 4.0);
        if micro || self.power_of_two {
            return power_of_two(exponent(power_above(scale)) + self.whole_shift());
        }
        if self.shift == 0.0 { scale } else { scale * libm::exp2(self.shift) as f32 }
    }

    fn whole_shift(self) -> i32 {
        libm::round(self.shift) as i32
    }

    /// The code that stands for `x` under a scale.
    #[must_use]
    pub const fn code(self, x: f32, scale: f32) -> u32 {
        encode((x / scale) as f64, self.format, Rounding::NearestEven, Overflow::Saturate)
    }
}

/// A tensor as it is read back.
#[derive(Clone, Debug, PartialEq)]
pub struct Scaled {
    /// The scales, row by row of patches.
    pub scales: Vec<f32>,
    /// Patches in a row.
    pub scale_columns: usize,
    /// Tokens and channels that share a scale, at most; at least 1 × 1.
    pub patch: (usize, usize),
    /// Numbers in a row.
    pub columns: usize,
    /// Codes' values times scales, parallel to the tensor's.
    pub values: Vec<f32>,
    /// Numbers that lay beyond the largest value by more than rounding takes back.
    pub saturated: usize,
}

impl Scaled {
    /// The scale that a number shares.
    #[must_use]
    pub fn scale_at(&self, row: usize, column: usize) -> f32 {
        let at = row / self.patch.0 * self.scale_columns + column / self.patch.1;
        self.scales.get(at).copied().unwrap_or(1.0)
    }
}

/// The largest magnitude in each patch, row by row of patches. What is no number counts as nothing.
fn largest_magnitudes(tensor: &Tensor, patch: (usize, usize)) -> Vec<f32> {
    let across = tensor.columns.div_ceil(patch.1);
    let mut largest = vec![0.0_f32; tensor.rows().div_ceil(patch.0) * across];
    for (row, values) in tensor.values.chunks_exact(tensor.columns.max(1)).enumerate() {
        let first = row / patch.0 * across;
        for (values, largest) in values.chunks(patch.1).zip(&mut largest[first..]) {
            *largest = values.iter().fold(*largest, |most, x| most.max(x.abs()));
        }
    }
    largest
}

/// Stores a tensor and reads it back: for each number `f32(value of the code of f32(x/s) · s)`.
///
/// Blocks and tiles at the edge of the tensor are smaller, which is the same as padding them with zeros.
#[must_use]
pub fn quantise(tensor: &Tensor, recipe: Recipe) -> Scaled {
    let (rows, columns) = recipe.granularity.patch(tensor);
    let patch = (rows.max(1), columns.max(1));
    let largest = largest_magnitudes(tensor, patch);
    let scales: Vec<f32> = largest.into_iter().map(|amax| recipe.scale(amax)).collect();
    let scale_columns = tensor.columns.div_ceil(patch.1);
    let snap = Snap::new(recipe.format);
    let (mut values, mut saturated) = (Vec::with_capacity(tensor.values.len()), 0);
    for (row, numbers) in tensor.values.chunks_exact(tensor.columns.max(1)).enumerate() {
        let scales = &scales[row / patch.0 * scale_columns..];
        for (numbers, &scale) in numbers.chunks(patch.1).zip(scales) {
            for x in numbers {
                let y = x / scale;
                saturated += usize::from(snap.saturates(y));
                values.push(snap.snap(y) * scale);
            }
        }
    }
    Scaled { scales, scale_columns, patch, columns: tensor.columns, values, saturated }
}
