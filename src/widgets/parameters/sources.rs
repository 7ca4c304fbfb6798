//! Where the numbers come from, states worth trying, and questions.

use crate::i18n::{self, Lang};
use crate::numerics::models::{Model, Moe, expected_awake, model};
use crate::ui::Source;
use crate::widgets::{Challenge, Preset};

/// Papers and files, with the tests that hold their numbers.
pub fn sources(lang: Lang) -> Vec<Source> {
    let text = i18n::parameters(lang);
    let source = |text: &'static str, href: &'static str, test: &'static str| Source {
        text: text.into(),
        href: href.into(),
        test: Some(test.into()),
    };
    vec![
        source(text.source_v3, "https://arxiv.org/abs/2412.19437", "tests/reference_models.rs"),
        source(
            text.source_weights,
            "https://github.com/deepseek-ai/DeepSeek-V3/blob/main/README_WEIGHTS.md",
            "tests/widget_parameters.rs",
        ),
        source(text.source_counted, "https://github.com/huggingface/transformers", "tests/reference_models.rs"),
        source(text.source_flops, "https://arxiv.org/abs/2505.09343", "src/numerics/models/arithmetic.rs"),
    ]
}

/// Each shows something else.
pub fn presets(lang: Lang) -> Vec<Preset> {
    let text = i18n::parameters(lang);
    const ACTIVE: (&str, &str) = ("view", "active");
    vec![
        Preset { label: text.preset_default, fields: &[] },
        Preset { label: text.preset_active, fields: &[ACTIVE] },
        Preset { label: text.preset_expert, fields: &[("zoom", "routed-experts/30/21")] },
        Preset { label: text.preset_rest, fields: &[("zoom", "rest")] },
        Preset { label: text.preset_many, fields: &[ACTIVE, ("tokens", "96")] },
        Preset { label: text.preset_memory, fields: &[("view", "memory")] },
        Preset { label: text.preset_mixtral, fields: &[("model", "mixtral-8x7b"), ACTIVE] },
        Preset { label: text.preset_dense, fields: &[("model", "llama-3.1-405b")] },
    ]
}

fn v3_with(change: impl Fn(Moe) -> Moe) -> Option<Model> {
    let v3 = model("deepseek-v3")?;
    Some(Model { moe: v3.moe.map(change), ..*v3 })
}

/// Billions in use if a token chose twice as many experts.
fn twice_as_many() -> f64 {
    let wide = v3_with(|moe| Moe { top_k: 16, ..moe });
    wide.map_or(f64::NAN, |model| model.parameters().active_without_input_embedding() as f64 / 1e9)
}

/// The fewest experts a token with which attention is less than a quarter of what is in use.
fn attention_below_a_quarter() -> f64 {
    let share = |top_k: u16| {
        let parameters = v3_with(|moe| Moe { top_k, ..moe })?.parameters();
        Some(parameters.attention as f64 / parameters.active_without_input_embedding() as f64)
    };
    (1..=256).find(|top_k| share(*top_k).is_some_and(|share| share < 0.25)).map_or(f64::NAN, f64::from)
}

/// The fewest tokens that on average wake nine tenths of a layer's experts.
fn nine_tenths_awake() -> f64 {
    (1..=1024).find(|tokens| expected_awake(256, 8, *tokens) >= 0.9).map_or(f64::NAN, f64::from)
}

/// Mixtral's share in use, in percent.
fn mixtral_share() -> f64 {
    model("mixtral-8x7b").map_or(f64::NAN, |model| {
        let parameters = model.parameters();
        100.0 * parameters.active_without_input_embedding() as f64 / parameters.total() as f64
    })
}

/// Questions to the reader.
pub fn challenges(lang: Lang) -> Vec<Challenge> {
    let text = i18n::parameters(lang);
    vec![
        Challenge {
            question: text.ask_top_16,
            answer: twice_as_many,
            tolerance: 0.01,
            unit: "× 10⁹",
            shows: &[("top-k", "16"), ("view", "active")],
        },
        Challenge {
            question: text.ask_quarter,
            answer: attention_below_a_quarter,
            tolerance: 0.0,
            unit: "",
            shows: &[("top-k", "12"), ("view", "active")],
        },
        Challenge {
            question: text.ask_awake,
            answer: nine_tenths_awake,
            tolerance: 0.03,
            unit: "",
            shows: &[("tokens", "73"), ("view", "active"), ("zoom", "routed-experts")],
        },
        Challenge {
            question: text.ask_mixtral,
            answer: mixtral_share,
            tolerance: 0.01,
            unit: "%",
            shows: &[("model", "mixtral-8x7b"), ("view", "active")],
        },
    ]
}
