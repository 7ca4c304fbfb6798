//! Five published ratios: what each compares.

use crate::numerics::models::{Baseline, CacheFormat, Model, model};

/// A published ratio, computed anew.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Claim {
    /// Which one.
    pub which: Which,
    /// The model.
    pub model: &'static Model,
    /// What it is compared with.
    pub baseline: Baseline,
    /// How its cache is stored.
    pub format: CacheFormat,
    /// Baseline over own, in bits a token.
    pub ratio: f64,
}

/// The ratios, by what they ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// 56.9 times: the same shape, keys as wide as values.
    SameShape,
    /// 71.1 times: what the latent unfolds to.
    Unfolded,
    /// 98.2%: the first as a saving.
    Saved,
    /// 82.2%: the model before it, at equal precision.
    Predecessor,
    /// 93.3%: the model before it, in the abstract of the V2 report.
    Abstract,
}

impl Claim {
    fn new(which: Which, id: &str, baseline: Baseline, format: CacheFormat) -> Option<Self> {
        let model = model(id)?;
        Some(Self { which, model, baseline, format, ratio: baseline.ratio(model, format) })
    }

    /// Bytes a token: the baseline's and its own.
    #[must_use]
    pub fn bytes(&self) -> [u64; 2] {
        [self.baseline.bits(self.model, self.format), self.model.cache_bits(self.format)].map(|bits| bits.div_ceil(8))
    }

    /// What is saved, as a fraction.
    #[must_use]
    pub fn saved(&self) -> f64 {
        1.0 - 1.0 / self.ratio
    }
}

/// All five.
#[must_use]
pub fn claims() -> Vec<Claim> {
    use Baseline::{DeepSeek67b, Mha192, SameShapeMha};
    use CacheFormat::{Bf16, SixBit};
    [
        Claim::new(Which::SameShape, "deepseek-v3", SameShapeMha, Bf16),
        Claim::new(Which::Unfolded, "deepseek-v3", Mha192, Bf16),
        Claim::new(Which::Saved, "deepseek-v3", SameShapeMha, Bf16),
        Claim::new(Which::Predecessor, "deepseek-v2", DeepSeek67b, Bf16),
        Claim::new(Which::Abstract, "deepseek-v2", DeepSeek67b, SixBit),
    ]
    .into_iter()
    .flatten()
    .collect()
}
