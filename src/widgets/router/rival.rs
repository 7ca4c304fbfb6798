//! The same token in front of another published gate.

use super::model::{Routing, shown};
use super::state::{Stage, State};
use crate::numerics::routing::{Gate, Kind, SyntheticGate};

/// What another gate does with the token. Its rows are those of the first gate, as far as both have them; its biases are
/// made from the seed.
#[derive(Clone, Debug, PartialEq)]
pub struct Rival {
    /// Which gate.
    pub kind: Kind,
    /// The token's way.
    pub routing: Routing,
    /// The step that is shown.
    pub stage: Stage,
    /// The experts that both gates chose.
    pub both: Vec<usize>,
}

impl Rival {
    /// Nothing if the gate refuses.
    #[must_use]
    pub fn new(kind: Kind, state: &State, token: &str, first: &Routing) -> Option<Self> {
        let published = kind.gate();
        let gate: Gate = if state.groups { published } else { published.without_groups() };
        let made = SyntheticGate::new(&gate, u64::from(state.seed)).ok()?;
        let routing = Routing::new(gate, made.logits(token.as_bytes()), made.bias().to_vec()).ok()?;
        let both = routing.routed.selected.iter().copied().filter(|expert| first.place(*expert).is_some()).collect();
        // The last step has a picture of its own.
        let asked = if state.stage == Stage::Output { Stage::Weights } else { state.stage };
        Some(Self { kind, stage: shown(asked, &gate), routing, both })
    }
}
