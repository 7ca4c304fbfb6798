//! The controls: three in sight, the others behind "more".

use yew::prelude::*;

use super::Absorption;
use super::names::Names;
use super::state::{Action, MOST_CACHED, MOST_POSITION, MOST_QUERIES, MOST_TOKENS, Widths};
use crate::i18n::{fill, integer};
use crate::numerics::attention::{Lane, Order, Precision};
use crate::state::Choice as Named;
use crate::ui::{Button, Choice, Select, group};
use crate::widgets::View;
use crate::widgets::notched::{doubling, slider, whole};

/// Order, position, length of the cache.
pub fn primary(view: &View<Absorption>) -> Html {
    let text = Names::new(view.lang).text;
    let order = Choice {
        label: text.order.into(),
        name: [&view.id, "-order"].concat().into(),
        options: vec![text.expand.into(), text.absorb.into()],
        chosen: view.state.order.index(),
        on_edit: view.edit(|at| Action::Order(Order::at(at))),
    };
    let rope = Select {
        label: text.rope.into(),
        options: vec![text.rope_none.into(), text.rope_turned.into(), text.rope_lane.into()],
        chosen: view.state.rope.index(),
        on_edit: view.edit(|at| Action::Rope(Lane::at(at))),
    };
    let cached = view.state.cached;
    let shown = integer(cached.into());
    group(vec![
        order.view(),
        rope.view(),
        slider(view, text.cached, shown, cached, doubling(MOST_CACHED), Action::Cached),
    ])
}

/// Queries, followed token, position, precision, widths, seed.
pub fn more(view: &View<Absorption>) -> Html {
    let (names, state) = (Names::new(view.lang), &view.state);
    let text = names.text;
    let precision = Choice {
        label: text.precision.into(),
        name: [&view.id, "-precision"].concat().into(),
        options: vec![text.f32.into(), text.f64.into()],
        chosen: state.precision.index(),
        on_edit: view.edit(|at| Action::Precision(Precision::at(at))),
    };
    let widths = Choice {
        label: text.widths.into(),
        name: [&view.id, "-widths"].concat().into(),
        options: vec![text.sixteenth.into(), text.full.into()],
        chosen: state.widths.index(),
        on_edit: view.edit(|at| Action::Widths(Widths::at(at))),
    };
    let tokens = view.model.trial.tokens as u32;
    let back = view.model.distance(view.model.followed);
    let positions: Vec<u32> = std::iter::once(0).chain(doubling(MOST_POSITION)).collect();
    let queries = integer(state.queries.into());
    let seed = state.seed;
    let another = fill(text.another_seed, &[("seed", &seed.to_string())]);
    group(vec![
        slider(view, text.queries, queries, state.queries, doubling(MOST_QUERIES), Action::Queries),
        whole(view, text.distance, names.back(back), back as u32, tokens.min(MOST_TOKENS) - 1, Action::Distance),
        slider(view, text.position, integer(state.position.into()), state.position, positions, Action::Position),
        precision.view(),
        widths.view(),
        Button::new(another, view.push(move || Action::Seed(seed.wrapping_add(1)))).view(),
    ])
}
