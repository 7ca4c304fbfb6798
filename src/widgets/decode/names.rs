//! How things are called and numbers written.

use crate::i18n::{self, DecodeText, Lang, Scale, fill, integer, significant};
use crate::numerics::attention::Decode;
use crate::numerics::gpus::Gpu;
use crate::numerics::models::CacheKind;

use super::model::Computed;
use super::state::{Look, State};
use crate::widgets::cards;

/// The texts with what writing a number needs.
#[derive(Clone, Copy)]
pub struct Names {
    pub text: &'static DecodeText,
    pub lang: Lang,
}

impl Names {
    pub const fn new(lang: Lang) -> Self {
        Self { text: i18n::decode(lang), lang }
    }

    /// `MLA`.
    pub const fn kind(self, kind: CacheKind) -> &'static str {
        match kind {
            CacheKind::Mha => self.text.mha,
            CacheKind::Gqa => self.text.gqa,
            CacheKind::Mqa => self.text.mqa,
            CacheKind::Mla => self.text.mla,
        }
    }

    /// What a kind keeps, in words.
    pub const fn keeps(self, state: &State) -> &'static str {
        match state.attention {
            CacheKind::Mha => self.text.keeps_mha,
            CacheKind::Gqa => self.text.keeps_gqa,
            CacheKind::Mqa => self.text.keeps_mqa,
            CacheKind::Mla if state.rope_key => self.text.keeps_mla,
            CacheKind::Mla => self.text.keeps_latent,
        }
    }

    /// What a kind keeps, in numbers: `2 × 2 × 8`, `16 + 4`.
    pub fn makeup(self, decode: &Decode) -> String {
        let [first, second] = decode.parts();
        match decode.kind {
            CacheKind::Mla => [&first.to_string(), " + ", &second.to_string()].concat(),
            _ => {
                let heads = decode.kv_heads().to_string();
                ["2 × ", &heads, " × ", &decode.shape.v_head_dim.to_string()].concat()
            }
        }
    }

    /// So many of something: `one` where it is a single one, else `many` with the number.
    pub fn counted(self, n: u64, one: &'static str, many: &'static str) -> String {
        if n == 1 { one.into() } else { fill(many, &[("n", &integer(n.into()))]) }
    }

    /// Shapes of what a step reads and computes after `tokens` tokens: `latents 8×16, rope keys 8×4, scores 4×8`.
    pub fn shapes(self, decode: &Decode, tokens: usize) -> String {
        let (text, shape) = (self.text, decode.shape);
        let words = match decode.kind {
            CacheKind::Mla if shape.qk_rope_head_dim == 0 => text.shapes_forgotten,
            CacheKind::Mla => text.shapes_latent,
            _ => text.shapes_heads,
        };
        fill(
            words,
            &[
                ("t", &tokens.to_string()),
                ("h", &shape.heads.to_string()),
                ("g", &decode.kv_heads().to_string()),
                ("d", &shape.v_head_dim.to_string()),
                ("c", &shape.kv_lora_rank.to_string()),
                ("r", &shape.qk_rope_head_dim.to_string()),
            ],
        )
    }

    /// Bytes with three digits.
    pub fn bytes(self, bytes: u64) -> String {
        i18n::bytes(bytes as f64, 3, Scale::Decimal)
    }

    /// Operations a byte, or a rate.
    pub fn rate(self, rate: f64) -> String {
        significant(rate, if rate < 1000.0 { 3 } else { 4 })
    }

    /// A difference of two results.
    pub fn apart(self, apart: f64) -> String {
        significant(apart, 2)
    }

    /// The accelerator's name.
    pub fn gpu(self, gpu: &Gpu) -> &'static str {
        cards::name(self.lang, gpu)
    }

    /// Query heads as the slider shows them.
    pub fn heads(self, state: &State, computed: &Computed) -> String {
        let heads = match state.look {
            Look::Roofline => computed.decode(state.attention).shape.heads,
            Look::Steps => super::model::roofline(state, state.attention).shape.heads,
        };
        let heads = heads.to_string();
        if state.heads == 0 { fill(self.text.usual, &[("n", &heads)]) } else { heads }
    }
}
