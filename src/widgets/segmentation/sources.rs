//! Where the numbers come from, states worth trying, and questions.

use super::state::State;
use super::training::Training;
use crate::i18n::{self, Lang};
use crate::numerics::combinations::combinations;
use crate::ui::Source;
use crate::widgets::{Challenge, Preset};

/// Papers, with the tests that hold their numbers.
pub fn sources(lang: Lang) -> Vec<Source> {
    let text = i18n::segmentation(lang);
    let source = |text: &'static str, href: &'static str, test: &'static str| Source {
        text: text.into(),
        href: href.into(),
        test: Some(test.into()),
    };
    vec![
        source(text.source_moe, "https://arxiv.org/abs/2401.06066", "src/numerics/combinations.rs"),
        source(text.source_shared, "https://arxiv.org/abs/2401.06066", "src/numerics/shared_expert/likeness.rs"),
        source(text.source_v3, "https://arxiv.org/abs/2412.19437", "tests/widget_segmentation.rs"),
    ]
}

/// Each shows something else.
pub fn presets(lang: Lang) -> Vec<Preset> {
    let text = i18n::segmentation(lang);
    vec![
        Preset { label: text.preset_default, fields: &[] },
        Preset { label: text.preset_whole, fields: &[("m", "1")] },
        Preset { label: text.preset_v3, fields: &[("experts", "64"), ("top-k", "2"), ("m", "4")] },
        Preset { label: text.preset_finest, fields: &[("m", "16")] },
        Preset { label: text.preset_shared, fields: &[("shared-experts", "1")] },
        Preset { label: text.preset_nothing, fields: &[("shared-experts", "1"), ("common", "0")] },
        Preset { label: text.preset_mistake, fields: &[("m", "1"), ("shared-experts", "1"), ("common", "0.2")] },
    ]
}

fn number(n: u32, k: u32) -> f64 {
    crate::decimal::parse(&combinations(n, k).digits()).unwrap_or(f64::NAN)
}

/// 4 of 32.
fn cut_in_two() -> f64 {
    number(32, 4)
}

/// 8 of 256 over 8 of 64.
fn v3_over_64() -> f64 {
    number(256, 8) / number(64, 8)
}

/// By how much one shared expert lowers the error of the default toy, in percent: trains it.
fn error_saved() -> f64 {
    let mut training = Training::new(&State::default());
    training.finish();
    let [without, with, _] = training.runs();
    100.0 * (1.0 - with.error() / without.error())
}

/// Questions to the reader.
pub fn challenges(lang: Lang) -> Vec<Challenge> {
    let text = i18n::segmentation(lang);
    vec![
        Challenge { question: text.ask_two, answer: cut_in_two, tolerance: 0.0, unit: "", shows: &[("m", "2")] },
        Challenge {
            question: text.ask_v3,
            answer: v3_over_64,
            tolerance: 0.02,
            unit: "",
            shows: &[("experts", "64"), ("top-k", "2"), ("m", "4")],
        },
        Challenge {
            question: text.ask_error,
            answer: error_saved,
            tolerance: 0.05,
            unit: "%",
            shows: &[("shared-experts", "1")],
        },
    ]
}
