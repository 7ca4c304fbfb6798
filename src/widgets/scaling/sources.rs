//! Where the rules come from, and states worth trying.

use crate::i18n::{self, Lang};
use crate::ui::Source;
use crate::widgets::Preset;

/// Code, papers and specifications, with the tests that hold our scales and codes to theirs.
pub fn sources(lang: Lang) -> Vec<Source> {
    let text = i18n::scaling(lang);
    let source = |text: &'static str, href: &'static str, test: Option<&'static str>| Source {
        text: text.into(),
        href: href.into(),
        test: test.map(Into::into),
    };
    let reference = Some("tests/reference_scaling.rs");
    vec![
        source(text.source_kernel, "https://github.com/deepseek-ai/DeepSeek-V3", reference),
        source(text.source_report, "https://arxiv.org/abs/2412.19437", Some("tests/widget_scaling.rs")),
        source(
            text.source_mx,
            "https://www.opencompute.org/documents/ocp-microscaling-formats-mx-v1-0-spec-final-pdf",
            reference,
        ),
        source(
            text.source_data,
            "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2",
            Some("tests/widget_scaling.rs"),
        ),
    ]
}

/// What an outlier does, and what a spread does.
pub fn presets(lang: Lang) -> Vec<Preset> {
    let text = i18n::scaling(lang);
    const SPREAD: (&str, &str) = ("source", "token-spread");
    const CHANNEL: (&str, &str) = ("source", "outlier-channel");
    const E4M3: (&str, &str) = ("format", "e4m3fn");
    const TILES: (&str, &str) = ("beside-granularity", "tile-1x128");
    vec![
        Preset { label: text.preset_default, fields: &[] },
        Preset { label: text.preset_spread, fields: &[SPREAD, E4M3, TILES] },
        Preset { label: text.preset_block, fields: &[SPREAD, E4M3, ("granularity", "block-128"), TILES] },
        Preset { label: text.preset_range, fields: &[SPREAD, E4M3, ("beside-format", "e5m2")] },
        Preset { label: text.preset_tiles, fields: &[("granularity", "tile-1x128"), TILES] },
        Preset { label: text.preset_mistake, fields: &[CHANNEL] },
        Preset { label: text.preset_huge, fields: &[CHANNEL, ("outlier", "100000"), E4M3, TILES] },
        Preset {
            label: text.preset_micro,
            fields: &[("format", "e2m1"), ("beside-format", "e2m1"), ("beside-granularity", "tile-1x32-e8m0")],
        },
    ]
}
