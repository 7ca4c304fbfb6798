//! What the outside may read.

use super::model::Computed;
use super::state::State;
use crate::state::readings;

readings! {
    /// The readings of `frugal-segmentation`.
    pub struct Readings {
        /// In how many ways a token can choose its experts: every digit.
        combinations: String as Count,
        /// The decimal logarithm of that.
        combinations_log10: f64 as Plain,
        /// The share of the experts, and of their weights, that works on a token.
        active_fraction: f64 as Fraction,
        /// In the toy, how alike routed experts are on average, without a shared one.
        similarity_without_shared: f64 as Plain,
        /// The same with as many shared ones as chosen, but at least one.
        similarity_with_shared: f64 as Plain,
        /// The toy's squared error without a shared expert.
        error_without_shared: f64 as Plain,
        /// The same with as many as chosen, but at least one.
        error_with_shared: f64 as Plain,
    }
}

/// The readings of a computed state.
#[must_use]
pub fn of(state: &State, computed: &Computed) -> Readings {
    let runs = computed.training.runs();
    let (without, with) = (&runs[0], &runs[state.shared.clamp(1, 2) as usize]);
    let ways = &computed.cut().ways;
    Readings {
        combinations: ways.digits(),
        combinations_log10: ways.log10(),
        active_fraction: computed.active_fraction(state.experts),
        similarity_without_shared: without.mean(),
        similarity_with_shared: with.mean(),
        error_without_shared: without.error(),
        error_with_shared: with.error(),
    }
}
