//! What the outside may read.

use super::model::Computed;
use crate::state::readings;

readings! {
    /// The readings of `frugal-absorption`. Counts are DeepSeek-V3's, for one layer, all queries and all cached tokens.
    pub struct Readings {
        /// The largest difference of the two orders' scores and outputs, on the computed matrices.
        max_abs_difference: f64 as Plain,
        /// More than rounding alone can part them.
        tolerance: f64 as Plain,
        /// Computed tokens whose scores agree within the tolerance, in the first head.
        tokens_that_agree: u64 as Plain,
        /// Tokens that were computed.
        tokens_computed: u64 as Plain,
        /// The largest change of a score when all positions move from 0 to `position`.
        shift_difference: f64 as Plain,
        /// Multiplications if every cached token is unfolded.
        macs_expand: u64 as Count,
        /// Multiplications if the matrix is absorbed into the query; on rotated keys, one absorbed query a distance.
        macs_absorb: u64 as Count,
        /// Multiplications if keys and values were kept unfolded.
        macs_unfolded: u64 as Count,
        /// `macs_expand` over `macs_absorb`.
        times_fewer_macs: f64 as Ratio,
        /// Multiplications that unfold one cached token.
        unfold_macs_per_token: u64 as Count,
        /// Multiplications that absorb the matrices into one query and its result.
        absorb_macs_per_query: u64 as Count,
        /// Multiplications of one absorbed query with one cached token.
        attend_macs_per_token: u64 as Count,
        /// Different absorbed queries that one query needs.
        absorbed_queries: u64 as Count,
        /// Bytes of the cache read, at 16 bits.
        bytes_read: u64 as Bytes,
        /// The same if keys and values were kept unfolded.
        bytes_read_unfolded: u64 as Bytes,
        /// Cached tokens at which both orders cost one query the same, in V3 as it is.
        break_even_tokens: f64 as Plain,
    }
}

/// The readings of a computed state.
#[must_use]
pub fn of(computed: &Computed) -> Readings {
    let work = computed.work;
    let own = work.shape.with(work.lane);
    Readings {
        max_abs_difference: computed.difference,
        tolerance: computed.tolerance,
        tokens_that_agree: computed.agreeing as u64,
        tokens_computed: computed.trial.tokens as u64,
        shift_difference: computed.shift,
        macs_expand: work.macs_expand(),
        macs_absorb: work.macs_absorb(),
        macs_unfolded: work.macs_unfolded(),
        times_fewer_macs: computed.times_fewer(),
        unfold_macs_per_token: own.unfold_macs(),
        absorb_macs_per_query: own.absorb_macs(),
        attend_macs_per_token: own.absorbed_attend_macs(),
        absorbed_queries: work.folded_queries(),
        bytes_read: work.bytes_read(),
        bytes_read_unfolded: work.bytes_read_unfolded(),
        break_even_tokens: work.shape.break_even_tokens().unwrap_or(f64::NAN),
    }
}
