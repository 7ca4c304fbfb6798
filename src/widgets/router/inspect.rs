//! The numbers of one expert.

use yew::prelude::*;

use super::model::Model;
use super::words::place;
use crate::i18n::{self, Lang, fixed, signed};
use crate::ui::{element, group, part, text, written};

/// One number: the term of the formula that it belongs to, its name, and itself.
type Item = (Option<&'static str>, &'static str, String);

/// Names and numbers of one expert, in the order of the steps.
fn items(model: &Model, expert: usize, lang: Lang) -> Vec<Item> {
    let (text, place, routing) = (i18n::router(lang), place(model.kind, lang), &model.routing);
    let routed = &routing.routed;
    let number = |values: &[f32], write: fn(f64) -> String| values.get(expert).map(|x| write(f64::from(*x)));
    let two = |x: f64| signed(x, 2);
    let three = |x: f64| fixed(x, 3);
    let scored = routing.gate.scoring.before_selection();
    let mut items = vec![(None, text.expert, Some(expert.to_string()))];
    if routing.gate.nodes > 1 {
        items.push((Some("nodes"), place.node_head, Some(routing.gate.node_of(expert).to_string())));
    }
    items.push((Some("logit"), text.logit, number(&routing.raw, two)));
    if scored {
        items.push((Some("affinity"), text.affinity, number(&routed.affinity, three)));
    }
    if model.has_bias() {
        items.push((Some("bias"), text.bias, number(&routing.bias, two)));
        items.push((Some("biased"), text.biased, number(&routed.biased, three)));
    }
    let score = routed.group_scores.get(routing.group(expert)).filter(|_| routing.gate.limits_groups());
    items.push((Some("score"), text.group_score, score.map(|score| three(f64::from(*score)))));
    let of = ["/", &routing.gate.experts.to_string()].concat();
    let rank = routing.rank.get(expert).map(|rank| [&(rank + 1).to_string(), of.as_str()].concat());
    items.push((Some("chosen"), text.rank, rank));
    match routing.place(expert).and_then(|at| routed.weights.get(at)) {
        Some(weight) => items.push((Some("sum"), text.weight, Some(fixed(f64::from(*weight), 3)))),
        None if routed.candidates.get(expert) == Some(&false) => items.push((None, place.out, Some(String::new()))),
        None => items.push((None, text.not_chosen, Some(String::new()))),
    }
    items.into_iter().filter_map(|(term, name, value)| Some((term, name, value?))).collect()
}

/// The numbers as a line under the picture; hand and focus on one light its term.
pub fn line(model: &Model, expert: usize, lang: Lang, lit: Option<&'static str>, light: &Light) -> Html {
    let item = |(term, name, value): Item| {
        let value = element("b", Vec::new(), vec![text(written(value))]);
        let words = group(vec![text(name.into()), text(" ".into()), value]);
        let item = match term {
            Some(term) => linked(term, lit, light, words),
            None => part("span", "inspect__item", vec![words]),
        };
        group(vec![item, text(" ".into())])
    };
    group(items(model, expert, lang).into_iter().map(item).collect())
}

/// Lights a term, or none.
pub type Light = Callback<Option<&'static str>>;

fn linked(term: &'static str, lit: Option<&'static str>, light: &Light, words: Html) -> Html {
    let class = if lit == Some(term) {
        "inspect__item inspect__item--linked lit"
    } else {
        "inspect__item inspect__item--linked"
    };
    let (enter, leave) = (light.reform(move |_: PointerEvent| Some(term)), light.reform(|_: PointerEvent| None));
    let (focus, blur) = (light.reform(move |_: FocusEvent| Some(term)), light.reform(|_: FocusEvent| None));
    html! {
        <span {class} tabindex="0" onpointerenter={enter} onpointerleave={leave} onfocus={focus} onblur={blur}>{ words }</span>
    }
}

/// The numbers as they are spoken.
#[must_use]
pub fn spoken(model: &Model, expert: usize, lang: Lang) -> String {
    let item = |(_, name, value): Item| [name, " ", &value].concat().trim_end().to_owned();
    let items: Vec<String> = items(model, expert, lang).into_iter().map(item).collect();
    items.join(i18n::problems(lang).comma)
}
