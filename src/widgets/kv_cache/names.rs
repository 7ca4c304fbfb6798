//! What things are called, and how their numbers are written.

use crate::i18n::{self, KvCacheText, Lang, Scale, fill, integer};
use crate::numerics::gpus::Gpu;
use crate::numerics::models::{Attention, Baseline, CacheFormat, CacheKind, Model, WeightFormat, model};

use super::model::Computed;
use super::state::State;
use crate::widgets::cards;

/// The texts with what writing a number needs.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    pub text: &'static KvCacheText,
    pub lang: Lang,
    pub state: &'a State,
}

impl<'a> Names<'a> {
    pub const fn new(lang: Lang, state: &'a State) -> Self {
        Self { text: i18n::kv_cache(lang), lang, state }
    }

    /// Bytes with three digits, in the chosen units.
    pub fn bytes(&self, bytes: u128) -> String {
        i18n::bytes(bytes as f64, 3, self.state.unit)
    }

    /// Tokens: every digit.
    pub fn tokens(&self, tokens: u64) -> String {
        integer(u128::from(tokens))
    }

    /// A length: `131,072 tokens`.
    pub fn length(&self, tokens: u64) -> String {
        if tokens == 1 { self.text.one_token.into() } else { fill(self.text.tokens, &[("n", &self.tokens(tokens))]) }
    }

    /// Tokens with three digits: `1.05 M`.
    pub fn tokens_short(&self, tokens: u64) -> String {
        i18n::count(tokens as f64, 3, self.lang)
    }

    /// So many users; from a million on with three digits.
    pub fn users(&self, users: u64) -> String {
        match users {
            0 => self.text.nobody.into(),
            1 => self.text.user.into(),
            _ if users < 1_000_000 => fill(self.text.users, &[("n", &self.tokens(users))]),
            _ => fill(self.text.users, &[("n", &self.tokens_short(users))]),
        }
    }

    /// The accelerator's name.
    pub fn gpu(&self, gpu: &Gpu) -> &'static str {
        cards::name(self.lang, gpu)
    }

    /// `16 × H100`.
    pub fn gpus(&self, count: u128, gpu: &Gpu) -> String {
        fill(self.text.gpus_named, &[("count", &integer(count)), ("gpu", self.gpu(gpu))])
    }

    /// Memory, said to be approximate where it is.
    pub fn memory(&self, gpu: &Gpu, bytes: u128) -> String {
        let memory = self.bytes(bytes);
        if gpu.confirmed { memory } else { fill(self.text.about, &[("memory", &memory)]) }
    }

    /// Memory of all accelerators.
    pub fn all_memory(&self, computed: &Computed) -> String {
        self.memory(computed.gpu, computed.memory)
    }

    /// `MLA`.
    pub const fn kind(&self, kind: CacheKind) -> &'static str {
        match kind {
            CacheKind::Mla => self.text.mla,
            CacheKind::Mha => self.text.mha,
            CacheKind::Gqa => self.text.gqa,
            CacheKind::Mqa => self.text.mqa_kind,
        }
    }

    /// The baseline in a few letters.
    pub fn baseline_short(&self, baseline: Baseline) -> &'static str {
        match baseline {
            Baseline::SameShapeMha => self.text.mha_short,
            Baseline::Mha192 => self.text.mha_192_short,
            Baseline::Gqa8 => self.text.gqa_8_short,
            Baseline::Mqa => self.text.mqa_short,
            Baseline::DeepSeek67b => model("deepseek-67b").map_or("", |model| model.name),
        }
    }

    /// The baseline as an option.
    pub const fn baseline(&self, baseline: Baseline) -> &'static str {
        match baseline {
            Baseline::SameShapeMha => self.text.same_shape_mha,
            Baseline::Mha192 => self.text.mha_192,
            Baseline::Gqa8 => self.text.gqa_8,
            Baseline::Mqa => self.text.mqa,
            Baseline::DeepSeek67b => self.text.deepseek_67b,
        }
    }

    /// The baseline of `model` inside the sentence: which question the ratio answers.
    pub fn than(&self, baseline: Baseline, model: &Model) -> String {
        let text = self.text;
        let heads = model.heads.to_string();
        match (baseline, model.attention) {
            (Baseline::Mha192, Attention::Latent(latent)) => {
                let key = (latent.qk_nope_head_dim + latent.qk_rope_head_dim).to_string();
                let value = latent.v_head_dim.to_string();
                fill(text.than_mha_192, &[("heads", &heads), ("key", &key), ("value", &value)])
            }
            (Baseline::SameShapeMha | Baseline::Mha192, _) => fill(text.than_same_shape, &[("heads", &heads)]),
            (Baseline::Gqa8, _) => fill(text.than_gqa_8, &[("groups", &model.heads.min(8).to_string())]),
            (Baseline::Mqa, _) => text.than_mqa.into(),
            (Baseline::DeepSeek67b, _) => text.than_67b.into(),
        }
    }

    /// `FP8, 8 bits`.
    pub fn cache_format(&self, format: CacheFormat) -> String {
        match format {
            CacheFormat::Bf16 => self.format(self.text.bf16, 16),
            CacheFormat::Fp8 => self.format(self.text.fp8, 8),
            CacheFormat::SixBit => self.text.six_bit.into(),
        }
    }

    /// `FP8, 8 bits`.
    pub fn weight_format(&self, format: WeightFormat) -> String {
        let name = match format {
            WeightFormat::Fp32 => self.text.fp32,
            WeightFormat::Bf16 => self.text.bf16,
            WeightFormat::Fp8 => self.text.fp8,
        };
        self.format(name, format.bytes() * 8)
    }

    fn format(&self, format: &str, bits: u64) -> String {
        fill(self.text.bits, &[("format", format), ("bits", &bits.to_string())])
    }

    /// Where a cache stops growing, if it does.
    pub fn window(&self, model: &Model) -> Option<String> {
        let window = model.window?;
        let tokens = self.tokens(u64::from(window.tokens));
        let (layers, growing) = (model.layers.to_string(), model.layers.saturating_sub(window.layers).to_string());
        let sentence = if window.layers < model.layers { self.text.window } else { self.text.window_all };
        Some(fill(sentence, &[("tokens", &tokens), ("growing", &growing), ("layers", &layers)]))
    }

    /// A length that may lie beyond the longest that can be set.
    pub fn farther(&self, tokens: u64) -> String {
        if tokens > super::state::MOST_CONTEXT { self.tokens_short(tokens) } else { self.tokens(tokens) }
    }

    /// How many of a unit of bytes the next one holds.
    pub const fn unit(&self) -> f64 {
        match self.state.unit {
            Scale::Decimal => 1000.0,
            Scale::Binary => 1024.0,
        }
    }

    /// The longest text that fits.
    pub fn longest(&self, longest: u64) -> String {
        let most = super::state::MOST_CONTEXT;
        if longest > most {
            return fill(self.text.longest, &[("tokens", &self.tokens_short(most))]);
        }
        self.tokens_short(longest)
    }
}
