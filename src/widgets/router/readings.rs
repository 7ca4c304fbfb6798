//! What the outside may read.

use crate::state::readings;

use super::model::{Model, Routing};

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
        /// Tokens behind the means: those of the text, or of the view of many.
        tokens_routed: usize as Plain,
        /// Mean of the nodes that a token touches.
        mean_nodes_touched: f64 as Plain,
        /// The same without the group limit.
        mean_nodes_touched_without_groups: f64 as Plain,
        /// Mean of the affinity that a token keeps.
        mean_affinity_kept: f64 as Fraction,
        /// How often each expert was chosen; only in the view of many.
        expert_load: Vec<usize> as Plain,
        /// How far the busiest expert is above the mean, as a share of the mean; only in the view of many.
        max_violation: f64 as Ratio,
        /// How often each expert would be chosen without the group limit; only in the view of many.
        expert_load_without_groups: Vec<usize> as Plain,
        /// `max_violation` without the group limit.
        max_violation_without_groups: f64 as Ratio,
        /// The share of choices that would find no room at a capacity factor of 1.25; only in the view of many.
        dropped_fraction: f64 as Fraction,
        /// The experts that the other gate chose, by weight.
        compare_selected: Vec<usize> as Plain,
        /// Their weights, parallel to `compare_selected`.
        compare_weights: Vec<f32> as Plain,
        /// How many experts both gates chose.
        chosen_by_both: usize as Plain,
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
            tokens_routed: 0,
            mean_nodes_touched: f64::NAN,
            mean_nodes_touched_without_groups: f64::NAN,
            mean_affinity_kept: f64::NAN,
            expert_load: Vec::new(),
            max_violation: f64::NAN,
            expert_load_without_groups: Vec::new(),
            max_violation_without_groups: f64::NAN,
            dropped_fraction: f64::NAN,
            compare_selected: Vec::new(),
            compare_weights: Vec::new(),
            chosen_by_both: 0,
        }
    }
}

impl From<&Model> for Readings {
    fn from(model: &Model) -> Self {
        let mut readings = Self::from(&model.routing);
        if let Some(mean) = model.mean {
            readings.tokens_routed = model.tokens.len();
            readings.mean_nodes_touched = mean.nodes;
            readings.mean_nodes_touched_without_groups = mean.free_nodes;
            readings.mean_affinity_kept = mean.kept;
        }
        if let Some(many) = &model.many {
            readings.tokens_routed = many.sums.tokens();
            readings.mean_nodes_touched = many.sums.nodes_touched();
            readings.mean_nodes_touched_without_groups = many.sums.nodes_touched_without_groups();
            readings.mean_affinity_kept = many.sums.affinity_kept();
            readings.expert_load = many.sums.load().to_vec();
            readings.max_violation = many.sums.max_violation();
            readings.expert_load_without_groups = many.sums.load_without_groups().to_vec();
            readings.max_violation_without_groups = many.sums.max_violation_without_groups();
            readings.dropped_fraction = many.dropped_share();
        }
        if let Some(rival) = &model.rival {
            readings.compare_selected = rival.routing.routed.selected.clone();
            readings.compare_weights = rival.routing.routed.weights.clone();
            readings.chosen_by_both = rival.both.len();
        }
        readings
    }
}
