//! Where the numbers come from, and states worth trying.

use crate::i18n::{self, Lang};
use crate::ui::Source;
use crate::widgets::Preset;

/// Papers, with the tests that hold their numbers.
pub fn sources(lang: Lang) -> Vec<Source> {
    let text = i18n::balance(lang);
    let source = |text: &'static str, href: &'static str, test: Option<&'static str>| Source {
        text: text.into(),
        href: href.into(),
        test: test.map(Into::into),
    };
    const LOSS_FREE: &str = "https://arxiv.org/abs/2408.15664";
    vec![
        source(text.source_loss_free, LOSS_FREE, Some("tests/widget_balance.rs")),
        source(text.source_reference, LOSS_FREE, Some("tests/reference_balance.rs")),
        source(text.source_v3, "https://arxiv.org/abs/2412.19437", Some("tests/prose_facts.rs")),
        source(text.source_gradient, "https://arxiv.org/abs/2412.19437", Some("src/numerics/balance/learner.rs")),
    ]
}

/// States that each show one thing.
pub fn presets(lang: Lang) -> Vec<Preset> {
    let text = i18n::balance(lang);
    const LEARN: (&str, &str) = ("view", "learn");
    vec![
        Preset { label: text.preset_default, fields: &[] },
        Preset { label: text.preset_large, fields: &[("gamma", "0.01")] },
        Preset { label: text.preset_small, fields: &[("gamma", "0.0001")] },
        Preset { label: text.preset_shift, fields: &[("events", "150:freeze,220:shift"), ("at", "300")] },
        Preset { label: text.preset_fail, fields: &[("events", "180:remove-5"), ("at", "260")] },
        Preset {
            label: text.preset_v3,
            fields: &[("experts", "256"), ("top-k", "8"), ("tokens", "4096"), ("at", "100")],
        },
        Preset { label: text.preset_collapse, fields: &[LEARN, ("method", "none"), ("gamma", "0.005"), ("at", "400")] },
        Preset { label: text.preset_learn_bias, fields: &[LEARN, ("gamma", "0.005"), ("at", "400")] },
        Preset {
            label: text.preset_learn_sequence,
            fields: &[LEARN, ("method", "auxiliary-sequence"), ("gamma", "0.005"), ("at", "400")],
        },
    ]
}
