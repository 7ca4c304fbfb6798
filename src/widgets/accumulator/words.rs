//! The result, as a sentence with live numbers and as plain text.

use yew::prelude::*;

use super::Accumulate;
use super::model::Computed;
use super::names::{error, number, products};
use super::state::State;
use crate::i18n::{self, Lang, fill, significant};
use crate::numerics::accumulate::{Accumulator, Cutting, Signs};
use crate::widgets::View;

/// Terms of the sentence: their numbers, marks and symbols light together.
pub mod term {
    /// How many products.
    pub const K: &str = "k";
    /// Error over the exact sum.
    pub const ERROR: &str = "error";
    /// Error over the usual size.
    pub const RMS: &str = "rms";
    /// The register's last place.
    pub const STEP: &str = "step";
    /// Mean of the products.
    pub const MEAN: &str = "mean";
    /// The error with, or without, promotion.
    pub const OTHER: &str = "other";
    /// The error of rounding to nearest.
    pub const NEAREST: &str = "nearest";
}

type Values = Vec<(&'static str, String)>;

/// Whether the register only ever loses.
const fn cuts(accumulator: Accumulator) -> bool {
    matches!(accumulator, Accumulator::Bits14Truncate | Accumulator::Fp22Fused | Accumulator::Fp22Split)
}

/// The error of the curve at a place; 0 if there is none.
fn error_of(model: &Computed, at: usize) -> f64 {
    model.curves.get(at).map_or(0.0, |curve| curve.error)
}

fn parts(state: &State, model: &Computed, lang: Lang) -> (String, Values) {
    let text = i18n::accumulator(lang);
    let mixed = state.signs == Signs::Mixed;
    let bits = fill(text.bits, &[("n", &state.accumulator.bits().to_string())]);
    let every = state.promote_every.every();
    let steps = match every {
        None => fill(text.steps, &[("bits", &bits)]),
        Some(every) => fill(text.steps_promoted, &[("bits", &bits), ("every", &every.to_string())]),
    };
    let other = match (every.is_some(), mixed) {
        (false, false) => text.with_promotion,
        (false, true) => text.with_promotion_mixed,
        (true, false) => text.without_promotion,
        (true, true) => text.without_promotion_mixed,
    };
    let mut sentences = vec![if mixed { text.loses_mixed } else { text.loses }.to_owned(), steps, other.to_owned()];
    if cuts(state.accumulator) && every.is_none() {
        sentences.push(if mixed { text.nearest_mixed } else { text.nearest_instead }.to_owned());
    }
    let values = vec![
        (term::K, products(text, state.k)),
        (term::ERROR, error(model.relative_error)),
        (term::RMS, error(model.error_over_rms)),
        (term::STEP, number(libm::scalbn(1.0, model.last_place))),
        (term::MEAN, significant(model.mean, 4)),
        (term::OTHER, error(error_of(model, 1))),
        (term::NEAREST, error(error_of(model, 2))),
    ];
    (sentences.join(if lang == Lang::Zh { "" } else { " " }), values)
}

/// The result with live numbers.
pub fn result(view: &View<Accumulate>) -> Html {
    let (sentences, values) = parts(&view.state, &view.model, view.lang);
    view.sentence(&sentences, &values)
}

/// The result as it is spoken.
pub fn spoken(view: &View<Accumulate>) -> String {
    let (sentences, values) = parts(&view.state, &view.model, view.lang);
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fill(&sentences, &values)
}

/// A field without effect.
pub fn remarks(view: &View<Accumulate>) -> Vec<String> {
    let aligned = matches!(view.state.accumulator, Accumulator::Fp22Fused | Accumulator::Fp22Split);
    let idle = view.state.cutting != Cutting::Floor && !aligned;
    idle.then(|| i18n::accumulator(view.lang).remark_cutting.to_owned()).into_iter().collect()
}
