//! Where the numbers come from, and states worth trying.

use crate::i18n::{self, Lang};
use crate::numerics::gpus::GPUS;
use crate::ui::Source;
use crate::widgets::{Preset, cards};

/// Papers and files, with the tests that hold their numbers.
pub fn sources(lang: Lang) -> Vec<Source> {
    let text = i18n::kv_cache(lang);
    let source = |text: &'static str, href: &'static str, test: Option<&'static str>| Source {
        text: text.into(),
        href: href.into(),
        test: test.map(Into::into),
    };
    let papers = [
        source(text.source_v2_table, "https://arxiv.org/abs/2405.04434", Some("tests/reference_models.rs")),
        source(text.source_v2_bits, "https://arxiv.org/abs/2405.04434", Some("tests/widget_kv_cache.rs")),
        source(text.source_fp8, "https://github.com/deepseek-ai/FlashMLA", Some("tests/widget_kv_cache.rs")),
        source(text.source_insights, "https://arxiv.org/abs/2505.09343", Some("tests/widget_kv_cache.rs")),
        source(text.source_v3, "https://arxiv.org/abs/2412.19437", Some("tests/reference_models.rs")),
        source(text.source_models, "https://github.com/huggingface/transformers", Some("tests/reference_models.rs")),
    ];
    papers.into_iter().chain(GPUS.iter().map(|gpu| cards::source(lang, gpu))).collect()
}

/// Each answers another question.
pub fn presets(lang: Lang) -> Vec<Preset> {
    let text = i18n::kv_cache(lang);
    const V2: (&str, &str) = ("models", "deepseek-v2,deepseek-67b");
    const AGAINST_67B: (&str, &str) = ("baseline", "deepseek-67b");
    vec![
        Preset { label: text.preset_default, fields: &[] },
        Preset { label: text.preset_outgrow, fields: &[("view", "growth")] },
        Preset { label: text.preset_93, fields: &[V2, AGAINST_67B, ("cache-format", "6-bit")] },
        Preset { label: text.preset_ratios, fields: &[("view", "ratios")] },
        Preset { label: text.preset_unfolded, fields: &[("baseline", "mha-192")] },
        Preset { label: text.preset_h200, fields: &[("gpu", "h200-sxm"), ("gpus", "8"), ("batch", "32")] },
        Preset {
            label: text.preset_million,
            fields: &[
                ("models", "deepseek-v3,llama-4-maverick,gpt-oss-120b,llama-3.1-405b"),
                ("context", "1000000"),
                ("view", "growth"),
            ],
        },
        Preset {
            label: text.preset_heads,
            fields: &[
                ("models", "llama-2-7b,llama-3.1-8b,falcon-7b,deepseek-v2-lite"),
                ("baseline", "mqa"),
                ("gpus", "1"),
            ],
        },
        Preset { label: text.preset_mistake, fields: &[("models", "deepseek-v3"), ("gpus", "1")] },
    ]
}
