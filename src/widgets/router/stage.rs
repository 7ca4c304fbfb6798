//! The picture: the words, the steps, the experts, the formula.

use yew::prelude::*;

use super::action::Action;
use super::board::Board;
use super::load::Load;
use super::state::{Sight, Stage};
use super::{Router, blend, formula, many_words, rival_board, spread, words};
use crate::i18n;
use crate::state::Choice as _;
use crate::ui::{Edit, RadioLook, RadioOption, RadioRow, group, part};
use crate::widgets::View;

/// One token, or many.
fn sights(view: &View<Router>) -> Html {
    let text = i18n::router(view.lang);
    let option = |label: &'static str| RadioOption { label: label.into(), disabled: false };
    RadioRow {
        label: text.sights.into(),
        name: [&view.id, "-view"].concat().into(),
        options: vec![option(text.sight_token), option(text.sight_many)],
        chosen: view.state.view.index(),
        look: RadioLook::Words,
        on_edit: view.edit(|at| Action::Sight(Sight::at(at))),
    }
    .view()
}

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
    if let Some(many) = &view.model.many {
        let step = part("p", "router__step router__step--many", vec![many_words::step(view, many)]);
        let load = html! { <Load model={view.model.clone()} lang={view.lang} live={view.live} lit={view.lit} /> };
        let pictures = part("div", "many", vec![spread::picture(view, many), load]);
        return part("div", "router", vec![sights(view), step, pictures, formula::strip(view)]);
    }
    let picture = if view.model.mixture.is_some() {
        blend::picture(view)
    } else {
        html! { <Board state={view.state.clone()} model={view.model.clone()} lang={view.lang} act={view.act.clone()} lit={view.lit} light={view.light.clone()} touched={view.touched} live={view.live} /> }
    };
    let rival = view.model.rival.as_ref().map(|rival| rival_board::picture(view, rival)).unwrap_or_default();
    let step = part("p", "router__step", vec![words::step(view)]);
    let body = group(vec![sights(view), tokens(view), steps(view), step, picture, rival, formula::strip(view)]);
    html! { <div class="router" onkeydown={digits(view)}>{ body }</div> }
}
