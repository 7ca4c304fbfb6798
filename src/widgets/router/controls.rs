//! The controls: the gate, the words, the group limit; and the rest behind "more".

use yew::prelude::*;

use super::Router;
use super::action::Action;
use super::biases::Biases;
use super::state::{MAX_EXPERTS, MAX_MANY, MAX_TEXT, MAX_TOP_K, Sight};
use crate::i18n::{self, fill, integer};
use crate::numerics::routing::{Bug, Kind};
use crate::state::Choice;
use crate::ui::{Button, Select, Slider, Spacing, TextField, Toggle, group, written};
use crate::widgets::View;

/// Tokens of a step of the slider.
const STEP: f64 = 128.0;

/// Which gate, whose words, which rule.
pub fn controls(view: &View<Router>) -> Html {
    let text = i18n::router(view.lang);
    let (state, published) = (&view.state, view.state.kind.gate());
    let kind = Select {
        label: text.kind.into(),
        options: Kind::ALL.iter().map(|kind| kind.model().into()).collect(),
        chosen: state.kind.index(),
        on_edit: view.edit(|at| Action::Kind(Choice::at(at))),
    };
    let tokens = || Slider {
        label: text.many_tokens.into(),
        shown: integer(u128::from(state.tokens)).into(),
        value: state.tokens.into(),
        min: STEP,
        max: MAX_MANY.into(),
        spacing: Spacing::Linear(STEP),
        on_edit: view.edit(|tokens: f64| Action::Tokens(libm::round(tokens) as u32)),
    };
    let words = || TextField {
        label: text.own_words.into(),
        value: state.text.clone().into(),
        message: None,
        placeholder: Some(text.sample),
        input_mode: "text",
        max_length: MAX_TEXT as u32,
        on_edit: view.edit(Action::Text),
    };
    let limit = fill(
        super::words::place(state.kind, view.lang).groups,
        &[("kept", &published.topk_group.to_string()), ("nodes", &published.n_group.to_string())],
    );
    let groups = Toggle { label: limit.into(), on: state.groups, on_edit: view.edit(Action::Groups) };
    let groups = if published.limits_groups() { groups.view() } else { Html::default() };
    let subject = if state.view == Sight::Many { tokens().view() } else { words().view() };
    group(vec![kind.view(), subject, groups])
}

fn bug_name(bug: Bug, lang: i18n::Lang) -> &'static str {
    let text = i18n::router(lang);
    match bug {
        Bug::None => text.bug_none,
        Bug::MaskZero => text.bug_mask_zero,
        Bug::BiasInWeights => text.bug_bias_in_weights,
        Bug::GroupMax => text.bug_group_max,
    }
}

/// What if: other sizes, other biases, other seeds, mistakes.
pub fn more(view: &View<Router>) -> Html {
    let text = i18n::router(view.lang);
    let state = &view.state;
    let bug = Select {
        label: text.bug.into(),
        options: Bug::ALL.iter().map(|bug| bug_name(*bug, view.lang).into()).collect(),
        chosen: state.bug.index(),
        on_edit: view.edit(|at| Action::Bug(Choice::at(at))),
    };
    let seed = state.seed;
    let another = written(fill(text.another_seed, &[("seed", &seed.to_string())]));
    let another = Button::new(another, view.push(move || Action::Seed(seed.wrapping_add(1))));
    let shift = if view.model.has_bias() { shift(view) } else { Html::default() };
    let unbias = if state.biases.is_empty() {
        Html::default()
    } else {
        Button::new(AttrValue::Static(text.unbias), view.push(|| Action::Biases(Biases::default()))).view()
    };
    let compare = if state.view == Sight::Token { compare(view) } else { Html::default() };
    group(vec![compare, sizes(view), shift, bug.view(), another.view(), unbias])
}

/// Which other gate is shown the same token.
fn compare(view: &View<Router>) -> Html {
    let (text, own) = (i18n::router(view.lang), view.state.kind);
    let others: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| *kind != own).collect();
    let chosen = others.iter().position(|kind| Some(*kind) == view.state.compare).map_or(0, |at| at + 1);
    let names = others.iter().map(|kind| AttrValue::from(kind.model()));
    Select {
        label: text.compare.into(),
        options: std::iter::once(AttrValue::from(text.compare_none)).chain(names).collect(),
        chosen,
        on_edit: view.edit(move |at: usize| Action::Compare(at.checked_sub(1).and_then(|at| others.get(at).copied()))),
    }
    .view()
}

/// How many experts there are, and how many a token goes to.
fn sizes(view: &View<Router>) -> Html {
    let (text, gate, published) = (i18n::router(view.lang), &view.model.routing.gate, view.state.kind.gate());
    let whole = |published: usize, x: f64| (x as usize != published).then_some(x as u32);
    // The sliders offer only what the gate can do.
    let fewest = gate.top_k.div_ceil(gate.topk_group.max(1)) * gate.n_group;
    let most = (gate.experts / gate.n_group.max(1) * gate.topk_group).min(MAX_TOP_K as usize);
    let top_k = Slider {
        label: text.top_k.into(),
        shown: gate.top_k.to_string().into(),
        value: gate.top_k as f64,
        min: 1.0,
        max: most as f64,
        spacing: Spacing::Linear(1.0),
        on_edit: view.edit(move |k| Action::TopK(whole(published.top_k, k))),
    };
    let experts = Slider {
        label: text.experts.into(),
        shown: gate.experts.to_string().into(),
        value: gate.experts as f64,
        min: fewest as f64,
        max: MAX_EXPERTS.into(),
        spacing: Spacing::Linear(gate.n_group as f64),
        on_edit: view.edit(move |n| Action::Experts(whole(published.experts, n))),
    };
    group(vec![top_k.view(), experts.view()])
}

fn shift(view: &View<Router>) -> Html {
    let shift = view.state.bias_shift;
    Slider {
        label: i18n::router(view.lang).bias_shift.into(),
        shown: i18n::signed(shift, 2).into(),
        value: shift,
        min: -2.0,
        max: 2.0,
        spacing: Spacing::Linear(0.05),
        on_edit: view.edit(Action::Shift),
    }
    .view()
}
