//! What the outside may read.

use super::model::Computed;
use super::state::State;
use crate::numerics::low_rank::Sharing;
use crate::state::readings;

readings! {
    /// The readings of `frugal-low-rank`; NaN while the data is not there.
    pub struct Readings {
        /// Numbers kept of each token: `rank`, or as many directions as there are.
        numbers_per_token: f64 as Plain,
        /// Error of the rebuilt keys and values in the Frobenius norm, measured, over their own norm.
        relative_error: f64 as Fraction,
        /// The least error that as many directions could leave; equal to the measured one when all tokens choose.
        eckart_young_bound: f64 as Fraction,
        /// Kullback–Leibler divergence of the head's attention in nats, the mean over the tokens.
        attention_kl: f64 as Plain,
        /// Largest change of one attention weight of the head.
        attention_max_diff: f64 as Plain,
        /// Numbers kept over all numbers of a token, without the directions.
        cache_fraction: f64 as Fraction,
        /// The same for this text with the directions counted.
        cache_fraction_with_basis: f64 as Fraction,
        /// Bytes of this text's keys and values at 2 bytes a number.
        full_bytes: f64 as Bytes,
        /// Bytes of the numbers kept.
        kept_bytes: f64 as Bytes,
        /// Bytes of the directions.
        basis_bytes: f64 as Bytes,
        /// Tokens from which on the directions pay for themselves; infinite if never.
        pays_from_tokens: f64 as Plain,
        /// What one set of directions for everything leaves at this rank.
        joint_error: f64 as Fraction,
        /// What keys and values leave apart.
        separate_error: f64 as Fraction,
        /// What the heads leave, each by itself.
        per_head_error: f64 as Fraction,
    }
}

/// The readings of a computed state.
#[must_use]
pub fn of(state: &State, computed: &Computed) -> Readings {
    let found = computed.found.as_deref();
    let number = |read: fn(&super::model::Found) -> f64| found.map_or(f64::NAN, read);
    let left = |sharing| computed.left(sharing, state.rank as usize).unwrap_or(f64::NAN);
    Readings {
        numbers_per_token: number(|found| found.rank as f64),
        relative_error: number(|found| found.error),
        eckart_young_bound: number(|found| found.bound),
        attention_kl: number(super::model::Found::divergence),
        attention_max_diff: number(super::model::Found::largest_difference),
        cache_fraction: number(|found| found.rank as f64 / found.numbers() as f64),
        cache_fraction_with_basis: number(|found| {
            (found.kept_bytes() + found.basis_bytes()) as f64 / found.full_bytes() as f64
        }),
        full_bytes: number(|found| found.full_bytes() as f64),
        kept_bytes: number(|found| found.kept_bytes() as f64),
        basis_bytes: number(|found| found.basis_bytes() as f64),
        pays_from_tokens: number(|found| found.pays_from().map_or(f64::INFINITY, |tokens| tokens as f64)),
        joint_error: left(Sharing::Joint),
        separate_error: left(Sharing::Separate),
        per_head_error: left(Sharing::PerHead),
    }
}
