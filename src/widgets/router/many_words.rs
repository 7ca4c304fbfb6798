//! The sentences about many tokens.

use yew::prelude::*;

use super::many::Many;
use super::{Router, words};
use crate::i18n::{self, RouterText, fill, fixed, integer, percent, significant};
use crate::numerics::routing::nodes_by_chance;
use crate::ui::{self, group, written};
use crate::widgets::View;

/// What the pictures of many tokens show.
pub fn step(view: &View<Router>, many: &Many) -> Html {
    let (text, gate) = (i18n::router(view.lang), many.sums.gate());
    let values = [
        ("chance", fixed(nodes_by_chance(gate), 2)),
        ("k", gate.top_k.to_string()),
        ("nodes", gate.nodes.to_string()),
        ("experts", gate.experts.to_string()),
    ];
    let line = if gate.nodes > 1 { text.many_line_nodes } else { text.many_line };
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let mut sentences = vec![ui::text(written(fill(line, &values)))];
    if let Some(skipped) = words::skipped(&view.state, gate, view.lang) {
        sentences.push(ui::words("span", "router__skipped", written(skipped)));
    }
    group(sentences)
}

/// The sentences of the result, and the values of their places.
#[must_use]
pub fn result(many: &Many, text: &'static RouterText) -> (Vec<&'static str>, Vec<(&'static str, String)>) {
    let (sums, gate) = (&many.sums, many.sums.gate());
    let sentence = match (gate.nodes > 1, gate.limits_groups()) {
        (true, true) if sums.affinity_kept().is_nan() => text.result_many_undefined,
        (true, true) => text.result_many,
        (true, false) => text.result_many_free,
        (false, _) => text.result_many_plain,
    };
    let (expert, most) = many.busiest();
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
        ("least", integer(many.quietest() as u128)),
    ];
    (vec![sentence, text.result_load], values)
}
