//! What a cache is compared with.

use super::cache::CacheFormat;
use super::model;
use super::model::{Attention, Latent, Model};

/// What a cache is compared with. Each answers another question, so a ratio must name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Baseline {
    /// Multi-head attention of the same shape: `2 · heads · head_dim · layers` (DeepSeek-V2, table 1), with keys as
    /// wide as the part without position (128 in DeepSeek's models).
    SameShapeMha,
    /// What MLA unfolds to: keys of `qk_nope_head_dim + qk_rope_head_dim` (192 wide), values of `v_head_dim`. Where
    /// the model has no MLA this is [`Baseline::SameShapeMha`].
    Mha192,
    /// Grouped-query attention with 8 groups, or as many as there are heads.
    Gqa8,
    /// Multi-query attention.
    Mqa,
    /// DeepSeek-67B's own cache, always at 16 bits.
    DeepSeek67b,
}

impl Baseline {
    /// Elements that the baseline caches for one token of `model`.
    #[must_use]
    pub fn elements(self, of: &Model) -> u64 {
        let (layers, heads) = (u64::from(of.layers), u64::from(of.heads));
        let (head_dim, unfolded) = match of.attention {
            Attention::Heads(heads) => (u64::from(heads.head_dim), 2 * u64::from(heads.head_dim)),
            Attention::Latent(latent) => (u64::from(latent.qk_nope_head_dim), latent.unfolded()),
        };
        match self {
            Self::SameShapeMha => 2 * heads * head_dim * layers,
            Self::Mha192 => unfolded * heads * layers,
            Self::Gqa8 => 2 * heads.min(8) * head_dim * layers,
            Self::Mqa => 2 * head_dim * layers,
            Self::DeepSeek67b => model("deepseek-67b").map_or(0, Model::cache_elements),
        }
    }

    /// Bits that the baseline caches for one token when `of` caches its own in `format`.
    #[must_use]
    pub fn bits(self, of: &Model, format: CacheFormat) -> u64 {
        let format = if self == Self::DeepSeek67b { CacheFormat::Bf16 } else { format };
        self.elements(of) * u64::from(format.bits())
    }

    /// Bytes after `context` tokens, all of which every layer keeps; rounded up.
    #[must_use]
    pub fn cache_bytes(self, of: &Model, context: u64, format: CacheFormat) -> u128 {
        (u128::from(self.bits(of, format)) * u128::from(context)).div_ceil(8)
    }

    /// How many times the bits a token of the baseline are those of `of`: above 1 where `of` is smaller.
    #[must_use]
    pub fn ratio(self, of: &Model, format: CacheFormat) -> f64 {
        self.bits(of, format) as f64 / of.cache_bits(format) as f64
    }
}

impl Latent {
    /// One head's key and value.
    fn unfolded(&self) -> u64 {
        u64::from(self.qk_nope_head_dim) + u64::from(self.qk_rope_head_dim) + u64::from(self.v_head_dim)
    }

    /// The number of GQA groups, of keys and values `qk_nope_head_dim` wide, whose cache is as large (DeepSeek-V2,
    /// table 1: 2.25).
    #[must_use]
    pub fn equivalent_gqa_groups(&self) -> f64 {
        let cached = u64::from(self.kv_lora_rank) + u64::from(self.qk_rope_head_dim);
        cached as f64 / (2.0 * f64::from(self.qk_nope_head_dim))
    }
}
