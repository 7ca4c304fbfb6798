//! Pieces of the drawing.

use yew::prelude::*;

use crate::decimal::shortest;
use crate::ui::{self, element, written};
use crate::widgets::View;

use super::super::KvCache;

/// A length as text, to a hundredth.
pub fn px(x: f64) -> String {
    shortest(libm::round(x * 100.0) / 100.0)
}

/// Where a text stands on its line.
#[derive(Clone, Copy)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// A line of text.
pub fn text(x: f64, y: f64, anchor: Anchor, class: &'static str, words: AttrValue) -> Html {
    let anchor = match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let place = vec![
        ("class", class.into()),
        ("x", written(px(x))),
        ("y", written(px(y))),
        ("text-anchor", AttrValue::Static(anchor)),
    ];
    element("text", place, vec![ui::text(words)])
}

/// A path.
pub fn path(class: &'static str, d: String) -> Html {
    element("path", vec![("class", AttrValue::Static(class)), ("d", written(d))], Vec::new())
}

/// A dot on a curve.
pub fn dot(x: f64, y: f64) -> Html {
    let place = vec![
        ("class", AttrValue::Static("kv__dot")),
        ("cx", written(px(x))),
        ("cy", written(px(y))),
        ("r", AttrValue::Static("3")),
    ];
    element("circle", place, Vec::new())
}

/// Where a curve passes another.
pub fn ring(x: f64, y: f64) -> Html {
    let place = vec![
        ("class", AttrValue::Static("kv__ring")),
        ("cx", written(px(x))),
        ("cy", written(px(y))),
        ("r", AttrValue::Static("4.5")),
    ];
    element("circle", place, Vec::new())
}

/// What is drawn from its own zero downward, `y` below.
pub fn lowered(y: f64, body: Vec<Html>) -> Html {
    element("g", vec![("transform", written(["translate(0 ", &px(y), ")"].concat()))], body)
}

/// A path that lights with a term.
pub fn lit_path(view: &View<KvCache>, term: &'static str, class: &'static str, d: String) -> Html {
    let (onpointerenter, onpointerleave) = view.hover(term);
    html! { <path class={classes!(class, view.lit(term))} {d} {onpointerenter} {onpointerleave} /> }
}

/// A rectangle as a path.
pub fn rectangle(x: f64, y: f64, width: f64, height: f64) -> String {
    ["M", &px(x), " ", &px(y), "h", &px(width), "v", &px(height), "h", &px(-width), "z"].concat()
}

/// Height of a line of labels.
pub const LINE: f64 = 13.0;

/// The class that carries a model's colour.
pub const fn series(at: usize) -> &'static str {
    match at {
        0 => "kv__series kv__series--1",
        1 => "kv__series kv__series--2",
        2 => "kv__series kv__series--3",
        _ => "kv__series kv__series--4",
    }
}
