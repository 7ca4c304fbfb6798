//! What the outside may read.

use super::model::Computed;
use crate::state::readings;

readings! {
    /// The readings of `frugal-accumulator`.
    pub struct Readings {
        /// Error of the finished sum over the exact sum.
        relative_error: f64 as Fraction,
        /// The largest error after any group of 32 products, over the largest exact sum on the way.
        worst_partial_error: f64 as Fraction,
        /// How often the register was added to the FP32 sum.
        promotions: usize as Plain,
        /// Error of the finished sum over the root of the sum of the products' squares: the size that a sum of so many products with random signs has.
        error_over_rms: f64 as Fraction,
        /// The exact sum.
        exact_sum: f64 as Plain,
        /// The sum as it is read out.
        computed_sum: f64 as Plain,
        /// The register after the group that is shown.
        register: f64 as Plain,
        /// Share of the ones of the shown group's products that lie below the last bit kept.
        ones_lost_fraction: f64 as Fraction,
    }
}

/// The readings of a computed state.
#[must_use]
pub fn of(computed: &Computed) -> Readings {
    Readings {
        relative_error: computed.relative_error,
        worst_partial_error: computed.worst_partial_error,
        promotions: computed.run.last().map_or(0, |state| state.promotions),
        error_over_rms: computed.error_over_rms,
        exact_sum: computed.exact,
        computed_sum: computed.sum,
        register: computed.group.after,
        ones_lost_fraction: computed.group.ones_lost(),
    }
}
