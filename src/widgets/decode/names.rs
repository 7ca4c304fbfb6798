//! How things are called and numbers written.

use crate::i18n::{self, DecodeText, Lang, Scale, fill, significant};
use crate::numerics::attention::Decode;
use crate::numerics::gpus::Gpu;
use crate::numerics::models::CacheKind;

use super::model::Computed;
use super::state::{Look, State};

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
        let text = i18n::kv_cache(self.lang);
        match gpu.id {
            "a100-80gb-sxm" => text.a100,
            "h100-sxm" => text.h100,
            "h800-sxm" => text.h800,
            "h20" => text.h20,
            "h200-sxm" => text.h200,
            "b200-sxm" => text.b200,
            "mi300x" => text.mi300x,
            "rtx-4090" => text.rtx_4090,
            other => other,
        }
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
