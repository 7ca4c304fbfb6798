//! What the group limit costs, and how busy each expert is, over many tokens.

use super::batch::{Batch, Spread};
use super::gate::{Gate, GateError};
use crate::numerics::rng::SplitMix64;

/// Sums over the tokens routed so far.
#[derive(Clone, Debug)]
pub struct Aggregate {
    batch: Batch,
    tokens: usize,
    kept: f64,
    kept_tokens: usize,
    /// Tokens that touched so many nodes; and that would have without the group limit.
    by_nodes: [Vec<usize>; 2],
    /// Tokens that chose each expert; and that would have without the group limit, where there is one.
    load: [Vec<usize>; 2],
}

impl Aggregate {
    /// `bias`: one an expert, or empty.
    ///
    /// # Errors
    /// If [`Batch::new`] refuses.
    pub fn new(gate: &Gate, bias: &[f32]) -> Result<Self, GateError> {
        let none = vec![0; gate.nodes.min(gate.experts) + 1];
        Ok(Self {
            batch: Batch::new(gate, bias)?,
            tokens: 0,
            kept: 0.0,
            kept_tokens: 0,
            by_nodes: [none.clone(), none],
            load: [vec![0; gate.experts], vec![0; if gate.limits_groups() { gate.experts } else { 0 }]],
        })
    }

    /// Routes one more token, one logit an expert.
    ///
    /// # Errors
    /// [`GateError::LogitsLength`].
    pub fn add(&mut self, logits: &[f32]) -> Result<(), GateError> {
        for (expert, _) in self.batch.token(logits)? {
            count(&mut self.load[0], *expert);
        }
        let Spread { nodes, free_nodes, kept } = self.batch.spread()?;
        for expert in self.batch.free() {
            count(&mut self.load[1], *expert);
        }
        for (touched, by_nodes) in [nodes, free_nodes].into_iter().zip(&mut self.by_nodes) {
            if let Some(tokens) = by_nodes.get_mut(touched) {
                *tokens += 1;
            }
        }
        if !kept.is_nan() {
            self.kept += f64::from(kept);
            self.kept_tokens += 1;
        }
        self.tokens += 1;
        Ok(())
    }

    /// The gate.
    #[must_use]
    pub const fn gate(&self) -> &Gate {
        self.batch.gate()
    }

    /// Tokens routed so far.
    #[must_use]
    pub const fn tokens(&self) -> usize {
        self.tokens
    }

    /// How many tokens touched as many nodes as the index says.
    #[must_use]
    pub fn by_nodes(&self) -> &[usize] {
        &self.by_nodes[0]
    }

    /// The same without the group limit.
    #[must_use]
    pub fn by_nodes_without_groups(&self) -> &[usize] {
        &self.by_nodes[1]
    }

    /// Mean of [`super::Routed::nodes_touched`]; NaN before the first token.
    #[must_use]
    pub fn nodes_touched(&self) -> f64 {
        mean(&self.by_nodes[0])
    }

    /// The same without the group limit.
    #[must_use]
    pub fn nodes_touched_without_groups(&self) -> f64 {
        mean(&self.by_nodes[1])
    }

    /// Mean of [`super::Routed::affinity_kept`] over the tokens for which it is defined; NaN where there is none.
    #[must_use]
    pub fn affinity_kept(&self) -> f64 {
        self.kept / self.kept_tokens as f64
    }

    /// Tokens that chose each expert.
    #[must_use]
    pub fn load(&self) -> &[usize] {
        &self.load[0]
    }

    /// The same without the group limit.
    #[must_use]
    pub fn load_without_groups(&self) -> &[usize] {
        &self.load[usize::from(self.gate().limits_groups())]
    }

    /// What each expert would have if all had the same.
    #[must_use]
    pub fn mean_load(&self) -> f64 {
        let gate = self.gate();
        (self.tokens * gate.top_k) as f64 / gate.experts as f64
    }

    /// `MaxVio`, how far the busiest expert is above the mean, as a share of the mean; NaN before the first token.
    ///
    /// Source: Wang et al., "Auxiliary-loss-free load balancing" (arXiv 2408.15664), section 4.1.
    #[must_use]
    pub fn max_violation(&self) -> f64 {
        self.violation(self.load())
    }

    /// The same without the group limit.
    #[must_use]
    pub fn max_violation_without_groups(&self) -> f64 {
        self.violation(self.load_without_groups())
    }

    fn violation(&self, load: &[usize]) -> f64 {
        let most = load.iter().copied().max().unwrap_or_default() as f64;
        (most - self.mean_load()) / self.mean_load()
    }
}

/// Counts a token of an expert that has a place.
fn count(load: &mut [usize], expert: u32) {
    if let Some(load) = load.get_mut(expert as usize) {
        *load += 1;
    }
}

fn mean(counts: &[usize]) -> f64 {
    let tokens: usize = counts.iter().sum();
    let sum: usize = counts.iter().enumerate().map(|(value, count)| value * count).sum();
    sum as f64 / tokens as f64
}

/// `tokens` tokens with independent standard normal logits through a gate without bias.
///
/// # Errors
/// If [`Gate::check`] refuses.
pub fn aggregate(gate: &Gate, tokens: usize, seed: u64) -> Result<Aggregate, GateError> {
    let mut sums = Aggregate::new(gate, &[])?;
    let mut rng = SplitMix64::new(seed);
    let mut logits = vec![0.0; gate.experts];
    for _ in 0..tokens {
        logits.iter_mut().for_each(|logit| *logit = rng.normal() as f32);
        sums.add(&logits)?;
    }
    Ok(sums)
}

/// How many of the gate's nodes `top_k` experts lie on by chance: each node is missed with the probability that all come
/// from the others, C(N − n, K) / C(N, K).
#[must_use]
pub fn nodes_by_chance(gate: &Gate) -> f64 {
    let (experts, nodes) = (gate.experts as f64, gate.nodes as f64);
    let others = experts - experts / nodes;
    let missed = (0..gate.top_k).fold(1.0, |missed, at| missed * (others - at as f64).max(0.0) / (experts - at as f64));
    nodes * (1.0 - missed)
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, SyntheticGate};
    use super::*;

    #[test]
    fn v3_touches_four_nodes_instead_of_five_and_keeps_nearly_all_affinity() {
        let gate = Kind::DeepseekV3.gate();
        let seen = aggregate(&gate, 5_000, 1).unwrap();
        let chance = nodes_by_chance(&gate);
        assert!((chance - 5.295).abs() < 0.0005, "{chance}");
        assert!((seen.nodes_touched_without_groups() - chance).abs() < 0.05, "{}", seen.nodes_touched_without_groups());
        assert!((seen.nodes_touched() - 3.96).abs() < 0.02, "{}", seen.nodes_touched());
        assert!((seen.affinity_kept() - 0.994).abs() < 0.0005, "{}", seen.affinity_kept());
        assert_eq!(seen.load().iter().sum::<usize>(), 8 * 5_000);
        assert_eq!(seen.by_nodes().iter().sum::<usize>(), 5_000);
        assert_eq!(seen.mean_load(), 156.25);
    }

    /// Sums are those of the reference path, token by token, for every kind.
    #[test]
    fn sums_are_those_of_single_tokens() {
        for kind in Kind::ALL {
            let gate = kind.gate();
            let made = SyntheticGate::new(&gate, 3).unwrap();
            let (crowd, mut logits) = (made.crowd(), vec![0.0; gate.experts]);
            let mut sums = Aggregate::new(&gate, made.bias()).unwrap();
            assert!(sums.nodes_touched().is_nan() && sums.affinity_kept().is_nan() && sums.max_violation().is_nan());
            let (mut nodes, mut free, mut kept) = (0, 0, 0.0);
            let (mut load, mut free_load) = (vec![0; gate.experts], vec![0; gate.experts]);
            for number in 0..100 {
                crowd.logits(number, &mut logits);
                sums.add(&logits).unwrap();
                let routed = gate.route(&logits, made.bias()).unwrap();
                nodes += routed.nodes_touched;
                let unlimited = gate.without_groups().route(&logits, made.bias()).unwrap();
                free += unlimited.nodes_touched;
                unlimited.selected.iter().for_each(|&expert| free_load[expert] += 1);
                kept += f64::from(routed.affinity_kept);
                routed.selected.iter().for_each(|&expert| load[expert] += 1);
            }
            assert_eq!(sums.nodes_touched(), nodes as f64 / 100.0, "{kind:?}");
            assert_eq!(sums.nodes_touched_without_groups(), free as f64 / 100.0, "{kind:?}");
            assert_eq!((sums.affinity_kept(), sums.load()), (kept / 100.0, load.as_slice()), "{kind:?}");
            assert_eq!(sums.load_without_groups(), free_load, "{kind:?}");
            let most = *free_load.iter().max().unwrap() as f64;
            assert_eq!(sums.max_violation_without_groups(), (most - sums.mean_load()) / sums.mean_load(), "{kind:?}");
        }
    }
}
