//! Which experts the domains of the toy chose.

use std::rc::Rc;

use yew::prelude::*;

use super::Seen;
use crate::i18n::{self, fill};
use crate::numerics::balance::DOMAINS;
use crate::ui::{Heatmap, Ramp, group, part, words};
use crate::widgets::balance::model::LEARNERS;
use crate::widgets::balance::names::method;

/// Domains by experts, coloured by the part of the domain's tokens.
pub fn draw(view: &Seen) -> Html {
    let (text, chosen) = (i18n::balance(view.lang), view.state.method);
    let step = view.model.last().and_then(|last| view.model.lesson.steps().get(last));
    let Some(counts) = step.map(|step| &step.domains[chosen.index()]) else { return Html::default() };
    let row = |counts: &[u32]| {
        let all = counts.iter().sum::<u32>().max(1);
        counts.iter().map(|count| Ramp::Sequential.bin(f64::from(*count) / f64::from(all))).collect::<Vec<_>>()
    };
    let bins = counts.chunks(LEARNERS).flat_map(row).collect();
    let heat = Heatmap {
        label: fill(text.domains_alt, &[("method", method(text, chosen))]).into(),
        rows: DOMAINS,
        columns: LEARNERS,
        bins: Rc::new(bins),
        ramp: Ramp::Sequential,
        ratio: 4.0,
        live: view.live,
        marks: Vec::new(),
        cursor: None,
        cursor_text: "".into(),
        on_cursor: None,
    };
    group(vec![words("p", "balance__head", text.domains.into()), part("div", "balance__heat", vec![heat.view()])])
}
