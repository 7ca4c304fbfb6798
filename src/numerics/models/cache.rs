//! The key-value cache.

use super::model::{Attention, Latent, Model};

/// What of a token is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CacheKind {
    /// A key and a value for each head.
    Mha,
    /// A key and a value for each group of heads.
    Gqa,
    /// One key and one value for all heads.
    Mqa,
    /// One compressed vector and one rotary key.
    Mla,
}

/// How the cached numbers are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CacheFormat {
    /// 16 bits.
    Bf16,
    /// 8 bits.
    Fp8,
    /// 6 bits on average (DeepSeek-V2, arXiv 2405.04434, section 3.2.3).
    SixBit,
}

impl CacheFormat {
    /// Bits an element.
    #[must_use]
    pub const fn bits(self) -> u8 {
        match self {
            Self::Bf16 => 16,
            Self::Fp8 => 8,
            Self::SixBit => 6,
        }
    }
}

/// Latent numbers that share a scale in DeepSeek's own FP8 cache, and the bytes of one.
const SCALED: u64 = 128;
const SCALE_BYTES: u64 = 4;

impl Latent {
    /// Bytes of a token in one layer as DeepSeek's own FP8 cache has them: the latent in E4M3 with a float32 scale for each
    /// 128 numbers, and the rotary key left in BF16.
    ///
    /// Source: deepseek-ai/FlashMLA, README (September 2025): 512 + 16 + 128 = 656 bytes.
    #[must_use]
    pub fn released_fp8_bytes(&self) -> u64 {
        let rank = u64::from(self.kv_lora_rank);
        rank + SCALE_BYTES * rank.div_ceil(SCALED) + 2 * u64::from(self.qk_rope_head_dim)
    }
}

impl Model {
    /// What of a token is kept.
    #[must_use]
    pub fn cache_kind(&self) -> CacheKind {
        match self.attention {
            Attention::Latent(_) => CacheKind::Mla,
            Attention::Heads(heads) if heads.kv_heads == 1 => CacheKind::Mqa,
            Attention::Heads(heads) if heads.kv_heads < self.heads => CacheKind::Gqa,
            Attention::Heads(_) => CacheKind::Mha,
        }
    }

    /// Elements cached for one token in one layer.
    #[must_use]
    pub fn cache_elements_a_layer(&self) -> u64 {
        match self.attention {
            Attention::Heads(heads) => 2 * u64::from(heads.kv_heads) * u64::from(heads.head_dim),
            Attention::Latent(latent) => u64::from(latent.kv_lora_rank) + u64::from(latent.qk_rope_head_dim),
        }
    }

    /// Elements cached for one token, while every layer keeps it.
    #[must_use]
    pub fn cache_elements(&self) -> u64 {
        u64::from(self.layers) * self.cache_elements_a_layer()
    }

    /// Bits cached for one token, while every layer keeps it.
    #[must_use]
    pub fn cache_bits(&self, format: CacheFormat) -> u64 {
        self.cache_elements() * u64::from(format.bits())
    }

    /// Bytes cached for one token while every layer keeps it; rounded up where bits do not fill the last byte.
    #[must_use]
    pub fn cache_bytes_per_token(&self, format: CacheFormat) -> u64 {
        self.cache_bits(format).div_ceil(8)
    }

    /// Elements cached after `context` tokens of one sequence. Layers with a [`super::Window`] keep no more than its
    /// tokens.
    #[must_use]
    pub fn cache_elements_after(&self, context: u64) -> u128 {
        let (limited, kept) = self.window.map_or((0, context), |window| {
            (u64::from(window.layers.min(self.layers)), context.min(u64::from(window.tokens)))
        });
        let full = u64::from(self.layers) - limited;
        let tokens = u128::from(full) * u128::from(context) + u128::from(limited) * u128::from(kept);
        tokens * u128::from(self.cache_elements_a_layer())
    }

    /// Bytes of the cache after `context` tokens of one sequence, rounded up.
    #[must_use]
    pub fn cache_bytes(&self, context: u64, format: CacheFormat) -> u128 {
        (self.cache_elements_after(context) * u128::from(format.bits())).div_ceil(8)
    }
}
