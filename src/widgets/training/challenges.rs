//! Questions to the reader.

use super::state::State;
use crate::i18n::{self, Lang};
use crate::numerics::format::Format;
use crate::numerics::train::{CURVE_STEP, MOST_STEPS, Race, Recipe};
use crate::widgets::Challenge;

/// Half a step of E4M3 at 0.75.
fn half_step() -> f64 {
    Format::E4M3FN.ulp(0.75) / 2.0
}

/// One recipe in the default state, at the end.
fn alone(recipe: Recipe, rate: f64) -> Race {
    let settings = State { learning_rate: rate, ..State::default() }.settings();
    let mut race = Race::new(settings, &[recipe]).turned(settings, &[recipe], MOST_STEPS);
    race.advance(u64::MAX);
    race
}

/// The first point of the curve below a tenth.
fn below_a_tenth() -> f64 {
    let race = alone(Recipe::E4m3Master, State::default().learning_rate);
    let curve = race.racers().first().map(|racer| racer.curve()).unwrap_or_default();
    curve.iter().position(|loss| *loss < 0.1).map_or(f64::NAN, |at| (at as u32 * CURVE_STEP).into())
}

/// The loss of E4M3 alone at three times the rate.
fn larger_rate() -> f64 {
    alone(Recipe::E4m3, 0.3).fits().first().map_or(f64::NAN, |fit| fit.loss)
}

/// Three questions.
pub fn challenges(lang: Lang) -> Vec<Challenge> {
    let text = i18n::training(lang);
    vec![
        Challenge {
            question: text.ask_half_step,
            answer: half_step,
            tolerance: 0.0,
            unit: "",
            shows: &[("runs", "e4m3,e4m3-master")],
        },
        Challenge {
            question: text.ask_below_a_tenth,
            answer: below_a_tenth,
            tolerance: 0.05,
            unit: "",
            shows: &[("runs", "e4m3-master")],
        },
        Challenge {
            question: text.ask_larger_rate,
            answer: larger_rate,
            tolerance: 0.05,
            unit: "",
            shows: &[("runs", "e4m3,e4m3-master"), ("learning-rate", "0.3")],
        },
    ]
}
