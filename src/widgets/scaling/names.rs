//! What things are called, and how their numbers are written.

use super::state::{FormatName, Source, Way};
use crate::i18n::{ScalingText, fill, fixed};
use crate::numerics::scaling::Granularity;

/// Where the numbers come from.
pub const fn source(text: &ScalingText, source: Source) -> &'static str {
    match source {
        Source::Real => text.real,
        Source::Gaussian => text.gaussian,
        Source::OutlierChannel => text.outlier_channel,
        Source::TokenSpread => text.token_spread,
        Source::GradientLike => text.gradient_like,
    }
}

/// A format.
pub const fn format(text: &ScalingText, format: FormatName) -> &'static str {
    match format {
        FormatName::Int8 => text.int8,
        FormatName::E4m3fn => text.e4m3fn,
        FormatName::E5m2 => text.e5m2,
        FormatName::E3m4 => text.e3m4,
        FormatName::E3m2 => text.e3m2,
        FormatName::E2m3 => text.e2m3,
        FormatName::E2m1 => text.e2m1,
    }
}

/// Which numbers share a scale, in a list.
pub const fn granularity(text: &ScalingText, granularity: Granularity) -> &'static str {
    match granularity {
        Granularity::Tensor => text.tensor,
        Granularity::Block128 => text.block_128,
        Granularity::Tile128 => text.tile_128,
        Granularity::Tile32 => text.tile_32,
    }
}

/// Which numbers share a scale, in a sentence.
pub const fn with(text: &ScalingText, granularity: Granularity) -> &'static str {
    match granularity {
        Granularity::Tensor => text.with_tensor,
        Granularity::Block128 => text.with_block,
        Granularity::Tile128 => text.with_tile_128,
        Granularity::Tile32 => text.with_tile_32,
    }
}

/// Which numbers share a scale, at the side of the overview.
pub const fn row(text: &ScalingText, granularity: Granularity) -> &'static str {
    match granularity {
        Granularity::Tensor => text.row_tensor,
        Granularity::Block128 => text.row_block,
        Granularity::Tile128 => text.row_tile_128,
        Granularity::Tile32 => text.row_tile_32,
    }
}

/// `INT8, all numbers`.
pub fn way(text: &ScalingText, way: Way) -> String {
    fill(text.way, &[("format", format(text, way.format)), ("granularity", granularity(text, way.granularity))])
}

/// `31.4 dB`.
pub fn decibels(text: &ScalingText, db: f64) -> String {
    fill(text.decibels, &[("n", &fixed(db, 1))])
}
