//! One attention layer that writes a cache and reads it.

use super::heads::HeadsLayer;
use super::latent::LatentLayer;
use super::matrix::Matrix;
use super::precision::Precision;
use super::rope::rotate;
use super::shape::{Order, Shape};
use super::softmax::softmax;
use crate::numerics::models::CacheKind;
use crate::numerics::rng::SplitMix64;

/// Width of a token in the small layers of [`Layer::small`].
pub const HIDDEN: usize = 32;
/// The widths of the small MLA; the other kinds have its heads, with keys and values as wide as its values.
pub const SMALL: Shape = Shape { heads: 4, kv_lora_rank: 16, qk_nope_head_dim: 8, qk_rope_head_dim: 4, v_head_dim: 8 };

/// How much larger their queries are.
const SHARPNESS: f64 = 3.0;

/// An attention layer of any kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Layer {
    /// MHA, GQA or MQA.
    Heads(HeadsLayer),
    /// MLA.
    Latent(LatentLayer),
}

/// What a query got.
#[derive(Clone, Debug, PartialEq)]
pub struct Attended {
    /// For each head, a weight a cached token; each head's add up to 1.
    pub weights: Vec<Vec<f64>>,
    /// What the layer gives, as wide as a token.
    pub output: Vec<f64>,
}

impl Layer {
    /// A layer of 4 heads of 8 over tokens of 32 numbers, with weights drawn from `seed`: **synthetic**, no trained
    /// model's. GQA has 2 groups; MLA a latent of 16 and a rotary lane of 4. Queries, and so their scores, are
    /// three times as large as the variance of the inputs asks for: heads then prefer some tokens, as trained ones do.
    #[must_use]
    pub fn small(kind: CacheKind, seed: u32) -> Self {
        let mut rng = SplitMix64::new(u64::from(seed) << 8 | kind as u64);
        let mut drawn = |rows, columns| Matrix::drawn(rows, columns, &mut rng);
        let (heads, wide) = (SMALL.heads, SMALL.v_head_dim);
        let kv_heads = match kind {
            CacheKind::Mla => {
                return Self::Latent(LatentLayer {
                    shape: SMALL,
                    q: drawn(heads * SMALL.qk_head_dim(), HIDDEN).scaled(SHARPNESS),
                    kv_a: drawn(SMALL.cached_elements(), HIDDEN),
                    kv_norm: vec![1.0; SMALL.kv_lora_rank],
                    kv_b: drawn(heads * (SMALL.qk_nope_head_dim + wide), SMALL.kv_lora_rank),
                    o: drawn(HIDDEN, heads * wide),
                });
            }
            CacheKind::Mha => heads,
            CacheKind::Gqa => heads / 2,
            CacheKind::Mqa => 1,
        };
        Self::Heads(HeadsLayer {
            heads,
            kv_heads,
            q: drawn(heads * wide, HIDDEN).scaled(SHARPNESS),
            k: drawn(kv_heads * wide, HIDDEN),
            v: drawn(kv_heads * wide, HIDDEN),
            o: drawn(HIDDEN, heads * wide),
        })
    }

    /// What is cached of a token at `position`, from its vector: keys (turned) and values, or latent and rotary key.
    /// Without a position keys are not turned and the rotary key is left out.
    #[must_use]
    pub fn entry(&self, hidden: &[f64], position: Option<u32>) -> Vec<f64> {
        match self {
            Self::Heads(layer) => layer.entry(hidden, position),
            Self::Latent(layer) => layer.entry(hidden, position),
        }
    }

    /// One query, from its token's vector, over cached entries.
    #[must_use]
    pub fn attend(&self, hidden: &[f64], position: Option<u32>, cache: &[Vec<f64>]) -> Attended {
        match self {
            Self::Heads(layer) => layer.attend(hidden, position, cache),
            Self::Latent(layer) => layer.attend(hidden, position, cache, Order::Absorb),
        }
    }

    /// Numbers cached of a token in parts: keys and values, or latent and rotary key.
    #[must_use]
    pub fn parts(&self, with_position: bool) -> [usize; 2] {
        match self {
            Self::Heads(layer) => [layer.kv_heads * layer.head_dim(); 2],
            Self::Latent(layer) if with_position => [layer.shape.kv_lora_rank, layer.shape.qk_rope_head_dim],
            Self::Latent(layer) => [layer.shape.kv_lora_rank, 0],
        }
    }

    /// Multiplications that make one token's entry from its vector.
    #[must_use]
    pub fn entry_macs(&self, with_position: bool) -> usize {
        self.parts(with_position).iter().sum::<usize>() * HIDDEN
    }
}

/// Turned to its position, if it has one.
pub(super) fn turned(mut x: Vec<f64>, position: Option<u32>) -> Vec<f64> {
    if let Some(position) = position {
        rotate(&mut x, f64::from(position), Precision::F64);
    }
    x
}

/// Weights of one head over the cache, and the weighted sum of what `value` gives of each entry.
pub(super) fn weighed<'a>(
    scores: impl Iterator<Item = f64>,
    scale: usize,
    values: impl Iterator<Item = &'a [f64]>,
) -> (Vec<f64>, Vec<f64>) {
    let root = f64::sqrt(scale.max(1) as f64);
    let weights = softmax(&scores.map(|score| score / root).collect::<Vec<_>>());
    let mut sum = Vec::new();
    for (weight, value) in weights.iter().zip(values) {
        sum.resize(value.len(), 0.0);
        Precision::F64.add_scaled(&mut sum, *weight, value);
    }
    (weights, sum)
}
