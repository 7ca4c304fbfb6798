//! Pieces of a drawing in its own units, for widgets that draw in SVG.

use yew::prelude::*;

use super::{View, Widget};
use crate::decimal::hundredths;
use crate::ui::{self, Attributes, element, twin, written};

/// A length as text, to a hundredth.
pub fn px(x: f64) -> String {
    hundredths(x)
}

/// Where a text stands on its line.
#[derive(Clone, Copy)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// A line of text.
pub fn text((x, y): (f64, f64), anchor: Anchor, class: &'static str, words: impl Into<AttrValue>) -> Html {
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
    element("text", place, vec![ui::text(words.into())])
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
        ("cx", written(px(x))),
        ("cy", written(px(y))),
        ("r", written(px(r))),
    ];
    element("circle", place, Vec::new())
}

/// What is drawn from its own zero, `x` to the right and `y` below.
pub fn moved((x, y): (f64, f64), body: Vec<Html>) -> Html {
    let to = ["translate(", &px(x), " ", &px(y), ")"].concat();
    element("g", vec![("transform", written(to))], body)
}

/// A rectangle as a path.
pub fn rectangle((x, y): (f64, f64), width: f64, height: f64) -> String {
    ["M", &px(x), " ", &px(y), "h", &px(width), "v", &px(height), "h", &px(-width), "z"].concat()
}

/// A vertical line as a path.
pub fn upright(x: f64, from: f64, to: f64) -> String {
    ["M", &px(x), " ", &px(from), "V", &px(to)].concat()
}

/// A straight line as a path.
pub fn line((x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> String {
    ["M", &px(x0), " ", &px(y0), "L", &px(x1), " ", &px(y1)].concat()
}

/// About how wide a text of this size is: Chinese characters are as wide as they are high, others a good half of it.
pub fn width_of(words: &str, size: f64) -> f64 {
    words.chars().map(|c| if c >= '\u{2e80}' { size } else { 0.6 * size }).sum()
}

fn frame(class: &'static str, label: &'static str, (width, height): (f64, f64)) -> Attributes {
    vec![
        ("class", class.into()),
        ("role", "group".into()),
        ("aria-label", label.into()),
        ("viewBox", written(["0 0 ", &px(width), " ", &px(height)].concat())),
    ]
}

/// A drawing of its own units.
pub fn drawing(class: &'static str, label: &'static str, size: (f64, f64), body: Vec<Html>) -> Html {
    element("svg", frame(class, label, size), body)
}

/// The same of one of two drawings, for wide and for narrow figures.
pub fn twin_drawing(class: &'static str, label: &'static str, size: (f64, f64), body: Vec<Html>, live: bool) -> Html {
    twin(frame(class, label, size), body, live)
}
