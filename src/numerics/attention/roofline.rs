//! Operations for each byte read while decoding.

use super::shape::Shape;
use crate::numerics::gpus::Gpu;
use crate::numerics::models::CacheKind;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Queries against the cache: the attention itself.
    Cache,
    /// With the layer's projections, whose weights are read once for the whole batch.
    Layer,
}

/// One decoding step of one attention layer, at 16 bits a number.
///
/// As in the analysis that comes with DeepSeek's FlashMLA kernels (22 April 2025), but to the digit: a key of MLA is 576
/// wide and its value is the first 512 of the same numbers, so each is read once and used twice. The analysis rounds
/// that up, see [`Decode::rounded_flop_per_byte`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decode {
    /// What of a token is kept.
    pub kind: CacheKind,
    /// Query heads, and the widths: MLA's own; the other kinds have keys and values of `v_head_dim`.
    pub shape: Shape,
    /// Key-value heads of GQA.
    pub groups: u64,
    /// Width of a token and of a compressed query, for the projections.
    pub hidden: u64,
    /// See `hidden`.
    pub q_lora_rank: u64,
    /// Tokens decoded at once for each sequence: 2 with one predicted ahead.
    pub tokens_per_step: u64,
    /// Sequences at once.
    pub batch: u64,
    /// Cached tokens of each.
    pub context: u64,
    /// What is counted.
    pub scope: Scope,
}

/// Bytes of a number.
const BYTES: u64 = 2;

impl Decode {
    /// Key-value heads; MLA's latent counts as one.
    #[must_use]
    pub fn kv_heads(&self) -> u64 {
        let heads = self.shape.heads as u64;
        match self.kind {
            CacheKind::Mha => heads,
            CacheKind::Gqa => self.groups.min(heads),
            CacheKind::Mqa | CacheKind::Mla => 1,
        }
    }

    /// Numbers cached of a token, in two parts: latent and rotary key, or keys and values.
    #[must_use]
    pub fn parts(&self) -> [u64; 2] {
        match self.kind {
            CacheKind::Mla => [self.shape.kv_lora_rank as u64, self.shape.qk_rope_head_dim as u64],
            _ => [self.kv_heads() * self.shape.v_head_dim as u64; 2],
        }
    }

    /// Numbers cached of a token.
    #[must_use]
    pub fn cached_elements(&self) -> u64 {
        let [first, second] = self.parts();
        first + second
    }

    /// Operations of one query with one cached token; a multiplication and an addition are two.
    #[must_use]
    pub fn flops_per_cached_token(&self) -> u64 {
        2 * match self.kind {
            CacheKind::Mla => self.shape.absorbed_attend_macs(),
            _ => 2 * self.shape.heads as u64 * self.shape.v_head_dim as u64,
        }
    }

    /// Weights of the layer's projections.
    #[must_use]
    pub fn weights(&self) -> u64 {
        let shape = self.shape;
        let (heads, wide) = (shape.heads as u64, shape.v_head_dim as u64);
        match self.kind {
            CacheKind::Mla => {
                let query = self.q_lora_rank * (self.hidden + heads * shape.qk_head_dim() as u64);
                let latent = self.hidden * shape.cached_elements() as u64;
                query + latent + shape.unfold_macs() + heads * wide * self.hidden
            }
            _ => 2 * self.hidden * wide * (heads + self.kv_heads()),
        }
    }

    /// Bytes written to the cache in a step.
    #[must_use]
    pub fn bytes_written(&self) -> u64 {
        self.batch * self.tokens_per_step * self.cached_elements() * BYTES
    }

    /// Bytes read from the cache in a step.
    #[must_use]
    pub fn bytes_read(&self) -> u64 {
        self.batch * self.context * self.cached_elements() * BYTES
    }

    /// Operations of a step.
    #[must_use]
    pub fn flops(&self) -> f64 {
        let queries = (self.batch * self.tokens_per_step) as f64;
        let cache = queries * self.context as f64 * self.flops_per_cached_token() as f64;
        match self.scope {
            Scope::Cache => cache,
            Scope::Layer => cache + 2.0 * queries * self.weights() as f64,
        }
    }

    /// Bytes read in a step.
    #[must_use]
    pub fn bytes(&self) -> f64 {
        let weights = match self.scope {
            Scope::Cache => 0,
            Scope::Layer => self.weights() * BYTES,
        };
        self.bytes_read() as f64 + weights as f64
    }

    /// Operations for each byte read.
    #[must_use]
    pub fn flop_per_byte(&self) -> f64 {
        let bytes = self.bytes();
        if bytes > 0.0 { self.flops() / bytes } else { 0.0 }
    }

    /// The same as DeepSeek's analysis of MLA rounds it: two operations for each query head and token, as if a value were
    /// as wide as a key.
    ///
    /// Source: deepseek-ai/FlashMLA, "A Deep-Dive Into the New Flash MLA Kernel" (22 April 2025): `2 h_q s_q`.
    #[must_use]
    pub const fn rounded_flop_per_byte(&self) -> u64 {
        2 * self.shape.heads as u64 * self.tokens_per_step
    }
}

/// Operations that an accelerator can do in the time in which it reads a byte: BF16, dense. None where its vendor
/// states no rate.
#[must_use]
pub fn machine_balance(gpu: &Gpu) -> Option<f64> {
    gpu.bf16_tflops.map(|tflops| bend(gpu, tflops))
}

/// The same once the clock has fallen; none where no rate was published for that.
#[must_use]
pub fn throttled_balance(gpu: &Gpu) -> Option<f64> {
    gpu.throttled_tflops().map(|tflops| bend(gpu, tflops))
}

/// Where a roof bends: 10¹² operations a second over the bandwidth.
fn bend(gpu: &Gpu, tflops: u32) -> f64 {
    f64::from(tflops) * 1e12 / (f64::from(gpu.bandwidth_gbs) * 1e9)
}
