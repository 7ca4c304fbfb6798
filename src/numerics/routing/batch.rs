//! Many tokens through one gate, without allocation for each.

use frugal_kernels as kernels;

use super::gate::{BiasUse, Bug, Gate, GateError, GroupScore, Scoring};
use super::route::{DENOMINATOR_FLOOR, Routed};

/// A gate with room for one token. Experts, weights and ties are those of [`Gate::route`], bit for bit; the inner loops
/// are those of `frugal-kernels`. A token with a score that is not finite takes the way of [`Gate::route`] itself.
#[derive(Clone, Debug)]
pub struct Batch {
    gate: Gate,
    bias: Vec<f32>,
    kernel: kernels::Gate,
    chosen: Vec<(u32, f32)>,
    /// What the last token would have chosen without the group limit.
    free: Vec<u32>,
    /// The last token, if it took the other way.
    slow: Option<(Routed, Vec<f32>)>,
}

/// How one token spreads over nodes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// [`Routed::nodes_touched`].
    pub nodes: usize,
    /// The same without the group limit.
    pub free_nodes: usize,
    /// [`Routed::affinity_kept`].
    pub kept: f32,
}

const fn rule(gate: &Gate) -> kernels::Rule {
    kernels::Rule {
        experts: gate.experts,
        n_group: gate.n_group,
        topk_group: gate.topk_group,
        top_k: gate.top_k,
        scoring: match gate.scoring {
            Scoring::Sigmoid => kernels::Scoring::Sigmoid,
            Scoring::Softmax => kernels::Scoring::Softmax,
            Scoring::SoftmaxOfSelected => kernels::Scoring::SoftmaxOfSelected,
            Scoring::SigmoidOfSelected => kernels::Scoring::SigmoidOfSelected,
        },
        two_largest: matches!(gate.group_score, GroupScore::Top2Sum) && !matches!(gate.bug, Bug::GroupMax),
        mask_zero: matches!(gate.bug, Bug::MaskZero),
        bias_on_logits: matches!(gate.bias, BiasUse::Logits),
        bias_in_weights: matches!(gate.bug, Bug::BiasInWeights),
        norm_floor: if gate.norm_topk_prob { Some(DENOMINATOR_FLOOR) } else { None },
        scale: gate.routed_scaling_factor,
    }
}

impl Batch {
    /// `bias`: one an expert, or empty; ignored by gates that have none.
    ///
    /// # Errors
    /// If [`Gate::check`] refuses, or the bias has another length.
    pub fn new(gate: &Gate, bias: &[f32]) -> Result<Self, GateError> {
        gate.check()?;
        if !bias.is_empty() && bias.len() != gate.experts {
            return Err(GateError::BiasLength { bias: bias.len(), experts: gate.experts });
        }
        let bias = if gate.bias == BiasUse::None { &[] } else { bias };
        let kernel = kernels::Gate::new(rule(gate), bias);
        let (chosen, free) = (Vec::with_capacity(gate.top_k), Vec::with_capacity(gate.top_k));
        Ok(Self { gate: *gate, bias: bias.to_vec(), kernel, chosen, free, slow: None })
    }

    /// The gate.
    #[must_use]
    pub const fn gate(&self) -> &Gate {
        &self.gate
    }

    /// Routes one token, one logit an expert: the chosen experts and their weights, by weight, larger first.
    ///
    /// # Errors
    /// [`GateError::LogitsLength`].
    pub fn token(&mut self, logits: &[f32]) -> Result<&[(u32, f32)], GateError> {
        if logits.len() != self.gate.experts {
            return Err(GateError::LogitsLength { logits: logits.len(), experts: self.gate.experts });
        }
        self.chosen.clear();
        if let Some(chosen) = self.kernel.route(logits) {
            self.chosen.extend_from_slice(chosen);
            self.slow = None;
        } else {
            let routed = self.gate.route(logits, &self.bias)?;
            let pairs = routed.selected.iter().zip(&routed.weights);
            self.chosen.extend(pairs.map(|(expert, weight)| (*expert as u32, *weight)));
            self.slow = Some((routed, logits.to_vec()));
        }
        Ok(&self.chosen)
    }

    /// Routes as many tokens as all three hold: `logits` tokens × experts, `selected` and `weights` tokens × `top_k`.
    ///
    /// # Errors
    /// None after [`Batch::new`] accepted the gate; passed on from [`Batch::token`].
    pub fn tokens(&mut self, logits: &[f32], selected: &mut [u32], weights: &mut [f32]) -> Result<(), GateError> {
        let (experts, top_k) = (self.gate.experts, self.gate.top_k);
        let out = selected.chunks_exact_mut(top_k).zip(weights.chunks_exact_mut(top_k));
        for (token, (selected, weights)) in logits.chunks_exact(experts).zip(out) {
            let chosen = self.token(token)?;
            for ((expert, weight), (to_expert, to_weight)) in chosen.iter().zip(selected.iter_mut().zip(weights)) {
                (*to_expert, *to_weight) = (*expert, *weight);
            }
        }
        Ok(())
    }

    /// How the last token spread, and how it would have without the group limit.
    ///
    /// # Errors
    /// None after [`Batch::token`]; passed on from [`Gate::route`].
    pub fn spread(&mut self) -> Result<Spread, GateError> {
        let gate = self.gate;
        if let Some((routed, logits)) = &self.slow {
            let free = gate.without_groups().route(logits, &self.bias)?;
            self.free.clear();
            self.free.extend(free.selected.iter().map(|expert| *expert as u32));
            let (nodes, kept) = (routed.nodes_touched, routed.affinity_kept);
            return Ok(Spread { nodes, free_nodes: free.nodes_touched, kept });
        }
        let nodes = nodes(&gate, self.chosen.iter().map(|(expert, _)| *expert));
        let (free, kept) = self.kernel.without_groups();
        self.free.clear();
        self.free.extend_from_slice(free);
        Ok(Spread { nodes, free_nodes: self::nodes(&gate, free.iter().copied()), kept })
    }

    /// The experts that the token of the last [`Batch::spread`] would have chosen without the group limit, in no order.
    #[must_use]
    pub fn free(&self) -> &[u32] {
        &self.free
    }
}

/// How many of the gate's nodes hold one of `experts`.
fn nodes(gate: &Gate, experts: impl Iterator<Item = u32> + Clone) -> usize {
    let node = |expert: u32| gate.node_of(expert as usize);
    let new = |(at, expert): &(usize, u32)| !experts.clone().take(*at).any(|other| node(other) == node(*expert));
    experts.clone().enumerate().filter(new).count()
}
