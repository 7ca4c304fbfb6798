//! What the outside may read.

use super::model::Computed;
use crate::state::readings;

readings! {
    /// The readings of `frugal-parameters`.
    pub struct Readings {
        /// All parameters.
        total_params: u64 as Count,
        /// Parameters that one token uses, the whole input embedding among them.
        active_params: u64 as Count,
        /// Parameters that one token uses, without the input embedding, of which it reads one row.
        active_params_without_input_embedding: u64 as Count,
        /// The latter over all parameters.
        active_fraction: f64 as Fraction,
        /// Parameters of all routed experts.
        routed_expert_params: u64 as Count,
        /// The same over all parameters.
        routed_expert_fraction: f64 as Fraction,
        /// Parameters of all layers' attention.
        attention_params: u64 as Count,
        /// The same over all parameters.
        attention_fraction: f64 as Fraction,
        /// The same over what one token uses, without the input embedding.
        attention_active_fraction: f64 as Fraction,
        /// Parameters that all tokens together use, without the input embedding.
        touched_params: u64 as Count,
        /// Bytes of all parameters.
        resident_bytes: u64 as Bytes,
        /// Floating-point operations for one token: 2 a matrix parameter in use, and attention over the context.
        flops_per_token: f64 as Count,
    }
}

/// The readings of a computed state.
#[must_use]
pub fn of(computed: &Computed) -> Readings {
    let parameters = &computed.parameters;
    let (total, active) = (parameters.total(), parameters.active_without_input_embedding());
    let over = |part: u64, whole: u64| part as f64 / whole as f64;
    Readings {
        total_params: total,
        active_params: parameters.active(),
        active_params_without_input_embedding: active,
        active_fraction: computed.active_fraction(),
        routed_expert_params: parameters.routed_experts,
        routed_expert_fraction: over(parameters.routed_experts, total),
        attention_params: parameters.attention,
        attention_fraction: over(parameters.attention, total),
        attention_active_fraction: over(parameters.attention, active),
        touched_params: computed.touched,
        resident_bytes: computed.bytes,
        flops_per_token: computed.flops,
    }
}
