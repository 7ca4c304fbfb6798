//! Pieces of the drawing.

use yew::prelude::*;

use crate::decimal::hundredths;
use crate::ui::{self, element, written};
use crate::widgets::View;

use super::super::LowRank;

/// A length as text, to a hundredth.
pub fn px(x: f64) -> String {
    hundredths(x)
}

/// A line of text; `anchor` is `start`, `middle` or `end`.
pub fn text(x: f64, y: f64, anchor: &'static str, class: &'static str, words: String) -> Html {
    let place = vec![
        ("class", class.into()),
        ("x", written(px(x))),
        ("y", written(px(y))),
        ("text-anchor", AttrValue::Static(anchor)),
    ];
    element("text", place, vec![ui::text(written(words))])
}

/// A path.
pub fn path(class: &'static str, d: String) -> Html {
    element("path", vec![("class", AttrValue::Static(class)), ("d", written(d))], Vec::new())
}

/// A dot on a curve.
pub fn dot(x: f64, y: f64) -> Html {
    let place = vec![("class", "lr__dot".into()), ("cx", written(px(x))), ("cy", written(px(y))), ("r", "3".into())];
    element("circle", place, Vec::new())
}

/// What is drawn from its own zero downward, `y` below.
pub fn lowered(y: f64, body: Vec<Html>) -> Html {
    element("g", vec![("transform", written(["translate(0 ", &px(y), ")"].concat()))], body)
}

/// A path that lights with a term.
pub fn lit_path(view: &View<LowRank>, term: &'static str, class: &'static str, d: String) -> Html {
    let (onpointerenter, onpointerleave) = view.hover(term);
    html! { <path class={classes!(class, view.lit(term))} {d} {onpointerenter} {onpointerleave} /> }
}

/// A rectangle as a path.
pub fn rectangle(x: f64, y: f64, width: f64, height: f64) -> String {
    ["M", &px(x), " ", &px(y), "h", &px(width), "v", &px(height), "h", &px(-width), "z"].concat()
}
