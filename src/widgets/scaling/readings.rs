//! What the outside may read.

use super::model::Computed;
use crate::state::readings;

readings! {
    /// The readings of `frugal-scaling`; decibels are ten times the logarithm of signal energy over error energy.
    pub struct Readings {
        /// Of the left way, over the whole tensor.
        sqnr_db: f64 as Plain,
        /// Of the left way, over everything outside the outlier's channel or cell; over everything where there is none.
        sqnr_db_others: f64 as Plain,
        /// Of the left way, the mean of the tokens' own.
        sqnr_db_per_token: f64 as Plain,
        /// Of the left way, the share of numbers other than zero that became zero.
        flushed_to_zero_fraction: f64 as Fraction,
        /// Of the left way, the share of numbers beyond the format's largest value.
        saturated_fraction: f64 as Fraction,
        /// Of the left way, the largest error over its number.
        max_relative_error: f64 as Fraction,
        /// Of the left way, how many scales are stored.
        scale_count: usize as Plain,
        /// Of the right way, over the whole tensor.
        beside_sqnr_db: f64 as Plain,
        /// Of the right way, over everything outside the outlier.
        beside_sqnr_db_others: f64 as Plain,
        /// Of the right way, the mean of the tokens' own.
        beside_sqnr_db_per_token: f64 as Plain,
        /// Of the right way, the share of numbers other than zero that became zero.
        beside_flushed_to_zero_fraction: f64 as Fraction,
        /// Of the right way, the share of numbers beyond the format's largest value.
        beside_saturated_fraction: f64 as Fraction,
        /// Of the right way, the largest error over its number.
        beside_max_relative_error: f64 as Fraction,
        /// Of the right way, how many scales are stored.
        beside_scale_count: usize as Plain,
        /// The largest magnitude.
        largest: f64 as Plain,
        /// The largest magnitude outside the outlier's channel or cell.
        largest_other: f64 as Plain,
        /// Share of the tensor's energy in the outlier, or, where there is none, in the largest token.
        loudest_energy_fraction: f64 as Fraction,
    }
}

/// The readings of a computed state; NaN while the data is on its way.
#[must_use]
pub fn of(computed: &Computed) -> Readings {
    let [left, right] = [0, 1].map(|at| computed.sides.get(at).map(|side| side.quality));
    let read = |of: Option<crate::numerics::scaling::Quality>, which: fn(&crate::numerics::scaling::Quality) -> f64| {
        of.as_ref().map_or(f64::NAN, which)
    };
    let count = |at: usize| computed.sides.get(at).map_or(0, |side| side.scaled.scales.len());
    Readings {
        sqnr_db: read(left, |q| q.sqnr_db),
        sqnr_db_others: read(left, |q| q.sqnr_db_others),
        sqnr_db_per_token: read(left, |q| q.sqnr_db_per_token),
        flushed_to_zero_fraction: read(left, |q| q.flushed),
        saturated_fraction: read(left, |q| q.saturated),
        max_relative_error: read(left, |q| q.max_relative_error),
        scale_count: count(0),
        beside_sqnr_db: read(right, |q| q.sqnr_db),
        beside_sqnr_db_others: read(right, |q| q.sqnr_db_others),
        beside_sqnr_db_per_token: read(right, |q| q.sqnr_db_per_token),
        beside_flushed_to_zero_fraction: read(right, |q| q.flushed),
        beside_saturated_fraction: read(right, |q| q.saturated),
        beside_max_relative_error: read(right, |q| q.max_relative_error),
        beside_scale_count: count(1),
        largest: computed.data.largest,
        largest_other: computed.data.largest_other,
        loudest_energy_fraction: computed.data.loudest_share,
    }
}
