//! The controls: three in sight, the others behind "more".

use yew::prelude::*;

use super::Balance;
use super::names::{events, method};
use super::state::{ALPHA, Action, EXPERTS, GAMMA, MOST_SKEW, MOST_TOP_K, Scene, TOKENS};
use crate::i18n::{self, BalanceText, fill, integer, significant};
use crate::numerics::balance::Method;
use crate::state::Choice as _;
use crate::ui::{Button, Choice, Edit, Entry, Select, Slider, Spacing, group, part, words};
use crate::widgets::View;

type Seen = View<Balance>;

/// Published sizes and round numbers, so that a drag finds them.
const SNAPS: [f64; 10] = [1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 1e-2, 2e-2, 0.1, 1.0];

/// What runs, how it is balanced, and how strongly.
pub fn primary(view: &Seen) -> Html {
    let (text, state) = (i18n::balance(view.lang), &view.state);
    let scene = Choice {
        label: text.view.into(),
        name: [&view.id, "-view"].concat().into(),
        options: vec![text.view_loop.into(), text.view_learn.into()],
        chosen: state.view.index(),
        on_edit: view.edit(|at| Action::View(Scene::at(at))),
    };
    let how = Select {
        label: text.method.into(),
        options: Method::ALL.iter().map(|known| method(text, *known).into()).collect(),
        chosen: state.method.index(),
        on_edit: view.edit(|at: usize| Action::Method(Method::at(at))),
    };
    let strength = match state.method {
        Method::None => Html::default(),
        Method::Bias => log(view, text.gamma, state.gamma, GAMMA, Action::Gamma),
        Method::AuxiliarySequence | Method::AuxiliaryBatch => log(view, text.alpha, state.alpha, ALPHA, Action::Alpha),
    };
    group(vec![scene.view(), how.view(), strength])
}

fn log(view: &Seen, label: &'static str, value: f64, (min, max): (f64, f64), action: fn(f64) -> Action) -> Html {
    // Two digits are as fine as a hand is.
    let rounded = move |value: f64| {
        let size = libm::exp10(f64::floor(libm::log10(value)) - 1.0);
        crate::decimal::parse(&significant(libm::round(value / size) * size, 2)).map_or(action(value), action)
    };
    Slider {
        label: label.into(),
        shown: significant(value, 2).into(),
        value,
        min,
        max,
        spacing: Spacing::Log(&SNAPS),
        on_edit: view.edit(rounded),
    }
    .view()
}

/// A slider whose label shows a whole number.
fn whole(
    view: &Seen,
    label: &'static str,
    value: u32,
    (min, max): (u32, u32),
    step: f64,
    action: fn(f64) -> Action,
) -> Html {
    Slider {
        label: label.into(),
        shown: integer(value.into()).into(),
        value: value.into(),
        min: min.into(),
        max: max.into(),
        spacing: Spacing::Linear(step),
        on_edit: view.edit(action),
    }
    .view()
}

/// Experts, tokens, what happens.
pub fn more(view: &Seen) -> Html {
    let (text, state) = (i18n::balance(view.lang), &view.state);
    let seed = seed(view, text);
    if state.view == Scene::Learn {
        return seed;
    }
    let skew = Slider {
        label: text.skew.into(),
        shown: significant(state.skew, 2).into(),
        value: state.skew,
        min: 0.0,
        max: MOST_SKEW,
        spacing: Spacing::Linear(0.1),
        on_edit: view.edit(Action::Skew),
    };
    group(vec![
        happenings(view, text),
        whole(view, text.experts, state.experts, EXPERTS, 8.0, Action::Experts),
        whole(view, text.top_k, state.top_k, (1, MOST_TOP_K), 1.0, Action::TopK),
        whole(view, text.tokens, state.tokens, TOKENS, 64.0, Action::Tokens),
        skew.view(),
        seed,
    ])
}

fn seed(view: &Seen, words: &'static BalanceText) -> Html {
    let act = view.act.clone();
    let take = move |edit: Edit<String>| {
        let seed = edit.value.trim().parse().map_err(|_| AttrValue::Static(words.not_a_seed))?;
        act.emit(edit.map(|_| Action::Seed(seed)));
        Ok(())
    };
    let value = view.state.seed.to_string().into();
    Entry { label: words.seed.into(), value, input_mode: "numeric", max_length: 12, on_edit: Callback::from(take) }
        .view()
}

/// Buttons that let something happen at the step that is shown, and those that take it back.
fn happenings(view: &Seen, text_of: &BalanceText) -> Html {
    let label: AttrValue = fill(text_of.events, &[("step", &view.state.at.to_string())]).into();
    let buttons =
        [(text_of.freeze, Action::Freeze), (text_of.shift, Action::Shift), (text_of.remove, Action::RemoveBusiest)];
    let mut row: Vec<Html> = buttons.map(|(label, action)| Button::new(label, view.push(move || action)).view()).into();
    let taken = events(text_of, &view.state.events).into_iter().enumerate();
    row.extend(taken.map(|(at, event)| {
        let label = fill(text_of.take_back, &[("event", &event)]);
        Button::new(label, view.push(move || Action::TakeBack(at))).view()
    }));
    let head = words("span", "control__label", label.clone());
    let attributes =
        vec![("class", AttrValue::Static("control controls__wide")), ("role", "group".into()), ("aria-label", label)];
    crate::ui::element("div", attributes, vec![head, part("div", "compare__buttons", row)])
}
