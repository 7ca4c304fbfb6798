//! How uneven the load is under each method, and how well the toy does.

use yew::prelude::*;

use super::Seen;
use crate::i18n::{self, fill, plain};
use crate::numerics::balance::{Method, What};
use crate::ui::{Axis, Band, Cut, Line, Plot, PlotHeight, Rule, ticks};
use crate::widgets::balance::model::HALF;
use crate::widgets::balance::names::{class, measure, short};
use crate::widgets::balance::state::{Action, END, Scene};
use crate::widgets::balance::words::term;

/// MaxVio below this is drawn at the bottom.
const LOW: f64 = 0.05;

/// An axis with its ticks.
fn axis(low: f64, high: f64, log: bool, label: &'static str) -> Axis {
    let tick = |at: f64| (at, plain(at).into());
    Axis { low, high, log, ticks: ticks(low, high, log).into_iter().map(tick).collect(), label: label.into() }
}

/// The steps.
pub fn steps(view: &Seen) -> Axis {
    axis(0.0, END.into(), false, i18n::balance(view.lang).step_axis)
}

/// What happens, as upright lines.
pub fn happenings(view: &Seen) -> Vec<Rule> {
    let text = i18n::balance(view.lang);
    let rule = |event: crate::numerics::balance::Event| Rule {
        label: match event.what {
            What::Freeze => text.rule_freeze.into(),
            What::Shift => text.rule_shift.into(),
            What::Remove(expert) => fill(text.rule_remove, &[("expert", &expert.to_string())]).into(),
        },
        at: event.step as f64,
        upright: true,
    };
    if view.state.view == Scene::Loop { view.state.events.iter().map(rule).collect() } else { Vec::new() }
}

/// A line a method, the chosen one last and on top.
fn lines(view: &Seen, term: &'static str, value: impl Fn(usize, Method) -> Option<f64>) -> Vec<Line> {
    let text = i18n::balance(view.lang);
    let known = view.model.last().map_or(0, |last| last + 1);
    let others = Method::ALL.into_iter().filter(|method| *method != view.state.method);
    let line = |method: Method| {
        let chosen = method == view.state.method;
        Line {
            label: short(text, method).into(),
            class: class(method),
            points: (0..known).filter_map(|step| Some((step as f64, value(step, method)?))).collect(),
            lit: chosen && view.lit(term).is_some(),
            hover: chosen.then(|| view.hover(term)),
        }
    };
    others.chain([view.state.method]).map(line).collect()
}

/// MaxVio under all methods, with what chance alone would leave, and the handle.
pub fn violation(view: &Seen) -> Html {
    let (text, model, state) = (i18n::balance(view.lang), &view.model, &view.state);
    // Where experts learn, one may come to do all the work.
    let first = || model.seen(0, Method::None).map_or(2.0, |seen| seen.max_violation[0]);
    let worst = match state.view {
        Scene::Loop => libm::fmax(2.0 * first(), 4.0),
        Scene::Learn => model.ranked.len() as f64,
    };
    let of =
        |step: usize, method: Method| Some(libm::fmax(model.seen(step, method)?.max_violation[method.index()], LOW));
    let now = model.last().and_then(|step| of(step, state.method)).map(measure).unwrap_or_default();
    let mut rules = happenings(view);
    rules.push(Rule { label: plain(HALF).into(), at: HALF, upright: false });
    Plot {
        label: text.violation_alt.into(),
        x: steps(view),
        y: axis(LOW, worst, true, if state.view == Scene::Loop { text.violation } else { text.violation_learn }),
        lines: lines(view, term::VIO, of),
        band: model.floor().map(|(low, high)| Band {
            label: text.chance.into(),
            points: vec![(0.0, low, high), (END.into(), low, high)],
        }),
        rules,
        points: Vec::new(),
        cut: Some(Cut {
            label: text.cut.into(),
            shown: fill(text.cut_shown, &[("step", &state.at.to_string()), ("vio", &now)]).into(),
            at: state.at.into(),
            steps: END,
            on_edit: view.edit(Action::At),
        }),
        height: PlotHeight::Middle,
    }
    .view()
}

/// The loss under all methods.
pub fn loss(view: &Seen) -> Html {
    let (text, model) = (i18n::balance(view.lang), &view.model);
    let of = |step: usize, method: Method| Some(model.loss(step)?[method.index()]);
    let first = model.loss(0).map_or(1.0, |loss| loss[0]);
    let least = model.last().and_then(|step| model.loss(step));
    let least = least.map_or(first, |loss| loss.into_iter().fold(first, libm::fmin));
    Plot {
        label: text.loss_alt.into(),
        x: steps(view),
        y: axis(least * 0.7, first * 1.2, true, text.loss_axis),
        lines: lines(view, term::LOSS, of),
        band: None,
        rules: Vec::new(),
        points: Vec::new(),
        cut: None,
        height: PlotHeight::Middle,
    }
    .view()
}
