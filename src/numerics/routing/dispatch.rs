//! A batch of tokens sent to experts that take only so many.

use super::gate::{Gate, GateError};

/// Where one token of a batch went.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dispatched {
    /// The expert that the gate chose.
    pub expert: usize,
    /// Its weight, also where the token is dropped.
    pub weight: f32,
    /// Whether the expert still had room; a dropped token skips the layer on its residual connection.
    pub kept: bool,
}

impl Dispatched {
    /// The expert that computes the token; none where it is dropped.
    #[must_use]
    pub const fn expert_after_capacity(&self) -> Option<usize> {
        if self.kept { Some(self.expert) } else { None }
    }
}

/// Routes a batch, one slice of logits a token: each expert takes the first [`Gate::capacity`] tokens that choose it,
/// in batch order, and drops the rest. A gate that selects several experts gives each of them an entry, in the order
/// of [`super::Routed::selected`].
///
/// Source: Switch Transformers (arXiv 2101.03961), section 2.2.
///
/// # Errors
/// If [`Gate::check_input`] refuses a token.
pub fn dispatch<'a>(
    gate: &Gate,
    batch: impl IntoIterator<Item = &'a [f32]>,
    bias: &[f32],
) -> Result<Vec<Vec<Dispatched>>, GateError> {
    gate.check()?;
    let mut load = vec![0_usize; gate.experts];
    let mut send = |expert: usize, weight: f32| {
        load[expert] += 1;
        let kept = gate.capacity.is_none_or(|capacity| load[expert] <= capacity);
        Dispatched { expert, weight, kept }
    };
    let mut sent = Vec::new();
    for logits in batch {
        let routed = gate.route(logits, bias)?;
        sent.push(routed.selected.iter().zip(&routed.weights).map(|(&expert, &weight)| send(expert, weight)).collect());
    }
    Ok(sent)
}
