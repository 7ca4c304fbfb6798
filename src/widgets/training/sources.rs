//! Where the numbers come from, and states worth trying.

use crate::i18n::{self, Lang};
use crate::ui::Source;
use crate::widgets::Preset;

/// Papers, with the tests that hold their numbers.
pub fn sources(lang: Lang) -> Vec<Source> {
    let text = i18n::training(lang);
    let source = |text: &'static str, href: &'static str, test: &'static str| Source {
        text: text.into(),
        href: href.into(),
        test: Some(test.into()),
    };
    vec![
        source(text.source_v3, "https://arxiv.org/abs/2412.19437", "tests/training.rs"),
        source(text.source_dice, "https://arxiv.org/abs/1502.02551", "tests/fast_casts.rs"),
        source(text.source_fp8, "https://arxiv.org/abs/2209.05433", "tests/fast_casts.rs"),
        source(text.source_start, "https://proceedings.mlr.press/v9/glorot10a.html", "tests/training.rs"),
    ]
}

/// Each shows another side of it.
pub fn presets(lang: Lang) -> Vec<Preset> {
    let text = i18n::training(lang);
    vec![
        Preset { label: text.preset_default, fields: &[] },
        Preset { label: text.preset_where_kept, fields: &[("runs", "e4m3,e4m3-master")] },
        Preset { label: text.preset_dice, fields: &[("runs", "e4m3,e4m3-stochastic")] },
        Preset { label: text.preset_bf16, fields: &[("runs", "fp32,bf16,bf16-stochastic")] },
        Preset { label: text.preset_larger_steps, fields: &[("learning-rate", "0.3")] },
        Preset { label: text.preset_smaller_steps, fields: &[("learning-rate", "0.02")] },
        Preset { label: text.preset_easy, fields: &[("points", "ring")] },
        Preset { label: text.preset_too_large, fields: &[("learning-rate", "3")] },
    ]
}
