//! One token through a gate, stage by stage.

use frugal_kernels::{exp, sigmoid};

use super::gate::{BiasUse, Bug, Gate, GateError, GroupScore, Scoring};
use super::select::{by_score, top_k};

/// Keeps the denominator from zero where every affinity underflows; transformers' DeepSeek-V3 router adds the same.
pub(super) const DENOMINATOR_FLOOR: f32 = 1e-20;

/// One token's way through a gate. Lists are one entry an expert, unless they say otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Routed {
    /// The logits, with the bias where the gate adds it to them.
    pub logits: Vec<f32>,
    /// The affinities. Where a gate scores only what it selected, these are the logits.
    pub affinity: Vec<f32>,
    /// What the selection compares: the affinities plus the bias where the gate has one for the selection.
    pub biased: Vec<f32>,
    /// One score a group; empty where the gate has one group.
    pub group_scores: Vec<f32>,
    /// The kept groups, ascending; every group where there is no limit.
    pub groups_kept: Vec<usize>,
    /// Whether the expert's group is kept.
    pub candidates: Vec<bool>,
    /// The `top_k` chosen experts, by weight, larger first; ties by index, lower first.
    pub selected: Vec<usize>,
    /// The weights, parallel to `selected`.
    pub weights: Vec<f32>,
    /// How many of [`Gate::nodes`] hold a chosen expert.
    pub nodes_touched: usize,
    /// The sum of the chosen biased scores over that of the best `top_k` of all experts. 1 where both are the same
    /// experts; NaN where the best sum is not positive, for then the fraction means nothing.
    pub affinity_kept: f32,
}

impl Gate {
    /// Routes one token.
    ///
    /// `logits`: one an expert. `bias`: one an expert, or empty for zeros; ignored by gates that have none.
    /// A NaN ranks below every number, so that its expert is chosen only when nothing else is left.
    ///
    /// Sources: DeepSeek-V3 report (arXiv 2412.19437) eqs. 12–16 and its published `Gate`; DeepSeek-V2 report (arXiv
    /// 2405.04434) section 2.2; the weights of gates that score what they selected as in [`Scoring`].
    ///
    /// # Errors
    /// If [`Gate::check_input`] refuses.
    pub fn route(&self, logits: &[f32], bias: &[f32]) -> Result<Routed, GateError> {
        self.check_input(logits, bias)?;
        let plus_bias = |values: &[f32], used: bool| -> Vec<f32> {
            if used && !bias.is_empty() {
                values.iter().zip(bias).map(|(value, bias)| value + bias).collect()
            } else {
                values.to_vec()
            }
        };
        let logits = plus_bias(logits, self.bias == BiasUse::Logits);
        let affinity = self.affinity(&logits);
        let biased = plus_bias(&affinity, self.bias == BiasUse::Selection);
        let group_scores = self.group_scores(&biased);
        let groups_kept = self.groups_kept(&group_scores);
        let candidates = self.candidates(&groups_kept);
        let chosen = self.choose(&biased, &candidates);
        let weighted = by_score(&self.weights(&chosen, &logits, &affinity, &biased));
        let (selected, weights): (Vec<usize>, Vec<f32>) = weighted.into_iter().unzip();
        Ok(Routed {
            nodes_touched: self.nodes_touched(&selected),
            affinity_kept: affinity_kept(&selected, &biased),
            logits,
            affinity,
            biased,
            group_scores,
            groups_kept,
            candidates,
            selected,
            weights,
        })
    }

    fn affinity(&self, logits: &[f32]) -> Vec<f32> {
        match self.scoring {
            Scoring::Sigmoid => logits.iter().map(|&logit| sigmoid(logit)).collect(),
            Scoring::Softmax => softmax(logits),
            Scoring::SoftmaxOfSelected | Scoring::SigmoidOfSelected => logits.to_vec(),
        }
    }

    fn group_scores(&self, biased: &[f32]) -> Vec<f32> {
        if self.n_group == 1 {
            return Vec::new();
        }
        let score = |group: &[f32]| {
            let best = top_k(0..group.len(), 2, |i| group[i]);
            match (self.group_score, self.bug) {
                (GroupScore::Top2Sum, Bug::None | Bug::MaskZero | Bug::BiasInWeights) => {
                    best.iter().map(|&i| group[i]).sum()
                }
                (GroupScore::Max, _) | (GroupScore::Top2Sum, Bug::GroupMax) => group[best[0]],
            }
        };
        biased.chunks_exact(self.experts / self.n_group).map(score).collect()
    }

    fn groups_kept(&self, group_scores: &[f32]) -> Vec<usize> {
        if group_scores.is_empty() {
            return vec![0];
        }
        let kept = top_k(0..self.n_group, self.topk_group, |group| group_scores[group]);
        (0..self.n_group).filter(|group| kept.contains(group)).collect()
    }

    fn candidates(&self, groups_kept: &[usize]) -> Vec<bool> {
        let per_group = self.experts / self.n_group;
        (0..self.experts).map(|expert| groups_kept.contains(&(expert / per_group))).collect()
    }

    /// The `top_k` experts in the order of choice.
    fn choose(&self, biased: &[f32], candidates: &[bool]) -> Vec<usize> {
        if self.bug == Bug::MaskZero {
            top_k(0..self.experts, self.top_k, |expert| if candidates[expert] { biased[expert] } else { 0.0 })
        } else {
            top_k((0..self.experts).filter(|&expert| candidates[expert]), self.top_k, |expert| biased[expert])
        }
    }

    /// The chosen experts with their weights, in the order of choice.
    fn weights(&self, chosen: &[usize], logits: &[f32], affinity: &[f32], biased: &[f32]) -> Vec<(usize, f32)> {
        let scored = if self.bug == Bug::BiasInWeights { biased } else { affinity };
        let mut weights: Vec<f32> = match self.scoring {
            Scoring::Sigmoid | Scoring::Softmax => chosen.iter().map(|&expert| scored[expert]).collect(),
            Scoring::SoftmaxOfSelected => softmax(&chosen.iter().map(|&expert| logits[expert]).collect::<Vec<_>>()),
            Scoring::SigmoidOfSelected => chosen.iter().map(|&expert| sigmoid(logits[expert])).collect(),
        };
        if self.norm_topk_prob {
            let sum = weights.iter().sum::<f32>() + DENOMINATOR_FLOOR;
            weights.iter_mut().for_each(|weight| *weight /= sum);
        }
        chosen.iter().zip(weights).map(|(&expert, weight)| (expert, weight * self.routed_scaling_factor)).collect()
    }

    fn nodes_touched(&self, selected: &[usize]) -> usize {
        let node = |&expert: &usize| self.node_of(expert);
        let new = |(at, expert): &(usize, &usize)| !selected[..*at].iter().any(|other| node(other) == node(expert));
        selected.iter().enumerate().filter(new).count()
    }
}

fn affinity_kept(selected: &[usize], biased: &[f32]) -> f32 {
    let selected = top_k(selected.iter().copied(), selected.len(), |expert| biased[expert]);
    let best = top_k(0..biased.len(), selected.len(), |expert| biased[expert]);
    if selected == best {
        return 1.0;
    }
    let sum = |experts: &[usize]| experts.iter().map(|&expert| biased[expert]).sum::<f32>();
    let total = sum(&best);
    if total > 0.0 { sum(&selected) / total } else { f32::NAN }
}

/// Softmax with the largest logit subtracted first; sums run in index order.
fn softmax(logits: &[f32]) -> Vec<f32> {
    let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let exps: Vec<f32> = logits.iter().map(|&logit| exp(logit - largest)).collect();
    let sum: f32 = exps.iter().sum();
    exps.iter().map(|&exp| exp / sum).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::*;

    /// Four groups of two experts, of which two are kept; two experts a token.
    fn small() -> Gate {
        Gate { experts: 8, n_group: 4, topk_group: 2, top_k: 2, nodes: 4, ..Kind::DeepseekV3.gate() }
    }

    #[test]
    fn every_stage_is_kept() {
        let logits = [0.0, 0.0, 4.0, -9.0, 1.0, 1.0, -9.0, -9.0];
        let bias = [0.0, 0.0, 0.0, 0.0, 0.5, 0.0, 0.0, 0.0];
        let routed = small().route(&logits, &bias).unwrap();
        assert_eq!(routed.affinity[0], 0.5);
        assert_eq!(routed.biased[4], routed.affinity[4] + 0.5);
        assert_eq!(routed.group_scores[0], 1.0);
        assert_eq!(routed.groups_kept, [0, 2]);
        assert_eq!(routed.candidates, [true, true, false, false, true, true, false, false]);
        // Chosen 4 before 5 by bias; by weight they tie.
        assert_eq!(routed.selected, [4, 5]);
        assert_eq!(routed.weights, [1.25, 1.25]);
        assert_eq!(routed.nodes_touched, 1);
        let best = routed.biased[4] + routed.biased[2];
        assert_eq!(routed.affinity_kept, (routed.biased[4] + routed.biased[5]) / best);
    }

    #[test]
    fn group_max_keeps_the_group_with_one_star() {
        let logits = [0.0, 0.0, 4.0, -9.0, 1.0, 1.0, -9.0, -9.0];
        let bug = Gate { bug: Bug::GroupMax, ..small() }.route(&logits, &[]).unwrap();
        assert_eq!((bug.groups_kept, bug.selected), (vec![1, 2], vec![2, 4]));
        assert_eq!(small().route(&logits, &[]).unwrap().selected, [4, 5]);
    }

    #[test]
    fn biased_weights_change_only_the_weights() {
        let logits = [0.0; 8];
        let bias = [0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
        let right = small().route(&logits, &bias).unwrap();
        let bug = Gate { bug: Bug::BiasInWeights, ..small() }.route(&logits, &bias).unwrap();
        assert_eq!((&right.selected, &right.weights), (&bug.selected, &vec![1.25, 1.25]));
        assert_eq!(bug.weights, [2.5 * (1.0 / 1.5), 2.5 * (0.5 / 1.5)]);
    }

    #[test]
    fn extremes() {
        // All affinities underflow: weights of 0, as in transformers, not NaN.
        assert_eq!(small().route(&[-200.0; 8], &[]).unwrap().weights, [0.0, 0.0]);
        // A NaN is chosen last.
        let nan = f32::NAN;
        let logits = [nan, -9.0, nan, nan, nan, nan, nan, -9.5];
        assert_eq!(small().without_groups().route(&logits, &[]).unwrap().selected, [1, 7]);
        // Where the best biased sum is not positive, what is kept of it means nothing.
        let logits = [0.0, 0.0, 4.0, -9.0, 1.0, 1.0, -9.0, -9.0];
        assert!(small().route(&logits, &[-2.0; 8]).unwrap().affinity_kept.is_nan());
    }
}
