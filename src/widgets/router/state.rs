//! What a link carries.

use crate::numerics::routing::{Bug, Gate, Kind, MAX_TOKENS};
use crate::state::{Between, Length, choice, table};

use super::biases::Biases;

/// Most characters of the reader's own words.
pub const MAX_TEXT: usize = 400;
/// Most experts of a "what if": as many as the largest gate here has (Kimi K2), so that a drag stays smooth.
pub const MAX_EXPERTS: u32 = 384;
/// Most chosen experts of a "what if".
pub const MAX_TOP_K: u32 = 64;

/// Most tokens of the view of many.
pub const MAX_MANY: u32 = 16_384;

/// A step of the way through a gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
pub enum Stage {
    /// One number an expert.
    Logits,
    /// Made comparable.
    Affinity,
    /// Corrected for the choice.
    Bias,
    /// One score a group.
    Groups,
    /// The best groups.
    Keep,
    /// The best experts in them.
    TopK,
    /// What each counts.
    Weights,
    /// Their weighted sum.
    Output,
}
choice!(Stage {
    Logits = "logits",
    Affinity = "affinity",
    Bias = "bias",
    Groups = "groups",
    Keep = "keep",
    TopK = "top-k",
    Weights = "weights",
    Output = "output",
});

impl Stage {
    /// Whether a gate has this step.
    #[must_use]
    pub const fn is_in(self, gate: &Gate) -> bool {
        match self {
            Self::Affinity => gate.scoring.before_selection(),
            Self::Bias => !matches!(gate.bias, crate::numerics::routing::BiasUse::None),
            Self::Groups | Self::Keep => gate.limits_groups(),
            Self::Logits | Self::TopK | Self::Weights | Self::Output => true,
        }
    }
}

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// One token, step by step.
    Token,
    /// Many tokens at once.
    Many,
}
choice!(Sight { Token = "token", Many = "many" });

choice!(Kind {
    DeepseekV3 = "deepseek-v3",
    KimiK2 = "kimi-k2",
    Glm45 = "glm-4.5",
    DeepseekV2 = "deepseek-v2",
    DeepseekMoe = "deepseek-moe",
    Mixtral = "mixtral",
    Qwen3Moe = "qwen3-moe",
    GptOss = "gpt-oss",
    Llama4 = "llama-4",
    Switch = "switch",
});

choice!(Bug { None = "none", MaskZero = "mask-zero", BiasInWeights = "bias-in-weights", GroupMax = "group-max" });

table! {
    /// The state of `frugal-router`.
    pub struct State: "router" {
        /// The published gate.
        "kind" kind: Kind = Kind::DeepseekV3, within ();
        /// The step that is shown; one that the gate lacks shows the next that it has.
        "stage" stage: Stage = Stage::Weights, within ();
        /// The reader's own words; empty for a sample sentence in the language of the page.
        "text" text: String = String::new(), within Length(MAX_TEXT);
        /// The token that is routed, counted from 0.
        "token" token: u32 = 6, within Between(0, MAX_TOKENS as u32 - 1);
        /// Makes the token vectors, the gate's matrix and its bias.
        "seed" seed: u32 = 29, within Between(0, u32::MAX);
        /// Whether a token is limited to the best groups, where the gate has groups.
        "groups" groups: bool = true, within ();
        /// What if each token chose so many experts; empty for the published number.
        "top-k" top_k: Option<u32> = None, within Between(1, MAX_TOP_K);
        /// What if there were so many experts; empty for the published number.
        "experts" experts: Option<u32> = None, within Between(1, MAX_EXPERTS);
        /// Biases set by hand, in place of those made from the seed: expert and bias, counted from 0.
        "biases" biases: Biases = Biases::default(), within ();
        /// Added to every bias.
        "bias-shift" bias_shift: f64 = 0.0, within Between(-2.0, 2.0);
        /// One token step by step, or what many tokens do to the nodes and the experts.
        "view" view: Sight = Sight::Token, within ();
        /// How many made-up tokens `many` is about.
        "tokens" tokens: u32 = 4096, within Between(1, MAX_MANY);
        /// Another gate that the same token is shown to; empty for none.
        "compare" compare: Option<Kind> = None, within ();
        /// A mistake of production code.
        "bug" bug: Bug = Bug::None, within ();
    }
}
