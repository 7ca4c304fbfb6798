//! A gate's configuration, and why one can be refused.

/// More experts than this are refused: the largest published gate has 384.
pub const MAX_EXPERTS: usize = 4096;

/// How logits become the affinities that are compared and weighted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scoring {
    /// `1 / (1 + exp(-logit))`, each expert on its own (DeepSeek-V3, eq. 15).
    Sigmoid,
    /// Softmax over all experts (DeepSeek-V2, eq. 22; Mixtral; Switch).
    Softmax,
    /// Selection by logit, then softmax over the selected logits (gpt-oss).
    SoftmaxOfSelected,
    /// Selection by logit, then the sigmoid of each selected logit (Llama 4).
    SigmoidOfSelected,
}

impl Scoring {
    /// Whether the scores exist before the selection; if not, logits are compared and only the selected are scored.
    #[must_use]
    pub const fn before_selection(self) -> bool {
        matches!(self, Self::Sigmoid | Self::Softmax)
    }
}

/// What ranks the groups of experts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupScore {
    /// The largest score in the group (DeepSeek-V2, section 2.2.2).
    Max,
    /// The sum of the two largest biased scores in the group (DeepSeek-V3's published `Gate`).
    Top2Sum,
}

/// Where a per-expert bias enters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BiasUse {
    /// The gate has none; one that is passed is ignored.
    None,
    /// Added to the affinities for the selection alone, never to the weights (DeepSeek-V3, eq. 16).
    Selection,
    /// Added to the logits, so that it moves selection and weights (the bias of gpt-oss's router).
    Logits,
}

/// Mistakes that shipped in production code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bug {
    /// As published.
    #[default]
    None,
    /// Excluded groups are masked with 0.0 instead of −∞, so that they win where all biased scores are negative
    /// (transformers up to 4.53; vLLM before pull request 13474).
    MaskZero,
    /// Weights are taken from the biased scores (vLLM before pull request 12002).
    BiasInWeights,
    /// Groups are ranked by their largest score instead of the sum of the top two (vLLM before pull request 13474).
    GroupMax,
}

/// A gate: from one logit per expert to `top_k` experts and their weights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gate {
    /// Routed experts.
    pub experts: usize,
    /// Groups of equally many consecutive experts; 1 where the gate has no groups.
    pub n_group: usize,
    /// Groups that a token may use.
    pub topk_group: usize,
    /// Experts that a token uses.
    pub top_k: usize,
    /// Blocks of consecutive experts in which [`super::Routed::nodes_touched`] counts. It outlives
    /// [`Gate::without_groups`], so that both can be compared; it never changes the routing.
    pub nodes: usize,
    /// Factor on the weights.
    pub routed_scaling_factor: f32,
    /// Logits to affinities.
    pub scoring: Scoring,
    /// What ranks the groups.
    pub group_score: GroupScore,
    /// Whether the selected affinities are divided by their sum.
    pub norm_topk_prob: bool,
    /// Where the bias enters.
    pub bias: BiasUse,
    /// A production bug to reproduce.
    pub bug: Bug,
}

/// Why a gate or its input is refused; the fields are the numbers at fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields bear the names of the gate's own")]
pub enum GateError {
    /// There is no expert to choose from.
    NoExperts,
    /// More experts than [`MAX_EXPERTS`].
    TooManyExperts { experts: usize },
    /// `top_k` is 0.
    TopKZero,
    /// More experts asked for than there are.
    TopKAboveExperts { top_k: usize, experts: usize },
    /// `n_group` is 0, or the experts cannot be split into that many equal groups.
    GroupsDoNotDivide { experts: usize, n_group: usize },
    /// `topk_group` is 0 or more than there are groups.
    TopkGroupOutOfRange { topk_group: usize, n_group: usize },
    /// The kept groups together hold fewer experts than `top_k`.
    KeptGroupsTooSmall { candidates: usize, top_k: usize },
    /// `nodes` is 0.
    NoNodes,
    /// Not one logit per expert.
    LogitsLength { logits: usize, experts: usize },
    /// Neither empty nor one bias per expert.
    BiasLength { bias: usize, experts: usize },
}

impl Gate {
    /// The same gate choosing among all experts at once.
    #[must_use]
    pub const fn without_groups(self) -> Self {
        Self { n_group: 1, topk_group: 1, ..self }
    }

    /// Whether the group limit can exclude an expert.
    #[must_use]
    pub const fn limits_groups(&self) -> bool {
        self.topk_group < self.n_group
    }

    /// The block (of [`Gate::nodes`]) that holds `expert`; the last may be shorter where they do not divide evenly.
    #[must_use]
    pub const fn node_of(&self, expert: usize) -> usize {
        match self.experts.div_ceil(if self.nodes == 0 { 1 } else { self.nodes }) {
            0 => 0,
            per_node => expert / per_node,
        }
    }

    /// Whether the gate can route at all.
    ///
    /// # Errors
    /// The first reason why it cannot.
    pub const fn check(&self) -> Result<(), GateError> {
        let Self { experts, n_group, topk_group, top_k, .. } = *self;
        if experts == 0 {
            Err(GateError::NoExperts)
        } else if experts > MAX_EXPERTS {
            Err(GateError::TooManyExperts { experts })
        } else if top_k == 0 {
            Err(GateError::TopKZero)
        } else if top_k > experts {
            Err(GateError::TopKAboveExperts { top_k, experts })
        } else if n_group == 0 || !experts.is_multiple_of(n_group) {
            Err(GateError::GroupsDoNotDivide { experts, n_group })
        } else if topk_group == 0 || topk_group > n_group {
            Err(GateError::TopkGroupOutOfRange { topk_group, n_group })
        } else if experts / n_group * topk_group < top_k {
            Err(GateError::KeptGroupsTooSmall { candidates: experts / n_group * topk_group, top_k })
        } else if self.nodes == 0 {
            Err(GateError::NoNodes)
        } else {
            Ok(())
        }
    }

    /// [`Gate::check`], and one logit per expert, and no bias or one per expert.
    ///
    /// # Errors
    /// The first reason why not.
    pub const fn check_input(&self, logits: &[f32], bias: &[f32]) -> Result<(), GateError> {
        if let Err(error) = self.check() {
            return Err(error);
        }
        let experts = self.experts;
        if logits.len() != experts {
            Err(GateError::LogitsLength { logits: logits.len(), experts })
        } else if !bias.is_empty() && bias.len() != experts {
            Err(GateError::BiasLength { bias: bias.len(), experts })
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::*;

    #[test]
    fn refuses_with_the_reason() {
        let v3 = Kind::DeepseekV3.gate();
        assert_eq!(v3.check(), Ok(()));
        let refused = |gate: Gate| gate.check().unwrap_err();
        assert_eq!(refused(Gate { experts: 0, ..v3 }), GateError::NoExperts);
        assert_eq!(refused(Gate { experts: 8192, ..v3 }), GateError::TooManyExperts { experts: 8192 });
        assert_eq!(refused(Gate { top_k: 0, ..v3 }), GateError::TopKZero);
        assert_eq!(refused(Gate { top_k: 257, ..v3 }), GateError::TopKAboveExperts { top_k: 257, experts: 256 });
        assert_eq!(refused(Gate { experts: 100, ..v3 }), GateError::GroupsDoNotDivide { experts: 100, n_group: 8 });
        assert_eq!(refused(Gate { n_group: 0, ..v3 }), GateError::GroupsDoNotDivide { experts: 256, n_group: 0 });
        assert_eq!(refused(Gate { topk_group: 9, ..v3 }), GateError::TopkGroupOutOfRange { topk_group: 9, n_group: 8 });
        assert_eq!(refused(Gate { topk_group: 0, ..v3 }), GateError::TopkGroupOutOfRange { topk_group: 0, n_group: 8 });
        assert_eq!(refused(Gate { top_k: 129, ..v3 }), GateError::KeptGroupsTooSmall { candidates: 128, top_k: 129 });
        assert_eq!(refused(Gate { nodes: 0, ..v3 }), GateError::NoNodes);
        assert_eq!(Gate { top_k: 129, ..v3 }.without_groups().check(), Ok(()));
        assert_eq!(v3.check_input(&[0.0], &[]).unwrap_err(), GateError::LogitsLength { logits: 1, experts: 256 });
        assert_eq!(v3.check_input(&[0.0; 256], &[0.0]).unwrap_err(), GateError::BiasLength { bias: 1, experts: 256 });
    }

    #[test]
    fn nodes_are_blocks_of_consecutive_experts() {
        let v3 = Kind::DeepseekV3.gate();
        assert_eq!([0, 31, 32, 255].map(|e| v3.node_of(e)), [0, 0, 1, 7]);
        let uneven = Gate { experts: 10, ..v3.without_groups() };
        assert_eq!([0, 1, 2, 9].map(|e| uneven.node_of(e)), [0, 0, 1, 4]);
    }
}
