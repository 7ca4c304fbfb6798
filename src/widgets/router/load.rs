//! How often each expert was chosen, as a heat map that pointer and arrow keys read.

use std::rc::Rc;

use yew::prelude::*;

use super::model::Model;
use super::words::place;
use crate::i18n::{self, Lang, fill, integer, significant};
use crate::ui::{Heatmap, Ramp, group, part, text, written};

/// The last colour stands for so many times the mean, and more.
const STRONGEST: f64 = 2.0;

/// What a [`Load`] needs.
#[derive(Properties)]
pub struct Props {
    /// The model, with many tokens.
    pub model: Rc<Model>,
    /// Language.
    pub lang: Lang,
    /// Whether another picture follows soon.
    pub live: bool,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.model, &other.model) && (self.lang, self.live) == (other.lang, other.live)
    }
}

/// Experts in a row: those of a node, or as many as can be told apart.
fn columns(experts: usize, nodes: usize) -> usize {
    match (nodes, experts) {
        (2.., _) => experts.div_ceil(nodes),
        (_, 0..=16) => experts,
        (_, 17..=64) => 16,
        _ => 32,
    }
    .max(1)
}

/// The heat map, and the numbers of one expert: that under the hand, or the busiest.
#[component]
pub fn Load(props: &Props) -> Html {
    let cursor = use_state(|| None::<(usize, usize)>);
    let Some(many) = &props.model.many else { return Html::default() };
    let words = i18n::router(props.lang);
    let (gate, load, mean) = (many.sums.gate(), many.sums.load(), many.sums.mean_load());
    let columns = columns(gate.experts, gate.nodes);
    let rows = gate.experts.div_ceil(columns);
    let (free, both) = (many.sums.load_without_groups(), gate.limits_groups());
    let told = |expert: usize| {
        let count = |load: &[usize]| load.get(expert).copied().unwrap_or_default();
        let (own, other) = (count(load), count(free));
        let values = [
            ("expert", expert.to_string()),
            ("count", integer(own as u128)),
            ("times", significant(own as f64 / mean, 3)),
            ("free_count", integer(other as u128)),
            ("free_times", significant(other as f64 / mean, 3)),
        ];
        let sentence = if both { words.load_of_both } else { words.load_of };
        fill(sentence, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    };
    let at = cursor.map(|(row, column)| row * columns + column).filter(|expert| *expert < gate.experts);
    let shown = at.unwrap_or_else(|| many.busiest().0);
    let on_cursor = {
        let cursor = cursor.clone();
        Callback::from(move |place| cursor.set(place))
    };
    let caption = place(props.model.kind, props.lang).load;
    let heat = |label: AttrValue, load: &[usize]| {
        let bins = load.iter().map(|count| Ramp::Sequential.bin(*count as f64 / (mean * STRONGEST))).collect();
        Heatmap {
            label,
            rows,
            columns,
            bins: Rc::new(bins),
            ramp: Ramp::Sequential,
            ratio: columns as f64 / rows.max(1) as f64,
            live: props.live,
            marks: Vec::new(),
            cursor: cursor.filter(|_| at.is_some()),
            cursor_text: written(told(shown)),
            on_cursor: Some(on_cursor.clone()),
        }
        .view()
    };
    let named = |name: &'static str, load: &[usize]| {
        let label = written(fill(words.load_named, &[("caption", caption), ("name", name)]));
        part("div", "many__load", vec![part("p", "many__head", vec![text(name.into())]), heat(label, load)])
    };
    let pictures = if both {
        part("div", "many__loads", vec![named(words.load_limited, load), named(words.load_free, free)])
    } else {
        heat(caption.into(), load)
    };
    group(vec![
        part("p", "many__head", vec![text(caption.into())]),
        pictures,
        part("p", "many__told", vec![text(written(told(shown)))]),
    ])
}
