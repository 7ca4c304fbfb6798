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
        /// Tokens a text at which all users' caches first take more than the weights; 0 where they never do.
        context_outgrowing_weights: Vec<u64> as Plain,
        /// Tokens a text from which on the model keeps less than the first one; 0 where it never does.
        context_undercutting_first: Vec<u64> as Plain,
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
        context_outgrowing_weights: rows().map(|row| row.outgrows.unwrap_or(0)).collect(),
        context_undercutting_first: rows().map(|row| row.takeovers.first().copied().unwrap_or(0)).collect(),
    }
}
