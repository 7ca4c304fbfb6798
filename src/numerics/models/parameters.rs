//! Counting parameters.

use super::model::{Model, Moe, Norms};
use super::parts::Part;

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
    /// Counts the parameters, in all layers, tensor by tensor.
    #[must_use]
    pub fn parameters(&self) -> Parameters {
        let moe = |count: fn(&Moe) -> u64| self.moe.map_or(0, |moe| u64::from(self.moe_layers()) * count(&moe));
        Parameters {
            input_embedding: self.parameters_of(Part::InputEmbedding),
            lm_head: self.parameters_of(Part::LmHead),
            positions: self.parameters_of(Part::Positions),
            attention: self.parameters_of(Part::Attention),
            dense_mlp: self.parameters_of(Part::DenseMlp),
            routed_experts: self.parameters_of(Part::RoutedExperts),
            active_routed_experts: self.active_parameters_of(Part::RoutedExperts),
            shared_experts: self.parameters_of(Part::SharedExperts),
            router: self.parameters_of(Part::Router),
            norms: self.parameters_of(Part::Norms),
            correction_bias: moe(|moe| u64::from(moe.experts) * u64::from(moe.correction_bias)),
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
}

#[cfg(test)]
mod tests {
    use super::super::{Attention, CacheFormat, Heads, Latent, QkNorm, model};
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
