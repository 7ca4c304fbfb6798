//! Counting parameters.

use super::model::{Attention, Heads, Latent, Mlp, Model, Moe, Norms, QkNorm};

/// A model's parameters, by part. Together the parts are all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameters {
    /// The input embedding; where embeddings are tied it is the output head as well.
    pub input_embedding: u64,
    /// The output head; 0 where embeddings are tied.
    pub lm_head: u64,
    /// Learned positions.
    pub positions: u64,
    /// All layers' attention, with the normalisations inside it.
    pub attention: u64,
    /// The dense layers' feed-forward networks.
    pub dense_mlp: u64,
    /// All routed experts.
    pub routed_experts: u64,
    /// The routed experts that one token uses.
    pub active_routed_experts: u64,
    /// All shared experts.
    pub shared_experts: u64,
    /// All gates.
    pub router: u64,
    /// The normalisations of the residual stream.
    pub norms: u64,
    /// Biases for the selection (`e_score_correction_bias`): a buffer, in none of the sums.
    pub correction_bias: u64,
}

/// Bytes a parameter, all parameters alike. (V3 itself keeps some parts in BF16 and FP32.)
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeightFormat {
    /// 4 bytes.
    Fp32,
    /// 2 bytes.
    Bf16,
    /// 1 byte.
    Fp8,
}

impl WeightFormat {
    /// Bytes a parameter.
    #[must_use]
    pub const fn bytes(self) -> u64 {
        match self {
            Self::Fp32 => 4,
            Self::Bf16 => 2,
            Self::Fp8 => 1,
        }
    }
}

impl Parameters {
    /// All parameters.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.total_without_any_embedding() + self.input_embedding + self.lm_head
    }

    /// All parameters but input embedding and output head.
    #[must_use]
    pub const fn total_without_any_embedding(&self) -> u64 {
        self.active_without_any_embedding() - self.active_routed_experts + self.routed_experts
    }

    /// What one token uses, the whole input embedding and the output head included.
    #[must_use]
    pub const fn active(&self) -> u64 {
        self.active_without_any_embedding() + self.input_embedding + self.lm_head
    }

    /// What one token uses without the input embedding, of which it reads one row. Tied embeddings stay: they are the
    /// output head.
    #[must_use]
    pub const fn active_without_input_embedding(&self) -> u64 {
        let tied = self.lm_head == 0;
        self.active_without_any_embedding() + if tied { self.input_embedding } else { self.lm_head }
    }

    /// What one token uses without input embedding and output head.
    #[must_use]
    pub const fn active_without_any_embedding(&self) -> u64 {
        self.positions
            + self.attention
            + self.dense_mlp
            + self.active_routed_experts
            + self.shared_experts
            + self.router
            + self.norms
    }

    /// Bytes of all parameters in one format.
    #[must_use]
    pub const fn bytes(&self, format: WeightFormat) -> u64 {
        self.total() * format.bytes()
    }
}

impl Model {
    /// Counts the parameters, in all layers.
    #[must_use]
    pub fn parameters(&self) -> Parameters {
        let hidden = u64::from(self.hidden);
        let layers = u64::from(self.layers);
        let moe_layers = u64::from(self.moe_layers());
        let embedding = u64::from(self.vocab) * hidden;
        let moe = |count: fn(&Moe, u64) -> u64| self.moe.map_or(0, |moe| moe_layers * count(&moe, hidden));
        Parameters {
            input_embedding: embedding,
            lm_head: if self.tie_embeddings { 0 } else { embedding },
            positions: u64::from(self.positions) * hidden,
            attention: layers * self.attention_a_layer(),
            dense_mlp: (layers - moe_layers) * self.mlp.count(hidden, u64::from(self.intermediate)),
            routed_experts: moe(|moe, hidden| u64::from(moe.experts) * moe.expert(hidden)),
            active_routed_experts: moe(|moe, hidden| u64::from(moe.top_k.min(moe.experts)) * moe.expert(hidden)),
            shared_experts: moe(|moe, hidden| u64::from(moe.shared_experts) * 3 * hidden * u64::from(moe.intermediate)),
            router: moe(|moe, hidden| u64::from(moe.experts) * (hidden + u64::from(moe.biased))),
            norms: match self.norms {
                Norms::Rms => (2 * layers + 1) * hidden,
                Norms::Layer => (4 * layers + 2) * hidden,
                Norms::OneLayer => (2 * layers + 2) * hidden,
            },
            correction_bias: moe(|moe, _| u64::from(moe.experts) * u64::from(moe.correction_bias)),
        }
    }

    /// What the multi-token-prediction modules add: a decoder layer, the projection and three normalisations each;
    /// embedding and head are the model's own. All zero without modules.
    #[must_use]
    pub fn mtp_parameters(&self) -> Parameters {
        let modules = self.mtp.map_or(0, |mtp| mtp.layers);
        let hidden = u64::from(self.hidden);
        let dense_layers = if self.moe.is_some() { 0 } else { modules };
        let layer = Self { layers: modules, dense_layers, vocab: 0, positions: 0, ..*self }.parameters();
        // The model's final normalisation is counted with its layers: the module has three of its own instead.
        let joined = u64::from(modules) * (2 * hidden * hidden + 3 * hidden);
        Parameters { norms: layer.norms + joined - self.final_norm(), ..layer }
    }

    fn final_norm(&self) -> u64 {
        u64::from(self.hidden) * if self.norms == Norms::Rms { 1 } else { 2 }
    }

    fn attention_a_layer(&self) -> u64 {
        let (hidden, heads) = (u64::from(self.hidden), u64::from(self.heads));
        match &self.attention {
            Attention::Heads(attention) => attention.count(hidden, heads),
            Attention::Latent(attention) => attention.count(hidden, heads),
        }
    }
}

impl Heads {
    fn count(&self, hidden: u64, heads: u64) -> u64 {
        let head_dim = u64::from(self.head_dim);
        let (q, kv) = (heads * head_dim, u64::from(self.kv_heads) * head_dim);
        let matrices = hidden * (q + 2 * kv) + q * hidden;
        let biases = u64::from(self.qkv_bias) * (q + 2 * kv) + u64::from(self.o_bias) * hidden;
        let norms = match self.qk_norm {
            QkNorm::None => 0,
            QkNorm::PerHead => 2 * head_dim,
            QkNorm::Full => q + kv,
        };
        matrices + biases + norms + u64::from(self.sinks) * heads
    }
}

impl Latent {
    /// Down- and up-projections with the RMSNorm between, for queries and for keys and values, and the output matrix.
    fn count(&self, hidden: u64, heads: u64) -> u64 {
        let [rank, rope, nope, value] =
            [self.kv_lora_rank, self.qk_rope_head_dim, self.qk_nope_head_dim, self.v_head_dim].map(u64::from);
        let q = heads * (nope + rope);
        let queries = self.q_lora_rank.map_or(hidden * q, |r| {
            let r = u64::from(r);
            hidden * r + r + r * q
        });
        let keys_values = hidden * (rank + rope) + rank + rank * heads * (nope + value);
        queries + keys_values + heads * value * hidden
    }
}

impl Mlp {
    fn count(self, hidden: u64, intermediate: u64) -> u64 {
        match self {
            Self::Gated => 3 * hidden * intermediate,
            Self::Plain => 2 * hidden * intermediate,
            Self::PlainBiased => 2 * hidden * intermediate + intermediate + hidden,
        }
    }
}

impl Moe {
    /// One routed expert: three matrices, and a bias for each output where it has them.
    fn expert(&self, hidden: u64) -> u64 {
        let intermediate = u64::from(self.intermediate);
        3 * hidden * intermediate + u64::from(self.biased) * (2 * intermediate + hidden)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{CacheFormat, model};
    use super::*;

    #[test]
    fn no_override_overflows() {
        let v3 = *model("deepseek-v3").unwrap();
        let moe = Moe {
            experts: u16::MAX,
            top_k: u16::MAX,
            shared_experts: u16::MAX,
            intermediate: u16::MAX,
            biased: true,
            correction_bias: true,
        };
        let latent = Latent {
            q_lora_rank: Some(u16::MAX),
            kv_lora_rank: u16::MAX,
            qk_rope_head_dim: u16::MAX,
            qk_nope_head_dim: u16::MAX,
            v_head_dim: u16::MAX,
        };
        let largest = Model {
            hidden: u16::MAX,
            layers: u8::MAX,
            dense_layers: 0,
            intermediate: u16::MAX,
            heads: u16::MAX,
            attention: Attention::Latent(latent),
            moe: Some(moe),
            vocab: u32::MAX,
            positions: u16::MAX,
            ..v3
        };
        // Overflow checks are on in tests.
        assert!(largest.parameters().bytes(WeightFormat::Fp32) > 1 << 59);
        assert!(largest.cache_bytes(u64::MAX, CacheFormat::Bf16) > u128::from(u64::MAX));
        let heads = Heads {
            kv_heads: u16::MAX,
            head_dim: u16::MAX,
            qkv_bias: true,
            o_bias: true,
            qk_norm: QkNorm::Full,
            sinks: true,
        };
        let wide = Model { attention: Attention::Heads(heads), ..largest };
        assert!(wide.parameters().bytes(WeightFormat::Fp32) > 1 << 59);
        assert!(wide.cache_bytes(u64::MAX, CacheFormat::Bf16) > u128::from(u64::MAX));
        // More dense layers than layers: all are dense.
        let dense = Model { dense_layers: 200, ..v3 };
        assert_eq!((dense.moe_layers(), dense.parameters().routed_experts), (0, 0));
        // More experts asked for than there are.
        let greedy = Model { moe: v3.moe.map(|moe| Moe { top_k: 300, ..moe }), ..v3 };
        assert_eq!(greedy.parameters().active_routed_experts, greedy.parameters().routed_experts);
    }
}
