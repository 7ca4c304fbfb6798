//! Which of a model's numbers are multiplied in FP8 when it is trained as DeepSeek-V3 was.
//!
//! Source: DeepSeek-V3, arXiv 2412.19437 (December 2024), section 3.3.1: the products of the linear layers run in FP8;
//! embedding, output head, gates, normalisations and attention keep BF16 or FP32. Section 3.3.2: weights have one scale
//! a block of 128 × 128. Section 3.3.3: moments in BF16; master weights and gradients in FP32.

use super::model::{Attention, Model};

/// Side of a block of weights with one scale.
pub const BLOCK: u64 = 128;

/// Equal matrices of linear layers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Linear {
    /// Width of what comes out.
    pub outputs: u64,
    /// Width of what goes in.
    pub inputs: u64,
    /// How many there are in the model.
    pub count: u64,
    /// How many one token passes through.
    pub active: u64,
}

impl Linear {
    const fn dense(outputs: u64, inputs: u64, count: u64) -> Self {
        Self { outputs, inputs, count, active: count }
    }

    /// Weights of all of them.
    #[must_use]
    pub const fn weights(&self) -> u64 {
        self.outputs * self.inputs * self.count
    }

    /// Multiplications and additions of one token in one pass.
    #[must_use]
    pub const fn macs(&self) -> u64 {
        self.outputs * self.inputs * self.active
    }

    /// Scales of all of them; a ragged block has one as well.
    #[must_use]
    pub const fn scales(&self) -> u64 {
        self.outputs.div_ceil(BLOCK) * self.inputs.div_ceil(BLOCK) * self.count
    }
}

impl Model {
    /// The linear layers, whose three products run in FP8: without the output head and the gates.
    #[must_use]
    pub fn linears(&self) -> Vec<Linear> {
        let (hidden, heads, layers) = (u64::from(self.hidden), u64::from(self.heads), u64::from(self.layers));
        let mut linears = match self.attention {
            Attention::Heads(attention) => {
                let (own, shared) = (u64::from(attention.head_dim), u64::from(attention.kv_heads));
                vec![
                    Linear::dense(heads * own, hidden, layers),
                    Linear::dense(shared * own, hidden, 2 * layers),
                    Linear::dense(hidden, heads * own, layers),
                ]
            }
            Attention::Latent(latent) => {
                let [nope, rope, value] =
                    [latent.qk_nope_head_dim, latent.qk_rope_head_dim, latent.v_head_dim].map(u64::from);
                let rank = u64::from(latent.kv_lora_rank);
                let mut all = match latent.q_lora_rank.map(u64::from) {
                    Some(rank) => {
                        vec![Linear::dense(rank, hidden, layers), Linear::dense(heads * (nope + rope), rank, layers)]
                    }
                    None => vec![Linear::dense(heads * (nope + rope), hidden, layers)],
                };
                all.push(Linear::dense(rank + rope, hidden, layers));
                all.push(Linear::dense(heads * (nope + value), rank, layers));
                all.push(Linear::dense(hidden, heads * value, layers));
                all
            }
        };
        let mixtures = u64::from(self.moe_layers());
        // Gate, up and down have equally many weights; down is their transpose.
        linears.push(Linear::dense(u64::from(self.intermediate), hidden, 3 * (layers - mixtures)));
        if let Some(moe) = self.moe {
            let [experts, top_k, shared] =
                [u64::from(moe.experts), u64::from(moe.top_k), u64::from(moe.shared_experts)];
            linears.push(Linear {
                outputs: moe.intermediate.into(),
                inputs: hidden,
                count: 3 * mixtures * (experts + shared),
                active: 3 * mixtures * (top_k + shared),
            });
        }
        linears
    }

    /// Multiplications and additions of the attention itself for one token in one pass, the mean over a causal text of
    /// `context` tokens: queries with keys, and weights with values.
    #[must_use]
    pub fn attention_macs(&self, context: u64) -> f64 {
        let width = match self.attention {
            Attention::Heads(attention) => 2 * u64::from(attention.head_dim),
            Attention::Latent(latent) => {
                [latent.qk_nope_head_dim, latent.qk_rope_head_dim, latent.v_head_dim].map(u64::from).iter().sum()
            }
        };
        let pair = u64::from(self.heads) * width * u64::from(self.layers);
        pair as f64 * (context as f64 + 1.0) / 2.0
    }
}
