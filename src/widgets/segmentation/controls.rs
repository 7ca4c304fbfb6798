//! The controls: three in sight, the others behind "more".

use yew::prelude::*;

use super::Segmentation;
use super::names::Names;
use super::state::{Action, Fineness, MOST_EXPERTS};
use crate::i18n::percent;
use crate::state::Choice as Named;
use crate::ui::{Button, Choice, Slider, Spacing, group};
use crate::widgets::View;

/// How finely, how many shared, how much in common.
pub fn primary(view: &View<Segmentation>) -> Html {
    let text = Names::new(view.lang).text;
    let fineness = Choice {
        label: text.m.into(),
        name: [&view.id, "-m"].concat().into(),
        options: Fineness::NAMES.iter().map(|name| (*name).into()).collect(),
        chosen: view.state.m.index(),
        on_edit: view.edit(|at| Action::Fineness(Fineness::at(at))),
    };
    let shared = Choice {
        label: text.shared.into(),
        name: [&view.id, "-shared"].concat().into(),
        options: ["0", "1", "2"].map(Into::into).to_vec(),
        chosen: view.state.shared as usize,
        on_edit: view.edit(|at| Action::Shared(u32::try_from(at).unwrap_or(0))),
    };
    let common = Slider {
        label: text.common.into(),
        shown: percent(view.state.common, 3).into(),
        value: view.state.common,
        min: 0.0,
        max: 1.0,
        spacing: Spacing::Linear(0.05),
        on_edit: view.edit(Action::Common),
    };
    group(vec![fineness.view(), shared.view(), common.view()])
}

fn count(
    view: &View<Segmentation>,
    label: &'static str,
    value: u32,
    low: u32,
    high: u32,
    action: fn(u32) -> Action,
) -> Html {
    Slider {
        label: label.into(),
        shown: value.to_string().into(),
        value: value.into(),
        min: low.into(),
        max: high.into(),
        spacing: Spacing::Linear(1.0),
        on_edit: view.edit(move |n: f64| action(n as u32)),
    }
    .view()
}

/// Experts before they are cut, and another seed.
pub fn more(view: &View<Segmentation>) -> Html {
    let (text, state) = (Names::new(view.lang).text, &view.state);
    group(vec![
        count(view, text.experts, state.experts, 2, MOST_EXPERTS, Action::Experts),
        count(view, text.top_k, view.model.top_k, 1, state.experts, Action::TopK),
        Button::new(text.next_seed, view.push(|| Action::NextSeed)).view(),
    ])
}
