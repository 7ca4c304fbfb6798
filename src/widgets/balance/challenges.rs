//! Questions whose answers are computed.

use super::model::{HALF, config};
use super::state::{Scene, State};
use crate::i18n::{self, Lang};
use crate::numerics::balance::{Method, smallest_gamma};
use crate::widgets::{Challenge, balance::Model};

/// Three of them.
pub fn challenges(lang: Lang) -> Vec<Challenge> {
    let text = i18n::balance(lang);
    vec![
        Challenge {
            question: text.challenge_gamma,
            answer: quickest,
            tolerance: 0.1,
            unit: "",
            shows: &[("experts", "16"), ("top-k", "2"), ("gamma", "0.0021"), ("at", "80")],
        },
        Challenge {
            question: text.challenge_mean,
            answer: even,
            tolerance: 0.0,
            unit: text.unit_tokens,
            shows: &[("experts", "256"), ("top-k", "8"), ("tokens", "4096"), ("at", "0")],
        },
        Challenge {
            question: text.challenge_idle,
            answer: idle,
            tolerance: 0.0,
            unit: text.unit_experts,
            shows: &[("view", "learn"), ("method", "none"), ("at", "100")],
        },
    ]
}

/// The smallest γ that brings MaxVio under 0.5 by step 50 and keeps it there to step 80.
fn quickest() -> f64 {
    let state = State { experts: 16, top_k: 2, ..State::default() };
    smallest_gamma(&config(&state), HALF, 50, 80)
}

fn even() -> f64 {
    let state = State { experts: 256, top_k: 8, tokens: 4096, ..State::default() };
    Model::new(&state).mean_load(0)
}

fn idle() -> f64 {
    let state = State { view: Scene::Learn, method: Method::None, at: 100, ..State::default() };
    let mut model = Model::new(&state);
    while model.pending().is_some() {
        model = model.advanced();
    }
    model.last().map_or(f64::NAN, |step| model.idle(step, Method::None) as f64)
}
