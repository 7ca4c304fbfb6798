//! Where the model comes from, and states worth trying.

use crate::i18n::{self, Lang};
use crate::ui::Source;
use crate::widgets::Preset;

/// Papers, with the tests that hold the model to others' sums.
pub fn sources(lang: Lang) -> Vec<Source> {
    let text = i18n::accumulator(lang);
    let source = |text: &'static str, href: &'static str, test: Option<&'static str>| Source {
        text: text.into(),
        href: href.into(),
        test: test.map(Into::into),
    };
    vec![
        source(text.source_report, "https://arxiv.org/abs/2412.19437", Some("tests/reference_accumulate.rs")),
        source(text.source_insights, "https://arxiv.org/abs/2505.09343", Some("tests/reference_accumulate.rs")),
        source(text.source_sage, "https://arxiv.org/abs/2411.10958", None),
        source(text.source_deepgemm, "https://github.com/deepseek-ai/DeepGEMM", None),
    ]
}

/// What truncation does, and what helps.
pub fn presets(lang: Lang) -> Vec<Preset> {
    let text = i18n::accumulator(lang);
    vec![
        Preset { label: text.preset_default, fields: &[] },
        Preset { label: text.preset_promote, fields: &[("promote-every", "128")] },
        Preset { label: text.preset_nearest, fields: &[("accumulator", "14-bit-nearest")] },
        Preset { label: text.preset_split, fields: &[("accumulator", "fp22-split")] },
        Preset { label: text.preset_bf16, fields: &[("accumulator", "bf16")] },
        Preset { label: text.preset_mixed, fields: &[("signs", "mixed")] },
        Preset { label: text.preset_long, fields: &[("k", "16384")] },
    ]
}
