//! Marks that several drawings share: lines of text, paths, rectangles, in the drawing's own units.

use yew::prelude::*;

use super::{View, Widget};
use crate::decimal::hundredths;
use crate::ui::{self, element, written};

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
        ("x", written(hundredths(x))),
        ("y", written(hundredths(y))),
        ("text-anchor", AttrValue::Static(anchor)),
    ];
    element("text", place, vec![ui::text(words)])
}

/// A path; nothing where it is empty.
pub fn path(class: &'static str, d: String) -> Html {
    if d.is_empty() {
        return Html::default();
    }
    element("path", vec![("class", AttrValue::Static(class)), ("d", written(d))], Vec::new())
}

/// A path that lights with a term.
pub fn lit_path<W: Widget>(view: &View<W>, term: &'static str, class: &'static str, d: String) -> Html {
    let (onpointerenter, onpointerleave) = view.hover(term);
    html! { <path class={classes!(class, view.lit(term))} {d} {onpointerenter} {onpointerleave} /> }
}

/// A dot.
pub fn dot(class: &'static str, x: f64, y: f64, r: f64) -> Html {
    let place = vec![
        ("class", AttrValue::Static(class)),
        ("cx", written(hundredths(x))),
        ("cy", written(hundredths(y))),
        ("r", written(hundredths(r))),
    ];
    element("circle", place, Vec::new())
}

/// What is drawn from its own zero downward, `y` below.
pub fn lowered(y: f64, body: Vec<Html>) -> Html {
    element("g", vec![("transform", written(["translate(0 ", &hundredths(y), ")"].concat()))], body)
}

/// A rectangle as a path.
pub fn rectangle(x: f64, y: f64, width: f64, height: f64) -> String {
    [
        "M",
        &hundredths(x),
        " ",
        &hundredths(y),
        "h",
        &hundredths(width),
        "v",
        &hundredths(height),
        "h",
        &hundredths(-width),
        "z",
    ]
    .concat()
}
