//! Who is in which precision: DeepSeek-V3's step, as its report describes it.
//!
//! Source: arXiv 2412.19437 (December 2024), figure 6 and sections 3.3.1 to 3.3.3; for the tiles of the gradients
//! appendix B.2. The rule behind the shapes: a scale may be taken out of a sum only if it is the same along what is
//! summed, for 128 products at a time.

use super::model::FP32_BYTES;
use super::state::{Pass, Tensor};

/// A precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// E4M3 with a scale for each tile.
    E4m3,
    /// Five bits of exponent, six of mantissa, for one tensor alone.
    E5m6,
    /// BF16.
    Bf16,
    /// FP32.
    Fp32,
    /// BF16 or FP32: the report leaves it open.
    Wide,
}

impl Precision {
    /// Bits of a number: the fewest and the most, where the report leaves it open.
    #[must_use]
    pub const fn bits(self) -> (u32, u32) {
        match self {
            Self::E4m3 => (8, 8),
            Self::E5m6 => (12, 12),
            Self::Bf16 => (16, 16),
            Self::Fp32 => (32, 32),
            Self::Wide => (16, 32),
        }
    }
}

/// What has one scale in common: rows × columns, rows being tokens (or outputs).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tile {
    /// No scale.
    None,
    /// One token, 128 channels.
    Row,
    /// 128 tokens, one channel.
    Column,
    /// 128 outputs, 128 inputs.
    Block,
}

impl Tile {
    /// Rows and columns; none without a scale.
    #[must_use]
    pub const fn shape(self) -> Option<(u32, u32)> {
        match self {
            Self::None => None,
            Self::Row => Some((1, 128)),
            Self::Column => Some((128, 1)),
            Self::Block => Some((128, 128)),
        }
    }
}

/// A tensor where it takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// Which.
    pub tensor: Tensor,
    /// In which precision.
    pub precision: Precision,
    /// With which scales.
    pub tile: Tile,
}

impl Role {
    /// Bytes of a number with its share of a scale in FP32: the fewest and the most.
    #[must_use]
    pub fn bytes(&self) -> (f64, f64) {
        let (fewest, most) = self.precision.bits();
        let share = self.tile.shape().map_or(0.0, |(rows, columns)| FP32_BYTES as f64 / f64::from(rows * columns));
        (f64::from(fewest) / 8.0 + share, f64::from(most) / 8.0 + share)
    }
}

const fn role(tensor: Tensor, precision: Precision, tile: Tile) -> Role {
    Role { tensor, precision, tile }
}

/// What goes into a part of the step, and what comes out.
#[must_use]
pub const fn roles(pass: Pass) -> [Role; 3] {
    use Precision::{Bf16, E4m3, Fp32};
    match pass {
        Pass::Forward => [
            role(Tensor::Input, E4m3, Tile::Row),
            role(Tensor::Weight, E4m3, Tile::Block),
            role(Tensor::Output, Bf16, Tile::None),
        ],
        Pass::Dgrad => [
            role(Tensor::OutputGradient, E4m3, Tile::Row),
            role(Tensor::Weight, E4m3, Tile::Block),
            role(Tensor::InputGradient, Bf16, Tile::None),
        ],
        Pass::Wgrad => [
            role(Tensor::OutputGradient, E4m3, Tile::Column),
            role(Tensor::Input, E4m3, Tile::Column),
            role(Tensor::WeightGradient, Fp32, Tile::None),
        ],
        Pass::Update => [
            role(Tensor::WeightGradient, Fp32, Tile::None),
            role(Tensor::Moments, Bf16, Tile::None),
            role(Tensor::MasterWeight, Fp32, Tile::None),
        ],
    }
}

/// What stays wide.
pub const WIDE: [Role; 5] = [
    role(Tensor::Embedding, Precision::Wide, Tile::None),
    role(Tensor::Head, Precision::Wide, Tile::None),
    role(Tensor::Gate, Precision::Wide, Tile::None),
    role(Tensor::Norm, Precision::Wide, Tile::None),
    role(Tensor::Attention, Precision::Wide, Tile::None),
];

/// What is kept for the way back in a way of its own.
pub const KEPT: [Role; 2] =
    [role(Tensor::AttentionOutput, Precision::E5m6, Tile::Row), role(Tensor::SwigluInput, Precision::E4m3, Tile::Row)];

/// What is sent to experts, on the way forward and back, and what comes from them.
pub const SENT: [Role; 3] = [
    role(Tensor::Dispatch, Precision::E4m3, Tile::Row),
    role(Tensor::DispatchGradient, Precision::E4m3, Tile::Row),
    role(Tensor::Combine, Precision::Bf16, Tile::None),
];
