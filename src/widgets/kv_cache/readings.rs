//! What the outside may read.

use super::model::Computed;
use crate::state::readings;

readings! {
    /// The readings of `frugal-kv-cache`, each parallel to `models`.
    pub struct Readings {
        /// Bytes cached of one token while every layer keeps it.
        kv_bytes_per_token: Vec<u64> as Bytes,
        /// Bytes of all users' caches.
        cache_bytes: Vec<u64> as Bytes,
        /// How many times as much a token takes with the baseline.
        ratio_to_baseline: Vec<f64> as Ratio,
        /// Users whose caches fit beside the weights; 0 where the weights alone do not fit.
        sequences_that_fit: Vec<u64> as Plain,
    }
}

/// The readings of a computed state.
#[must_use]
pub fn of(computed: &Computed) -> Readings {
    let rows = || computed.rows.iter();
    Readings {
        kv_bytes_per_token: rows().map(|row| row.token).collect(),
        cache_bytes: rows().map(|row| u64::try_from(row.cache).unwrap_or(u64::MAX)).collect(),
        ratio_to_baseline: rows().map(|row| row.ratio).collect(),
        sequences_that_fit: rows().map(|row| row.fit.unwrap_or(0)).collect(),
    }
}
