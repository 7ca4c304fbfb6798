//! The numbers of one expert.

use yew::prelude::*;

use super::model::Model;
use crate::i18n::{self, Lang, fixed, signed};
use crate::ui::{element, group, part, text, written};

/// Names and numbers of one expert, in the order of the steps.
fn items(model: &Model, expert: usize, lang: Lang) -> Vec<(&'static str, String)> {
    let (text, routing) = (i18n::router(lang), &model.routing);
    let routed = &routing.routed;
    let number = |values: &[f32], write: fn(f64) -> String| values.get(expert).map(|x| write(f64::from(*x)));
    let two = |x: f64| signed(x, 2);
    let three = |x: f64| fixed(x, 3);
    let scored = routing.gate.scoring.before_selection();
    let mut items = vec![(text.expert, Some(expert.to_string()))];
    if routing.gate.nodes > 1 {
        items.push((text.node_head, Some(routing.gate.node_of(expert).to_string())));
    }
    items.push((text.logit, number(&routing.raw, two)));
    if scored {
        items.push((text.affinity, number(&routed.affinity, three)));
    }
    if model.has_bias() {
        items.push((text.bias, number(&routing.bias, two)));
        items.push((text.biased, number(&routed.biased, three)));
    }
    let of = ["/", &routing.gate.experts.to_string()].concat();
    items.push((text.rank, routing.rank.get(expert).map(|rank| [&(rank + 1).to_string(), of.as_str()].concat())));
    match routing.place(expert).and_then(|at| routed.weights.get(at)) {
        Some(weight) => items.push((text.weight, Some(fixed(f64::from(*weight), 3)))),
        None if routed.candidates.get(expert) == Some(&false) => items.push((text.out, Some(String::new()))),
        None => items.push((text.not_chosen, Some(String::new()))),
    }
    items.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

/// The numbers as a line under the picture.
pub fn line(model: &Model, expert: usize, lang: Lang) -> Html {
    let item = |(name, value): (&'static str, String)| {
        let value = element("b", Vec::new(), vec![text(written(value))]);
        let words = vec![text(name.into()), text(" ".into()), value];
        group(vec![part("span", "inspect__item", words), text(" ".into())])
    };
    group(items(model, expert, lang).into_iter().map(item).collect())
}

/// The numbers as they are spoken.
#[must_use]
pub fn spoken(model: &Model, expert: usize, lang: Lang) -> String {
    let item = |(name, value): (&'static str, String)| [name, " ", &value].concat().trim_end().to_owned();
    let items: Vec<String> = items(model, expert, lang).into_iter().map(item).collect();
    items.join(i18n::problems(lang).comma)
}
