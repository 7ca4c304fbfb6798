//! The result, as a sentence with live numbers and as plain text, and what is odd about the state.

use super::model::HALF;
use super::names::{events, measure, times};
use super::state::{Scene, State};
use super::{Balance, Model};
use crate::i18n::{self, Lang, fill, integer};
use crate::numerics::balance::{Method, What};
use crate::widgets::View;

/// Terms of the sentence: their numbers, marks and symbols light together.
pub mod term {
    /// MaxVio.
    pub const VIO: &str = "vio";
    /// Busiest over mean.
    pub const TIMES: &str = "times";
    /// Tokens of each if all had equally many.
    pub const MEAN: &str = "mean";
    /// The loss.
    pub const LOSS: &str = "loss";
}

type Values = Vec<(&'static str, String)>;

/// How far the auxiliary loss has moved the logits from each other: the mean distance from their mean.
pub fn bent(model: &Model, method: Method, step: usize) -> Option<f64> {
    let offsets = &model.replay.steps().get(step)?.offsets;
    let offsets = match method {
        Method::AuxiliarySequence => &offsets[0],
        Method::AuxiliaryBatch => &offsets[1],
        Method::None | Method::Bias => return None,
    };
    let count = offsets.len() as f64;
    let mean = offsets.iter().sum::<f64>() / count;
    Some(offsets.iter().map(|offset| f64::abs(offset - mean)).sum::<f64>() / count)
}

/// The sentences, and the numbers in them.
pub fn parts(view: &View<Balance>) -> (String, Values) {
    let (text, state, model) = (i18n::balance(view.lang), &*view.state, &*view.model);
    let Some(step) = model.last() else { return (text.waiting.into(), Vec::new()) };
    let Some(seen) = model.seen(step, state.method) else { return (text.waiting.into(), Vec::new()) };
    let vio = seen.max_violation[state.method.index()];
    let half = model.half(state.method);
    let idle = model.idle(step, state.method);
    let floor = model.floor();
    let mut sentences = vec![if floor.is_some() { text.result } else { text.result_learn }];
    sentences.extend((idle > 0).then_some(text.result_idle));
    sentences.push(match half {
        Some(_) if vio < HALF => text.result_half,
        Some(_) => text.result_risen,
        None => text.result_not_half,
    });
    sentences.extend(floor.map(|_| text.result_chance));
    sentences.extend((state.method != Method::None && state.view == Scene::Loop).then_some(text.result_none));
    let bend = bent(model, state.method, step).filter(|_| state.view == Scene::Loop);
    sentences.extend(bend.map(|_| text.result_bent));
    let loss = model.loss(step);
    let none = state.method == Method::None;
    sentences.extend(loss.map(|_| if none { text.result_loss_none } else { text.result_loss }));
    let (low, high) = floor.unwrap_or_default();
    let loss = |method: Method| loss.map_or(f64::NAN, |loss| loss[method.index()]);
    let values = vec![
        ("step", step.to_string()),
        (term::TIMES, times(text, vio + 1.0)),
        (term::MEAN, measure(model.mean_load(step))),
        (term::VIO, measure(vio)),
        ("idle", integer(idle as u128)),
        ("experts", integer(seen.loads.len() as u128)),
        ("half", half.map(|half| half.to_string()).unwrap_or_default()),
        ("low", i18n::fixed(low, 2)),
        ("high", i18n::fixed(high, 2)),
        ("none", measure(seen.max_violation[Method::None.index()])),
        ("bent", measure(bend.unwrap_or(0.0))),
        (term::LOSS, measure(loss(state.method))),
        ("none_loss", measure(loss(Method::None))),
        ("bias_loss", measure(loss(Method::Bias))),
    ];
    (sentences.join(if view.lang == Lang::Zh { "" } else { " " }), values)
}

/// The result as it is spoken.
pub fn spoken(view: &View<Balance>) -> String {
    let (sentences, values) = parts(view);
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fill(&sentences, &values)
}

/// Events that change nothing: no such expert, or too few left.
fn idle_events(state: &State, model: &Model) -> Vec<usize> {
    let config = model.replay.config();
    let counts = |at: usize| {
        let before =
            crate::numerics::balance::Config { events: state.events.iter().take(at).collect(), ..config.clone() };
        before.open(usize::MAX).iter().filter(|open| **open).count()
    };
    let nothing = |(at, event): (usize, crate::numerics::balance::Event)| {
        (matches!(event.what, What::Remove(_)) && counts(at + 1) == counts(at)).then_some(at)
    };
    state.events.iter().enumerate().filter_map(nothing).collect()
}

/// What is odd about the combination of fields.
pub fn remarks(view: &View<Balance>) -> Vec<String> {
    let (text, state) = (i18n::balance(view.lang), &*view.state);
    let start = State::default();
    if state.view == Scene::Learn {
        let same = (state.experts, state.top_k, state.tokens, state.skew)
            == (start.experts, start.top_k, start.tokens, start.skew);
        let plain = same && state.events == start.events;
        return if plain { Vec::new() } else { vec![text.remark_learn.into()] };
    }
    let mut remarks = Vec::new();
    if state.top_k >= state.experts {
        let (given, experts) = (state.top_k.to_string(), state.experts.to_string());
        remarks.push(fill(text.remark_top_k, &[("given", &given), ("experts", &experts)]));
    }
    let names = events(text, &state.events);
    let idle = idle_events(state, &view.model);
    remarks.extend(idle.into_iter().filter_map(|at| Some(fill(text.remark_unknown, &[("event", names.get(at)?)]))));
    remarks
}
