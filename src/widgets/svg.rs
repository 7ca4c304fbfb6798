//! Pieces of drawings, in the units of the drawing.

use yew::prelude::*;

use super::view::{View, Widget};
use crate::decimal::hundredths;
use crate::ui::{self, element, written};

/// Where a text stands on its line.
#[derive(Clone, Copy, PartialEq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// A line of text.
pub fn text(x: f64, y: f64, anchor: Anchor, class: &'static str, words: impl Into<AttrValue>) -> Html {
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
    element("text", place, vec![ui::text(words.into())])
}

/// A path.
pub fn path(class: &'static str, d: String) -> Html {
    element("path", vec![("class", AttrValue::Static(class)), ("d", written(d))], Vec::new())
}

/// A circle.
pub fn circle(class: &'static str, (x, y): (f64, f64), radius: f64) -> Html {
    let place = vec![
        ("class", AttrValue::Static(class)),
        ("cx", written(hundredths(x))),
        ("cy", written(hundredths(y))),
        ("r", written(hundredths(radius))),
    ];
    element("circle", place, Vec::new())
}

/// What is drawn from its own zero downward, `y` below.
pub fn lowered(y: f64, body: Vec<Html>) -> Html {
    element("g", vec![("transform", written(["translate(0 ", &hundredths(y), ")"].concat()))], body)
}

/// A path that lights with a term.
pub fn lit_path<W: Widget>(view: &View<W>, term: &'static str, class: &'static str, d: String) -> Html {
    let (onpointerenter, onpointerleave) = view.hover(term);
    let class = match view.lit(term) {
        Some(lit) => written([class, " ", lit].concat()),
        None => AttrValue::Static(class),
    };
    html! { <path {class} {d} {onpointerenter} {onpointerleave} /> }
}

/// A rectangle as a path; none where it has no area.
pub fn rectangle(x: f64, y: f64, width: f64, height: f64) -> String {
    if !(width > 0.0 && height > 0.0) {
        return String::new();
    }
    let [x, y, across, down, back] = [x, y, width, height, -width].map(hundredths);
    ["M", &x, " ", &y, "h", &across, "v", &down, "h", &back, "z"].concat()
}

/// A straight line as a path.
pub fn line((x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> String {
    let [x0, y0, x1, y1] = [x0, y0, x1, y1].map(hundredths);
    ["M", &x0, " ", &y0, "L", &x1, " ", &y1].concat()
}

/// The frame of a drawing, which reads as a group.
pub fn drawing(class: String, label: &'static str, width: f64, height: f64, body: Vec<Html>) -> Html {
    let frame = vec![
        ("class", written(class)),
        ("role", "group".into()),
        ("aria-label", label.into()),
        ("viewBox", written(["0 0 ", &hundredths(width), " ", &hundredths(height)].concat())),
    ];
    element("svg", frame, body)
}

/// About how wide a text of this size is: Chinese characters are as wide as they are high, others a good half of it.
pub fn width_of(words: &str, size: f64) -> f64 {
    words.chars().map(|c| if c >= '\u{2e80}' { size } else { 0.6 * size }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_area_is_not_drawn() {
        assert_eq!(rectangle(0.0, 1.5, 2.0, 3.0), "M0 1.5h2v3h-2z");
        assert_eq!([rectangle(0.0, 0.0, 0.0, 3.0), rectangle(0.0, 0.0, f64::NAN, 3.0)].concat(), "");
    }
}
