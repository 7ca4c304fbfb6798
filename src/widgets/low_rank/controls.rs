//! The controls: how many numbers, what shares them, and whose; the others behind "more".

use yew::prelude::*;

use super::LowRank;
use super::state::{Action, HEADS, LAST_TOKEN, Origin};
use super::words::{sharing_name, token_name};
use crate::i18n::{self, fill};
use crate::numerics::low_rank::{Fit, Sharing};
use crate::state::Choice as Named;
use crate::ui::{Button, Choice, Slider, Spacing, group};
use crate::widgets::View;

/// The numbers to which the rank can be set in steps of one, and the axis of the curves ends: as many as the tokens
/// have directions, or all of the present way of sharing where more are kept already.
pub fn axis_end(view: &View<LowRank>) -> usize {
    let Some(found) = &view.model.found else { return LAST_TOKEN as usize + 1 };
    let tokens = found.layer.tokens();
    if found.rank > tokens { found.compression.spectrum().len() } else { tokens }
}

/// The last number that is worth keeping.
pub fn last_rank(view: &View<LowRank>) -> usize {
    let most = view.model.found.as_ref().map_or(usize::MAX, |found| found.compression.spectrum().len());
    axis_end(view).min(most).max(1)
}

/// Rank, sharing, source.
pub fn primary(view: &View<LowRank>) -> Html {
    let text = i18n::low_rank(view.lang);
    let rank = view.model.found.as_ref().map_or(view.state.rank as usize, |found| found.rank);
    let rank = Slider {
        label: text.rank.into(),
        shown: match rank {
            1 => text.one_number.into(),
            _ => fill(text.numbers, &[("n", &rank.to_string())]).into(),
        },
        value: rank as f64,
        min: 1.0,
        max: last_rank(view) as f64,
        spacing: Spacing::Linear(1.0),
        on_edit: view.edit(|rank: f64| Action::Rank(rank as u32)),
    };
    let joint = Choice {
        label: text.joint.into(),
        name: [&view.id, "-joint"].concat().into(),
        options: Sharing::ALL.iter().map(|sharing| sharing_name(text, *sharing).into()).collect(),
        chosen: view.state.joint.index(),
        on_edit: view.edit(|at| Action::Joint(Sharing::at(at))),
    };
    let source = Choice {
        label: text.source.into(),
        name: [&view.id, "-source"].concat().into(),
        options: [text.real, text.random, text.decaying, text.power_law].map(Into::into).to_vec(),
        chosen: view.state.source.index(),
        on_edit: view.edit(|at| Action::Source(Origin::at(at))),
    };
    group(vec![rank.view(), joint.view(), source.view()])
}

/// Which tokens choose, head, token, seed.
pub fn more(view: &View<LowRank>) -> Html {
    let (text, state) = (i18n::low_rank(view.lang), &view.state);
    let fit = Choice {
        label: text.fit.into(),
        name: [&view.id, "-fit"].concat().into(),
        options: vec![text.fit_all.into(), text.fit_half.into()],
        chosen: state.fit.index(),
        on_edit: view.edit(|at| Action::Fit(Fit::at(at))),
    };
    let head = Slider {
        label: text.head.into(),
        shown: state.head.to_string().into(),
        value: state.head.into(),
        min: 1.0,
        max: HEADS.into(),
        spacing: Spacing::Linear(1.0),
        on_edit: view.edit(|head: f64| Action::Head(head as u32)),
    };
    let token = Slider {
        label: text.token.into(),
        shown: token_name(view.lang, state.source, state.token as usize).into(),
        value: state.token.into(),
        min: 0.0,
        max: LAST_TOKEN.into(),
        spacing: Spacing::Linear(1.0),
        on_edit: view.edit(|token: f64| Action::Token(token as u32)),
    };
    let mut controls = vec![fit.view(), head.view(), token.view()];
    if state.source != Origin::Real {
        let seed = state.seed;
        let another = fill(text.another_seed, &[("seed", &seed.to_string())]);
        controls.push(Button::new(another, view.push(move || Action::Seed(seed.wrapping_add(1)))).view());
    }
    group(controls)
}
