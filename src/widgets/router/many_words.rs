//! The sentences about many tokens.

use yew::prelude::*;

use super::many::{CAPACITY_FACTOR, Many, busiest, quietest};
use super::state::State;
use super::{Router, words};
use crate::i18n::{self, Lang, fill, fixed, integer, percent, significant};
use crate::numerics::routing::{Kind, nodes_by_chance};
use crate::ui::{self, group, written};
use crate::widgets::View;

/// What the pictures of many tokens show.
pub fn step(view: &View<Router>, many: &Many) -> Html {
    let (text, place, gate) = (i18n::router(view.lang), words::place(view.state.kind, view.lang), many.sums.gate());
    let values = [
        ("chance", fixed(nodes_by_chance(gate), 2)),
        ("k", gate.top_k.to_string()),
        ("nodes", gate.nodes.to_string()),
        ("experts", gate.experts.to_string()),
    ];
    let line = if gate.nodes > 1 { place.many_line_nodes } else { text.many_line };
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let mut sentences = vec![ui::text(written(fill(line, &values)))];
    if let Some(skipped) = words::skipped(&view.state, gate, view.lang) {
        sentences.push(ui::words("span", "router__skipped", written(skipped)));
    }
    group(sentences)
}

/// The sentences of the result, and the values of their places.
#[must_use]
pub fn result(many: &Many, state: &State, lang: Lang) -> (Vec<&'static str>, Vec<(&'static str, String)>) {
    let (text, place) = (i18n::router(lang), words::place(state.kind, lang));
    let (sums, gate) = (&many.sums, many.sums.gate());
    let sentence = match (gate.nodes > 1, gate.limits_groups()) {
        (true, true) if sums.affinity_kept().is_nan() => place.result_many_undefined,
        (true, true) => place.result_many,
        (true, false) => place.result_many_free,
        (false, _) => text.result_many_plain,
    };
    let mut sentences = vec![sentence, text.result_load];
    sentences.extend(gate.limits_groups().then_some(text.result_load_free));
    sentences.extend(match state.kind {
        Kind::Switch => Some(text.result_dropped),
        Kind::DeepseekV3 => Some(text.result_dropless),
        _ => None,
    });
    let ((expert, most), free) = (busiest(sums.load()), sums.load_without_groups());
    let values = vec![
        ("count", integer(sums.tokens() as u128)),
        ("chosen", gate.top_k.to_string()),
        ("experts", gate.experts.to_string()),
        ("nodes", fixed(sums.nodes_touched(), 2)),
        ("all", gate.nodes.to_string()),
        ("free", fixed(sums.nodes_touched_without_groups(), 2)),
        ("kept", percent(sums.affinity_kept(), 3)),
        ("mean", significant(sums.mean_load(), 4)),
        ("busiest", expert.to_string()),
        ("most", integer(most as u128)),
        ("least", integer(quietest(sums.load()) as u128)),
        ("free_most", integer(busiest(free).1 as u128)),
        ("free_least", integer(quietest(free) as u128)),
        ("factor", significant(CAPACITY_FACTOR, 3)),
        ("room", integer(many.room() as u128)),
        ("dropped", integer(many.dropped() as u128)),
        ("dropped_share", percent(many.dropped_share(), 3)),
    ];
    (sentences, values)
}
