//! Questions to the reader; each answer is computed with the gate itself.

use super::model::compute;
use super::state::{Stage, State};
use crate::i18n::{self, Lang};
use crate::numerics::routing::{Kind, nodes_by_chance};
use crate::widgets::Challenge;

/// The token of the question about a bias.
pub const WORD: &str = "router";
/// The expert of that question.
pub const EXPERT: usize = 68;

fn chance() -> f64 {
    nodes_by_chance(&Kind::DeepseekV3.gate())
}

/// The smallest bias, in hundredths, with which [`EXPERT`] is chosen for [`WORD`]; NaN if none is large enough.
fn waking_bias() -> f64 {
    let wakes = |hundredths: u32| {
        let mut state = State { text: WORD.to_owned(), token: 0, stage: Stage::TopK, ..State::default() };
        state.biases.set(EXPERT, Some(f64::from(hundredths) / 100.0));
        compute(&state, Lang::En).routing.place(EXPERT).is_some()
    };
    // A larger bias never hurts: the smallest that is enough is between one that is not and one that is.
    let (mut not, mut enough) = (0, 100);
    if !wakes(enough) {
        return f64::NAN;
    }
    while enough - not > 1 {
        let middle = not.midpoint(enough);
        *if wakes(middle) { &mut enough } else { &mut not } = middle;
    }
    f64::from(enough) / 100.0
}

/// What the weights of DeepSeek-V2's gate add up to where all logits are equal.
fn even_softmax() -> f64 {
    let gate = Kind::DeepseekV2.gate();
    let routed = gate.route(&vec![0.0; gate.experts], &[]);
    routed.map_or(f64::NAN, |routed| routed.weights.iter().copied().map(f64::from).sum())
}

/// Questions worth an answer.
#[must_use]
pub fn challenges(lang: Lang) -> Vec<Challenge> {
    let text = i18n::router(lang);
    vec![
        Challenge {
            question: text.ask_nodes,
            answer: chance,
            tolerance: 0.02,
            unit: text.unit_nodes,
            shows: &[("view", "many"), ("groups", "off"), ("tokens", "16384")],
        },
        Challenge {
            question: text.ask_bias,
            answer: waking_bias,
            tolerance: 0.0,
            unit: "",
            shows: &[("text", WORD), ("token", "0"), ("stage", "bias")],
        },
        Challenge {
            question: text.ask_even,
            answer: even_softmax,
            tolerance: 0.01,
            unit: "",
            shows: &[("kind", "deepseek-v2"), ("stage", "weights")],
        },
    ]
}
