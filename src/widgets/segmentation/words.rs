//! The result, as a sentence with live numbers and as plain text; and what is odd about the fields.

use yew::prelude::*;

use super::Segmentation;
use super::model::Computed;
use super::names::Names;
use super::state::State;
use crate::i18n::{Lang, fill, percent};
use crate::widgets::View;

/// Terms of the sentence: their numbers, marks and symbols light together.
pub mod term {
    /// The number of choices.
    pub const WAYS: &str = "ways";
    /// The number of choices before the cut.
    pub const BEFORE: &str = "before";
    /// The share that works.
    pub const FRACTION: &str = "fraction";
    /// The shared experts.
    pub const SHARED: &str = "shared";
    /// How alike experts are without a shared one.
    pub const WITHOUT: &str = "without";
    /// How alike they are with one.
    pub const WITH: &str = "with";
}

type Values = Vec<(&'static str, String)>;

/// The sentences, with everything but the terms filled in, and the terms.
fn parts(state: &State, computed: &Computed, lang: Lang) -> (String, Values) {
    let names = Names::new(lang);
    let text = names.text;
    let cut = computed.cut();
    let (n, k) = names.sizes(computed, cut, state.experts);
    let runs = computed.training.runs();
    let shared = state.shared.clamp(1, 2) as usize;
    let (without, with) = (&runs[0], &runs[shared]);
    let first = if cut.m == 1 { text.uncut } else { text.cut };
    let second = if computed.shared > 0 { text.of_them_shared } else { "" };
    let third = if with.mean().is_nan() {
        text.toy_nothing_routed
    } else if computed.training.pending().is_some() {
        text.toy_learning
    } else if with.error() <= without.error() {
        text.toy_better
    } else {
        text.toy_worse
    };
    let keep = |place: &str| ["{", place, "}"].concat();
    let fixed = [
        ("m", cut.m.to_string()),
        ("n", n.to_string()),
        ("k", k.to_string()),
        ("whole_n", state.experts.to_string()),
        ("whole_k", computed.top_k.to_string()),
        ("from", cut.from.to_string()),
        ("chosen", cut.chosen.to_string()),
        ("with_shared", if shared == 1 { text.shared_one } else { text.shared_two }.to_owned()),
        ("error_before", names.error(without.error())),
        ("error_after", names.error(with.error())),
    ];
    let values = vec![
        (term::WAYS, names.ways(&cut.ways)),
        (term::BEFORE, computed.cuts.first().map_or_else(String::new, |whole| names.ways(&whole.ways))),
        (term::FRACTION, percent(computed.active_fraction(state.experts), 3)),
        (term::SHARED, computed.shared.to_string()),
        (term::WITHOUT, names.likeness(without.mean())),
        (term::WITH, names.likeness(with.mean())),
    ];
    let kept: Vec<(&str, String)> = values.iter().map(|(name, _)| (*name, keep(name))).collect();
    let places: Vec<(&str, &str)> = fixed.iter().chain(&kept).map(|(name, value)| (*name, value.as_str())).collect();
    let between = if lang == Lang::Zh { "" } else { " " };
    let sentences: Vec<&str> = [first, second, third].into_iter().filter(|sentence| !sentence.is_empty()).collect();
    (fill(&sentences.join(between), &places), values)
}

/// The result with live numbers.
pub fn result(view: &View<Segmentation>) -> Html {
    let (sentences, values) = parts(&view.state, &view.model, view.lang);
    view.sentence(&sentences, &values)
}

/// The result as it is spoken.
pub fn spoken(view: &View<Segmentation>) -> String {
    let (sentences, values) = parts(&view.state, &view.model, view.lang);
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fill(&sentences, &values)
}

/// What is odd about the fields.
pub fn remarks(view: &View<Segmentation>) -> Vec<String> {
    let (names, state, computed) = (Names::new(view.lang), &*view.state, &*view.model);
    let text = names.text;
    let mut remarks = Vec::new();
    if computed.top_k < state.top_k {
        let values = [("k", state.top_k.to_string()), ("n", state.experts.to_string())];
        remarks.push(fill(text.odd_top_k, &values.each_ref().map(|(name, value)| (*name, value.as_str()))));
    }
    if computed.shared < state.shared {
        let values = [("shared", state.shared.to_string()), ("k", (computed.top_k * computed.cut().m).to_string())];
        remarks.push(fill(text.odd_shared, &values.each_ref().map(|(name, value)| (*name, value.as_str()))));
    } else if computed.cut().chosen == 0 {
        remarks.push(text.odd_all_shared.to_owned());
    }
    remarks
}
