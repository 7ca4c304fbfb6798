//! The result, as a sentence with live numbers and as plain text; and what is odd about the fields.

use yew::prelude::*;

use super::Segmentation;
use super::model::{Computed, Cut};
use super::names::Names;
use super::state::State;
use crate::i18n::{Lang, fill, integer, percent};
use crate::numerics::combinations::combinations_within;
use crate::numerics::routing::{Gate, Kind};
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

fn number(cut: &Cut) -> f64 {
    crate::decimal::parse(&cut.ways.digits()).unwrap_or(f64::NAN)
}

/// The choice that DeepSeek-V3 has, and how much of it the limit on its groups leaves.
fn limited(cut: &Cut) -> Option<(Gate, u128)> {
    let gate = Kind::DeepseekV3.gate();
    let same = (cut.from as usize, cut.chosen as usize) == (gate.experts, gate.top_k);
    let [groups, size, kept, k] = [gate.n_group, gate.experts / gate.n_group, gate.topk_group, gate.top_k]
        .map(|n| u32::try_from(n).unwrap_or(u32::MAX));
    Some((gate, combinations_within(groups, size, kept, k)?)).filter(|_| same)
}

/// The sentences, with everything but the terms filled in, and the terms.
fn parts(state: &State, computed: &Computed, lang: Lang) -> (String, Values) {
    let names = Names::new(lang);
    let text = names.text;
    let cut = computed.cut();
    let (n, k) = names.sizes(computed, cut, state.experts);
    let runs = computed.training.runs();
    let shared = state.shared.clamp(1, 2) as usize;
    let (without, with) = (&runs[0], &runs[shared]);
    let first = match (cut.m, computed.shared) {
        (1, 0) => text.uncut,
        (1, _) => text.uncut_shared,
        (_, 0) => text.cut,
        _ => text.cut_shared,
    };
    let second = if with.mean().is_nan() {
        text.toy_nothing_routed
    } else if computed.training.pending().is_some() {
        text.toy_learning
    } else if with.error() <= without.error() {
        text.toy_better
    } else {
        text.toy_worse
    };
    let limit = limited(cut);
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
        ("kept", limit.map_or_else(String::new, |(gate, _)| gate.topk_group.to_string())),
        ("groups", limit.map_or_else(String::new, |(gate, _)| gate.n_group.to_string())),
        ("within", limit.map_or_else(String::new, |(_, within)| integer(within))),
        ("share", limit.map_or_else(String::new, |(_, within)| percent(within as f64 / number(cut), 3))),
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
    let sentences: Vec<&str> = std::iter::once(first).chain(limit.map(|_| text.limited)).chain([second]).collect();
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
