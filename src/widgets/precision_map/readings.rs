//! What the outside may read.

use super::model::Computed;
use crate::state::readings;

readings! {
    /// The readings of `frugal-precision-map`, of DeepSeek-V3.
    pub struct Readings {
        /// Bytes of the weights as they are multiplied.
        bytes_weights: u64 as Bytes,
        /// Bytes of the gradients of the weights.
        bytes_gradients: u64 as Bytes,
        /// Bytes of master weights and moments.
        bytes_optimizer: u64 as Bytes,
        /// Share of the multiplications and additions that runs in FP8.
        fp8_flop_fraction: f64 as Fraction,
    }
}

/// The readings of a computed state.
#[must_use]
pub fn of(computed: &Computed) -> Readings {
    Readings {
        bytes_weights: computed.bytes_weights,
        bytes_gradients: computed.bytes_gradients,
        bytes_optimizer: computed.bytes_optimizer,
        fp8_flop_fraction: computed.fp8_flop_fraction(),
    }
}
