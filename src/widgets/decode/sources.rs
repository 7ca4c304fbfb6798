//! Where the numbers come from, states worth trying, and questions.

use super::model::roofline;
use super::state::{GpuName, MOST_BATCH, MOST_HEADS, State};
use crate::i18n::{self, Lang};
use crate::numerics::attention::{Scope, machine_balance};
use crate::numerics::models::CacheKind;
use crate::state::Choice as _;
use crate::ui::Source;
use crate::widgets::{Challenge, Preset, cards};

/// Papers, code and data sheets, with the tests that hold their numbers.
pub fn sources(lang: Lang) -> Vec<Source> {
    let text = i18n::decode(lang);
    let source = |text: &'static str, href: &'static str, test: &'static str| Source {
        text: text.into(),
        href: href.into(),
        test: Some(test.into()),
    };
    let papers = [
        source(text.source_flashmla, cards::FLASH_MLA, "tests/widget_decode.rs"),
        source(text.source_v2, "https://arxiv.org/abs/2405.04434", "tests/attention_properties.rs"),
        source(text.source_v3, "https://arxiv.org/abs/2412.19437", "tests/attention_properties.rs"),
        source(text.source_kinds, "https://arxiv.org/abs/2305.13245", "tests/reference_attention.rs"),
        source(text.source_code, "https://github.com/huggingface/transformers", "tests/reference_attention.rs"),
    ];
    papers.into_iter().chain(GpuName::ALL.iter().map(|name| cards::source(lang, name.gpu()))).collect()
}

const ROOFLINE: (&str, &str) = ("view", "roofline");

/// States worth trying.
pub fn presets(lang: Lang) -> Vec<Preset> {
    let text = i18n::decode(lang);
    vec![
        Preset { label: text.preset_default, fields: &[] },
        Preset { label: text.preset_mha, fields: &[("attention", "mha")] },
        Preset { label: text.preset_blind, fields: &[("rope-key", "off")] },
        Preset { label: text.preset_roofline, fields: &[ROOFLINE] },
        Preset { label: text.preset_ahead, fields: &[ROOFLINE, ("tokens-per-step", "2")] },
        Preset { label: text.preset_h20, fields: &[ROOFLINE, ("gpu", "h20")] },
    ]
}

/// Whether MLA in a state is paced by the accelerator's arithmetic.
fn by_arithmetic(state: &State) -> bool {
    let balance = machine_balance(state.gpu.gpu()).unwrap_or(f64::INFINITY);
    roofline(state, CacheKind::Mla).flop_per_byte() >= balance
}

fn heads() -> f64 {
    let enough = |heads: &u32| by_arithmetic(&State { heads: *heads, ..State::default() });
    (1..=MOST_HEADS).find(enough).map_or(f64::NAN, f64::from)
}

fn batch() -> f64 {
    let enough = |batch: &u32| by_arithmetic(&State { batch: *batch, counted: Scope::Layer, ..State::default() });
    (1..=MOST_BATCH).find(enough).map_or(f64::NAN, f64::from)
}

fn bytes() -> f64 {
    roofline(&State::default(), CacheKind::Mla).bytes_read() as f64
}

/// Questions whose answers are counted.
pub fn challenges(lang: Lang) -> Vec<Challenge> {
    let text = i18n::decode(lang);
    vec![
        Challenge {
            question: text.ask_heads,
            answer: heads,
            tolerance: 0.0,
            unit: text.unit_heads,
            shows: &[ROOFLINE, ("heads", "157")],
        },
        Challenge {
            question: text.ask_batch,
            answer: batch,
            tolerance: 0.0,
            unit: text.unit_sequences,
            shows: &[ROOFLINE, ("counted", "layer"), ("batch", "906")],
        },
        Challenge {
            question: text.ask_bytes,
            answer: bytes,
            tolerance: 0.0,
            unit: text.unit_bytes,
            shows: &[ROOFLINE],
        },
    ]
}
