//! The published gates at their real sizes.

use super::gate::{BiasUse, Bug, Gate, GroupScore, Scoring};

/// A published gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// DeepSeek-V3 and R1: sigmoid, selection bias, 4 of 8 groups by the sum of their top 2 (arXiv 2412.19437, 4.2);
    /// weights × 2.5 (route_scale in inference/configs/config_671B.json of its repository).
    DeepseekV3,
    /// Kimi-K2: V3's gate with 384 experts and no group limit (its config.json).
    KimiK2,
    /// GLM-4.5: V3's gate with 160 experts and no group limit (its config.json).
    Glm45,
    /// DeepSeek-V2: softmax, 3 of 8 groups by their maximum, not renormalised (arXiv 2405.04434, 3.1.2); weights × 16
    /// (route_scale in inference/configs/config_236B.json of V3's repository).
    DeepseekV2,
    /// DeepSeekMoE-16B: softmax, top 6 of 64, not renormalised (arXiv 2401.06066, 5.1.2).
    DeepseekMoe,
    /// Mixtral 8x7B and 8x22B: softmax over the top 2 of 8 (arXiv 2401.04088, 2.1).
    Mixtral,
    /// Qwen3-235B-A22B and 30B-A3B: softmax, top 8 of 128, renormalised (arXiv 2505.09388).
    Qwen3Moe,
    /// gpt-oss-120b: top 4 of 128 by biased logit, softmax over those four (arXiv 2508.10925).
    GptOss,
    /// Llama 4 Maverick (Scout has 16 experts): the top logit's sigmoid multiplies the expert's *input*.
    Llama4,
    /// Switch-Base with 128 experts (arXiv 2101.03961, section 2): softmax, top 1, tokens beyond an expert's room dropped.
    Switch,
}

impl Kind {
    /// All, in the order of the `kind` field.
    pub const ALL: [Self; 10] = [
        Self::DeepseekV3,
        Self::KimiK2,
        Self::Glm45,
        Self::DeepseekV2,
        Self::DeepseekMoe,
        Self::Mixtral,
        Self::Qwen3Moe,
        Self::GptOss,
        Self::Llama4,
        Self::Switch,
    ];

    /// The public name in attributes and links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::DeepseekV3 => "deepseek-v3",
            Self::KimiK2 => "kimi-k2",
            Self::Glm45 => "glm-4.5",
            Self::DeepseekV2 => "deepseek-v2",
            Self::DeepseekMoe => "deepseek-moe",
            Self::Mixtral => "mixtral",
            Self::Qwen3Moe => "qwen3-moe",
            Self::GptOss => "gpt-oss",
            Self::Llama4 => "llama-4",
            Self::Switch => "switch",
        }
    }

    /// The model whose sizes [`Kind::gate`] has.
    #[must_use]
    pub const fn model(self) -> &'static str {
        match self {
            Self::DeepseekV3 => "DeepSeek-V3",
            Self::KimiK2 => "Kimi-K2",
            Self::Glm45 => "GLM-4.5",
            Self::DeepseekV2 => "DeepSeek-V2",
            Self::DeepseekMoe => "DeepSeekMoE-16B",
            Self::Mixtral => "Mixtral-8x7B",
            Self::Qwen3Moe => "Qwen3-235B-A22B",
            Self::GptOss => "gpt-oss-120b",
            Self::Llama4 => "Llama-4-Maverick",
            Self::Switch => "Switch-Base-128",
        }
    }

    /// Whether its groups are devices, as DeepSeek-V2's (arXiv 2405.04434, 2.2.2), and not nodes.
    #[must_use]
    pub const fn on_devices(self) -> bool {
        matches!(self, Self::DeepseekV2)
    }

    /// The gate as published.
    #[must_use]
    pub const fn gate(self) -> Gate {
        let softmax = Gate {
            experts: 128,
            n_group: 1,
            topk_group: 1,
            top_k: 8,
            nodes: 1,
            routed_scaling_factor: 1.0,
            scoring: Scoring::Softmax,
            group_score: GroupScore::Max,
            norm_topk_prob: false,
            bias: BiasUse::None,
            bug: Bug::None,
        };
        let renormalised = Gate { norm_topk_prob: true, ..softmax };
        let sigmoid = Gate {
            experts: 256,
            routed_scaling_factor: 2.5,
            scoring: Scoring::Sigmoid,
            group_score: GroupScore::Top2Sum,
            bias: BiasUse::Selection,
            ..renormalised
        };
        match self {
            Self::DeepseekV3 => Gate { n_group: 8, topk_group: 4, nodes: 8, ..sigmoid },
            Self::KimiK2 => Gate { experts: 384, routed_scaling_factor: 2.827, ..sigmoid },
            Self::Glm45 => Gate { experts: 160, ..sigmoid },
            Self::DeepseekV2 => {
                let limited = Gate { n_group: 8, topk_group: 3, nodes: 8, ..softmax };
                Gate { experts: 160, top_k: 6, routed_scaling_factor: 16.0, ..limited }
            }
            Self::DeepseekMoe => Gate { experts: 64, top_k: 6, ..softmax },
            Self::Mixtral => Gate { experts: 8, top_k: 2, ..renormalised },
            Self::Qwen3Moe => renormalised,
            Self::GptOss => Gate { top_k: 4, scoring: Scoring::SoftmaxOfSelected, bias: BiasUse::Logits, ..softmax },
            Self::Llama4 => Gate { top_k: 1, scoring: Scoring::SigmoidOfSelected, ..softmax },
            Self::Switch => Gate { top_k: 1, ..softmax },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_published_gate_is_sound_and_named_once() {
        for (i, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!(kind.gate().check(), Ok(()), "{kind:?}");
            assert!(Kind::ALL[..i].iter().all(|other| other.id() != kind.id()));
        }
    }
}
