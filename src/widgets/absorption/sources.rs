//! Where the numbers come from, states worth trying, and questions.

use super::model::v3;
use super::state::{MOST_CACHED, State};
use crate::i18n::{self, Lang};
use crate::numerics::attention::{Lane, Work};
use crate::ui::Source;
use crate::widgets::{Challenge, Preset};

/// Papers and code, with the tests that hold their numbers.
pub fn sources(lang: Lang) -> Vec<Source> {
    let text = i18n::absorption(lang);
    let source = |text: &'static str, href: &'static str, test: &'static str| Source {
        text: text.into(),
        href: href.into(),
        test: Some(test.into()),
    };
    vec![
        source(text.source_v2, "https://arxiv.org/abs/2405.04434", "tests/attention_properties.rs"),
        source(text.source_v3, "https://arxiv.org/abs/2412.19437", "tests/widget_absorption.rs"),
        source(text.source_code, "https://github.com/deepseek-ai/DeepSeek-V3", "tests/reference_attention.rs"),
        source(text.source_rope, "https://arxiv.org/abs/2104.09864", "tests/reference_attention.rs"),
        source(text.source_bound, "https://doi.org/10.1137/1.9780898718027", "tests/attention_properties.rs"),
    ]
}

/// States worth trying.
pub fn presets(lang: Lang) -> Vec<Preset> {
    let text = i18n::absorption(lang);
    vec![
        Preset { label: text.preset_default, fields: &[] },
        Preset { label: text.preset_expand, fields: &[("order", "expand")] },
        Preset { label: text.preset_turned, fields: &[("rope", "on-compressed")] },
        Preset { label: text.preset_moved, fields: &[("position", "10000"), ("precision", "f64")] },
        Preset { label: text.preset_prompt, fields: &[("queries", "512"), ("order", "expand")] },
        Preset { label: text.preset_full, fields: &[("widths", "full"), ("precision", "f64")] },
    ]
}

fn decoding(cached: u64) -> Work {
    Work { shape: v3(), lane: Lane::Decoupled, queries: 1, cached }
}

/// The shortest cache for which absorbing takes fewer multiplications.
fn even() -> f64 {
    (1..=u64::from(MOST_CACHED))
        .find(|n| decoding(*n).macs_absorb() < decoding(*n).macs_expand())
        .map_or(f64::NAN, |n| n as f64)
}

/// The fewest queries for which one unfolding of the longest cache takes fewer.
fn shared() -> f64 {
    let at = |queries| Work { queries, ..decoding(MOST_CACHED.into()) };
    (1..=4096).find(|n| at(*n).macs_expand() < at(*n).macs_absorb()).map_or(f64::NAN, |n| n as f64)
}

fn matrices() -> f64 {
    let cached = u64::from(State::default().cached);
    Work { lane: Lane::OnCompressed, ..decoding(cached) }.folded_queries() as f64
}

fn memory() -> f64 {
    decoding(1).bytes_read_unfolded() as f64 / decoding(1).bytes_read() as f64
}

/// Questions whose answers are counted.
pub fn challenges(lang: Lang) -> Vec<Challenge> {
    let text = i18n::absorption(lang);
    vec![
        Challenge {
            question: text.ask_even,
            answer: even,
            tolerance: 0.0,
            unit: text.unit_tokens,
            shows: &[("cached", "2")],
        },
        Challenge {
            question: text.ask_queries,
            answer: shared,
            tolerance: 0.0,
            unit: text.unit_queries,
            shows: &[("cached", "1000000"), ("queries", "171"), ("order", "expand")],
        },
        Challenge {
            question: text.ask_matrices,
            answer: matrices,
            tolerance: 0.0,
            unit: text.unit_queries,
            shows: &[("rope", "on-compressed")],
        },
        Challenge {
            question: text.ask_memory,
            answer: memory,
            tolerance: 0.01,
            unit: text.unit_times,
            shows: &[("order", "expand")],
        },
    ]
}
