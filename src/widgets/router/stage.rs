//! The picture: the words, the steps, the experts, the formula.

use yew::prelude::*;

use super::action::Action;
use super::board::Board;
use super::state::Stage;
use super::{Router, blend, formula, words};
use crate::i18n;
use crate::state::Choice as _;
use crate::ui::{Edit, RadioLook, RadioOption, RadioRow, group, part};
use crate::widgets::View;

fn tokens(view: &View<Router>) -> Html {
    let option = |token: &String| RadioOption { label: token.clone().into(), disabled: false };
    RadioRow {
        label: i18n::router(view.lang).tokens.into(),
        name: [&view.id, "-token"].concat().into(),
        options: view.model.tokens.iter().map(option).collect(),
        chosen: view.model.token,
        look: RadioLook::Words,
        on_edit: view.edit(Action::Token),
    }
    .view()
}

fn steps(view: &View<Router>) -> Html {
    let gate = &view.model.routing.gate;
    let option = |stage: &Stage| RadioOption {
        label: words::stage_name(*stage, view.lang).into(),
        disabled: !stage.is_in(gate),
    };
    RadioRow {
        label: i18n::router(view.lang).steps.into(),
        name: [&view.id, "-stage"].concat().into(),
        options: Stage::ALL.iter().map(option).collect(),
        chosen: view.model.stage.index(),
        look: RadioLook::Steps,
        on_edit: view.edit(|at| Action::Stage(Stage::at(at))),
    }
    .view()
}

/// The keys 1 to 8 go to a step, wherever the focus is in the picture.
fn digits(view: &View<Router>) -> Callback<KeyboardEvent> {
    let (act, gate) = (view.act.clone(), view.model.routing.gate);
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let asked = event.key().parse::<usize>().ok().and_then(|digit| Stage::ALL.get(digit.checked_sub(1)?));
        if let Some(stage) = asked.filter(|stage| stage.is_in(&gate)) {
            event.prevent_default();
            event.stop_propagation();
            act.emit(Edit::done(Action::Stage(*stage)));
        }
    })
}

/// Everything above the controls.
pub fn stage(view: &View<Router>) -> Html {
    let picture = if view.model.mixture.is_some() {
        blend::picture(view)
    } else {
        html! { <Board state={view.state.clone()} model={view.model.clone()} lang={view.lang} act={view.act.clone()} lit={view.lit} touched={view.touched} /> }
    };
    let step = part("p", "router__step", vec![words::step(view)]);
    let body = group(vec![tokens(view), steps(view), step, picture, formula::strip(view)]);
    html! { <div class="router" onkeydown={digits(view)}>{ body }</div> }
}
