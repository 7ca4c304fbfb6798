//! Where the numbers come from, and states worth trying.

use crate::i18n::{self, Lang};
use crate::ui::Source;
use crate::widgets::Preset;

/// Papers, data and libraries, with the tests that hold their numbers.
pub fn sources(lang: Lang) -> Vec<Source> {
    let text = i18n::low_rank(lang);
    let source = |text: &'static str, href: &'static str, test: Option<&'static str>| Source {
        text: text.into(),
        href: href.into(),
        test: test.map(Into::into),
    };
    vec![
        source(
            text.source_model,
            "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2",
            Some("tests/widget_low_rank.rs"),
        ),
        source(text.source_eckart_young, "https://doi.org/10.1007/BF02288367", Some("tests/svd_properties.rs")),
        source(
            text.source_svd,
            "https://numpy.org/doc/stable/reference/generated/numpy.linalg.svd.html",
            Some("tests/reference_svd.rs"),
        ),
        source(text.source_jacobi, "https://doi.org/10.1137/050639193", Some("tests/svd_properties.rs")),
        source(text.source_mla, "https://arxiv.org/abs/2405.04434", None),
        source(text.source_conversion, "https://arxiv.org/abs/2502.14837", None),
    ]
}

/// Each shows something else.
pub fn presets(lang: Lang) -> Vec<Preset> {
    let text = i18n::low_rank(lang);
    vec![
        Preset { label: text.preset_default, fields: &[] },
        Preset { label: text.preset_per_head, fields: &[("joint", "per-head")] },
        Preset { label: text.preset_separate, fields: &[("joint", "separate")] },
        Preset { label: text.preset_random, fields: &[("source", "random")] },
        Preset { label: text.preset_half, fields: &[("fit", "half"), ("rank", "48")] },
        Preset { label: text.preset_few, fields: &[("rank", "8")] },
        Preset { label: text.preset_worst, fields: &[("head", "5"), ("token", "20")] },
        Preset { label: text.preset_decaying, fields: &[("source", "decaying"), ("rank", "28")] },
        Preset { label: text.preset_power_law, fields: &[("source", "power-law")] },
    ]
}
