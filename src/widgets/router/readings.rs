//! What the outside may read.

use crate::state::readings;

use super::model::Routing;

readings! {
    /// The readings of `frugal-router`.
    pub struct Readings {
        /// The chosen experts, counted from 0, by weight.
        selected: Vec<usize> as Plain,
        /// Their weights, parallel to `selected`.
        weights: Vec<f32> as Plain,
        /// The groups that were kept, counted from 0.
        groups_kept: Vec<usize> as Plain,
        /// How many nodes hold a chosen expert; 1 where the gate knows no nodes.
        nodes_touched: usize as Plain,
        /// The same without the group limit.
        nodes_touched_without_groups: usize as Plain,
        /// The chosen biased affinities over the best possible.
        affinity_kept: f32 as Fraction,
        /// What all weights add up to.
        weight_sum: f32 as Plain,
        /// The share of experts that wake.
        active_fraction: f64 as Fraction,
    }
}

impl From<&Routing> for Readings {
    fn from(routing: &Routing) -> Self {
        let routed = &routing.routed;
        Self {
            selected: routed.selected.clone(),
            weights: routed.weights.clone(),
            groups_kept: routed.groups_kept.clone(),
            nodes_touched: routed.nodes_touched,
            nodes_touched_without_groups: routing.free.as_ref().unwrap_or(routed).nodes_touched,
            affinity_kept: routed.affinity_kept,
            weight_sum: routing.weight_sum(),
            active_fraction: routed.selected.len() as f64 / routing.gate.experts as f64,
        }
    }
}
