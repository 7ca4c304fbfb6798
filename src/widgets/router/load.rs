//! How often each expert was chosen, as a heat map that pointer and arrow keys read.

use std::rc::Rc;

use yew::prelude::*;

use super::many::{Many, busiest};
use super::model::Model;
use super::words::place;
use crate::i18n::{self, Lang, fill, integer, significant};
use crate::ui::{HeatMark, Heatmap, Ramp, group, part, text, written};

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
    /// The term under the hand.
    pub lit: Option<&'static str>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        let own = (self.lang, self.live, self.lit);
        Rc::ptr_eq(&self.model, &other.model) && own == (other.lang, other.live, other.lit)
    }
}

/// A heat map of the two, and the cell under the hand.
type Place = (usize, (usize, usize));

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

/// An expert's load in words; beside it the one without the limit, where there is a limit.
fn told(many: &Many, expert: usize, lang: Lang) -> String {
    let (text, mean) = (i18n::router(lang), many.sums.mean_load());
    let count = |load: &[usize]| load.get(expert).copied().unwrap_or_default();
    let (own, free) = (count(many.sums.load()), count(many.sums.load_without_groups()));
    let values = [
        ("expert", expert.to_string()),
        ("count", integer(own as u128)),
        ("times", significant(own as f64 / mean, 3)),
        ("free_count", integer(free as u128)),
        ("free_times", significant(free as f64 / mean, 3)),
    ];
    let sentence = if many.sums.gate().limits_groups() { text.load_of_both } else { text.load_of };
    fill(sentence, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// One heat map; the term of its busiest expert marks it.
fn heat(
    props: &Props,
    (at, term, label): (usize, &str, AttrValue),
    load: &[usize],
    cursor: &UseStateHandle<Option<Place>>,
) -> Html {
    let Some(many) = &props.model.many else { return Html::default() };
    let (gate, mean) = (many.sums.gate(), many.sums.mean_load());
    let columns = columns(gate.experts, gate.nodes);
    let rows = gate.experts.div_ceil(columns);
    let here = cursor.filter(|(_, (row, column))| row * columns + column < gate.experts);
    let (expert, _) = busiest(load);
    let mark = (props.lit == Some(term)).then_some(HeatMark::Cell(expert / columns, expert % columns));
    let moved = cursor.clone();
    // What is under the hand stands in both, and is said once.
    let says = here.map_or(at == 0, |(map, _)| map == at);
    Heatmap {
        label,
        rows,
        columns,
        bins: Rc::new(load.iter().map(|count| Ramp::Sequential.bin(*count as f64 / (mean * STRONGEST))).collect()),
        ramp: Ramp::Sequential,
        ratio: columns as f64 / rows.max(1) as f64,
        live: props.live,
        marks: mark.into_iter().collect(),
        cursor: here.map(|(_, cell)| cell),
        cursor_text: if says { written(told(many, shown(many, here), props.lang)) } else { "".into() },
        on_cursor: Some(Callback::from(move |cell: Option<(usize, usize)>| moved.set(cell.map(|cell| (at, cell))))),
    }
    .view()
}

/// The expert under the hand, or the busiest.
fn shown(many: &Many, here: Option<Place>) -> usize {
    let gate = many.sums.gate();
    let expert = here.map(|(_, (row, column))| row * columns(gate.experts, gate.nodes) + column);
    expert.filter(|expert| *expert < gate.experts).unwrap_or_else(|| busiest(many.sums.load()).0)
}

/// The heat maps, with the limit and without where there is one, and the numbers of one expert.
#[component]
pub fn Load(props: &Props) -> Html {
    let cursor = use_state(|| None::<Place>);
    let Some(many) = &props.model.many else { return Html::default() };
    let (words, caption) = (i18n::router(props.lang), place(props.model.kind, props.lang).load);
    let named = |at: usize, term: &str, name: &'static str, load: &[usize]| {
        let label = written(fill(words.load_named, &[("caption", caption), ("name", name)]));
        let picture = heat(props, (at, term, label), load, &cursor);
        part("div", "many__load", vec![part("p", "many__head", vec![text(name.into())]), picture])
    };
    let (load, free) = (many.sums.load(), many.sums.load_without_groups());
    let pictures = if many.sums.gate().limits_groups() {
        let both = vec![named(0, "most", words.load_limited, load), named(1, "free_most", words.load_free, free)];
        part("div", "many__loads", both)
    } else {
        heat(props, (0, "most", caption.into()), load, &cursor)
    };
    group(vec![
        part("p", "many__head", vec![text(caption.into())]),
        pictures,
        part("p", "many__told", vec![text(written(told(many, shown(many, *cursor), props.lang)))]),
    ])
}
