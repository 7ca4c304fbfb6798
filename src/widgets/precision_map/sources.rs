//! Where it is said, states worth trying, and questions.

use super::model;
use super::state::State;
use crate::i18n::{self, Lang};
use crate::ui::Source;
use crate::widgets::{Challenge, Preset};

const V3: &str = "https://arxiv.org/abs/2412.19437";

/// Sections of one report, with the tests that hold their numbers.
pub fn sources(lang: Lang) -> Vec<Source> {
    let text = i18n::precision_map(lang);
    let source = |text: &'static str, href: &'static str| Source {
        text: text.into(),
        href: href.into(),
        test: Some("tests/widget_precision_map.rs".into()),
    };
    vec![
        source(text.source_framework, V3),
        source(text.source_tiles, V3),
        source(text.source_storage, V3),
        source(text.source_blocks, V3),
        source(text.source_model, V3),
    ]
}

/// Each follows something else.
pub fn presets(lang: Lang) -> Vec<Preset> {
    let text = i18n::precision_map(lang);
    vec![
        Preset { label: text.preset_default, fields: &[] },
        Preset { label: text.preset_weight, fields: &[("tensor", "weight"), ("pass", "dgrad")] },
        Preset { label: text.preset_master, fields: &[("tensor", "master-weight"), ("pass", "update")] },
        Preset { label: text.preset_attention, fields: &[("tensor", "attention"), ("context", "131072")] },
        Preset { label: text.preset_odd, fields: &[("tensor", "attention-output"), ("pass", "forward")] },
        Preset { label: text.preset_mistake, fields: &[("tensor", "output-gradient"), ("pass", "dgrad")] },
    ]
}

fn terabytes() -> f64 {
    model::compute(&State::default()).bytes_optimizer as f64 / 1e12
}

fn long_share() -> f64 {
    100.0 * model::compute(&State { context: 131_072, ..State::default() }).fp8_flop_fraction()
}

/// Scales of one 7,168 × 2,048 matrix of an expert.
fn scales() -> f64 {
    let block = crate::numerics::models::BLOCK;
    (7168_u64.div_ceil(block) * 2048_u64.div_ceil(block)) as f64
}

/// Three questions.
pub fn challenges(lang: Lang) -> Vec<Challenge> {
    let text = i18n::precision_map(lang);
    vec![
        Challenge {
            question: text.ask_optimizer,
            answer: terabytes,
            tolerance: 0.02,
            unit: "TB",
            shows: &[("tensor", "moments"), ("pass", "update")],
        },
        Challenge {
            question: text.ask_long,
            answer: long_share,
            tolerance: 0.01,
            unit: "%",
            shows: &[("tensor", "attention"), ("context", "131072")],
        },
        Challenge {
            question: text.ask_scales,
            answer: scales,
            tolerance: 0.0,
            unit: "",
            shows: &[("tensor", "weight"), ("pass", "forward")],
        },
    ]
}
