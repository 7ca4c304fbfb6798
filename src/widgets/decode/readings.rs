//! What the outside may read.

use super::model::Computed;
use super::state::State;
use crate::state::readings;

readings! {
    /// The readings of `frugal-decode`, of one step of the attention that is shown: the small one, or a layer of the roofline.
    pub struct Readings {
        /// Operations for each byte read.
        flop_per_byte: f64 as Plain,
        /// Numbers kept of a token, in one layer.
        cache_elements_per_token: u64 as Plain,
        /// Bytes written to the cache, at 16 bits.
        cache_bytes_written: u64 as Bytes,
        /// Bytes read from the cache, at 16 bits.
        cache_bytes_read: u64 as Bytes,
        /// What sets the pace on the accelerator: `memory` or `compute`.
        bound: String as Plain,
        /// Operations that the accelerator does in the time of a byte.
        machine_balance: f64 as Plain,
        /// Operations a second that memory or arithmetic allows, in 10¹².
        attainable_tflops: f64 as Plain,
        /// The largest change of the small attention's output if the past stood the other way round.
        order_sensitivity: f64 as Plain,
        /// Multiplications that make the keys and values of this step's tokens in the small attention.
        entry_macs: u64 as Plain,
        /// The same for all tokens so far: what each step would take without a cache.
        entry_macs_without_cache: u64 as Plain,
    }
}

/// The readings of a computed state.
#[must_use]
pub fn of(state: &State, computed: &Computed) -> Readings {
    let (kind, decode) = (state.attention, computed.decode(state.attention));
    Readings {
        flop_per_byte: decode.flop_per_byte(),
        cache_elements_per_token: decode.cached_elements(),
        cache_bytes_written: decode.bytes_written(),
        cache_bytes_read: decode.bytes_read(),
        bound: if computed.compute_bound(kind) { "compute" } else { "memory" }.into(),
        machine_balance: computed.balance,
        attainable_tflops: computed.attainable_tflops(kind),
        order_sensitivity: computed.change,
        entry_macs: computed.entry_macs,
        entry_macs_without_cache: computed.uncached_macs,
    }
}
