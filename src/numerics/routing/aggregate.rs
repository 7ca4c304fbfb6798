//! What the group limit costs, over many tokens.

use super::gate::{Gate, GateError};
use crate::numerics::rng::SplitMix64;

/// Means over the tokens routed so far; NaN before the first.
#[derive(Clone, Debug, PartialEq)]
pub struct Aggregate {
    /// Tokens routed.
    pub tokens: usize,
    /// Mean of [`super::Routed::nodes_touched`] as the gate is.
    pub nodes_touched: f64,
    /// The same without the group limit.
    pub nodes_touched_without_groups: f64,
    /// Mean of [`super::Routed::affinity_kept`] over the tokens for which it is defined.
    pub affinity_kept: f64,
    /// Tokens that chose each expert.
    pub load: Vec<usize>,
}

/// Routes independent standard normal logits, a few tokens at a time.
#[derive(Clone, Debug)]
pub struct Aggregator {
    gate: Gate,
    bias: Vec<f32>,
    rng: SplitMix64,
    tokens: usize,
    nodes: usize,
    free_nodes: usize,
    kept: f64,
    kept_tokens: usize,
    load: Vec<usize>,
}

impl Aggregator {
    /// `bias`: one an expert, or empty.
    ///
    /// # Errors
    /// If [`Gate::check`] refuses, or the bias has another length.
    pub fn new(gate: &Gate, bias: &[f32], seed: u64) -> Result<Self, GateError> {
        gate.check()?;
        gate.check_input(&vec![0.0; gate.experts], bias)?;
        Ok(Self {
            gate: *gate,
            bias: bias.to_vec(),
            rng: SplitMix64::new(seed),
            tokens: 0,
            nodes: 0,
            free_nodes: 0,
            kept: 0.0,
            kept_tokens: 0,
            load: vec![0; gate.experts],
        })
    }

    /// Routes `tokens` more tokens.
    ///
    /// # Errors
    /// None after [`Aggregator::new`] accepted the gate; passed on from [`Gate::route`].
    pub fn run(&mut self, tokens: usize) -> Result<(), GateError> {
        let free = self.gate.without_groups();
        for _ in 0..tokens {
            let logits: Vec<f32> = (0..self.gate.experts).map(|_| self.rng.normal() as f32).collect();
            let routed = self.gate.route(&logits, &self.bias)?;
            self.free_nodes += free.route(&logits, &self.bias)?.nodes_touched;
            self.nodes += routed.nodes_touched;
            if !routed.affinity_kept.is_nan() {
                self.kept += f64::from(routed.affinity_kept);
                self.kept_tokens += 1;
            }
            routed.selected.iter().for_each(|&expert| self.load[expert] += 1);
            self.tokens += 1;
        }
        Ok(())
    }

    /// The means so far.
    #[must_use]
    pub fn result(&self) -> Aggregate {
        let tokens = self.tokens as f64;
        Aggregate {
            tokens: self.tokens,
            nodes_touched: self.nodes as f64 / tokens,
            nodes_touched_without_groups: self.free_nodes as f64 / tokens,
            affinity_kept: self.kept / self.kept_tokens as f64,
            load: self.load.clone(),
        }
    }
}

/// [`Aggregator`] in one go, without bias.
///
/// # Errors
/// If [`Gate::check`] refuses.
pub fn aggregate(gate: &Gate, tokens: usize, seed: u64) -> Result<Aggregate, GateError> {
    let mut aggregator = Aggregator::new(gate, &[], seed)?;
    aggregator.run(tokens)?;
    Ok(aggregator.result())
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::*;

    #[test]
    fn v3_touches_four_nodes_instead_of_five_and_keeps_nearly_all_affinity() {
        let seen = aggregate(&Kind::DeepseekV3.gate(), 5_000, 1).unwrap();
        // Eight distinct experts among eight nodes of 32: 8 · (1 − C(224, 8) / C(256, 8)) = 5.295.
        assert!((seen.nodes_touched_without_groups - 5.295).abs() < 0.05, "{seen:?}");
        assert!((seen.nodes_touched - 3.96).abs() < 0.02, "{seen:?}");
        assert!((seen.affinity_kept - 0.994).abs() < 0.0005, "{seen:?}");
        assert_eq!(seen.load.iter().sum::<usize>(), 8 * 5_000);
    }

    #[test]
    fn slices_add_up() {
        let gate = Kind::DeepseekV2.gate();
        let mut sliced = Aggregator::new(&gate, &[], 3).unwrap();
        assert!(sliced.result().nodes_touched.is_nan());
        (0..10).for_each(|_| sliced.run(7).unwrap());
        assert_eq!(sliced.result(), aggregate(&gate, 70, 3).unwrap());
    }
}
