//! Lines and texts placed by [`scale`](super::scale).

use yew::prelude::*;

use super::scale::{across, anchor, em};
use crate::ui::{self, element, written};

/// A straight line.
pub fn line(from: f64, top: f64, to: f64, bottom: f64, class: impl Into<AttrValue>) -> Html {
    let ends = [("x1", across(from)), ("y1", em(top)), ("x2", across(to)), ("y2", em(bottom))];
    element("line", std::iter::once(("class", class.into())).chain(ends).collect(), Vec::new())
}

/// A dot.
pub fn dot(at: f64, y: f64, radius: &'static str, class: impl Into<AttrValue>) -> Html {
    let place = vec![("class", class.into()), ("cx", across(at)), ("cy", em(y)), ("r", radius.into())];
    element("circle", place, Vec::new())
}

/// A class, with `lit` if its term is under the hand.
pub fn lit_class(class: &str, lit: Option<&'static str>) -> AttrValue {
    match lit {
        Some(lit) => written([class, " ", lit].concat()),
        None => written(class.to_owned()),
    }
}

/// A text centred on a place, but kept inside the figure.
pub fn text(at: f64, y: f64, class: impl Into<AttrValue>, body: impl Into<AttrValue>) -> Html {
    let at = at.clamp(0.0, 1.0);
    anchored(at, y, anchor(at), class, body)
}

/// A text anchored as asked.
pub fn anchored(
    at: f64,
    y: f64,
    anchor: &'static str,
    class: impl Into<AttrValue>,
    body: impl Into<AttrValue>,
) -> Html {
    placed([("x", across(at)), ("y", em(y)), ("text-anchor", anchor.into()), ("class", class.into())], body.into())
}

#[inline(never)]
fn placed(attributes: [(&'static str, AttrValue); 4], body: AttrValue) -> Html {
    element("text", attributes.to_vec(), vec![ui::text(body)])
}

/// Ticks of equal height as one path, stretched over the figure's width.
pub fn ticks(places: impl Iterator<Item = f64>, top: f64, height: f64, class: &'static str) -> Html {
    bars(places.map(|at| (at, 1.0)), top, height, class)
}

/// Upright strokes as one path: place, and share of the height.
pub fn bars(strokes: impl Iterator<Item = (f64, f64)>, top: f64, height: f64, class: &'static str) -> Html {
    let whole = |x: f64| (libm::round(x.clamp(0.0, 1.0) * 10_000.0) as u32).to_string();
    let stroke = |(at, share): (f64, f64)| ["M", &whole(at), " 10000V", &whole(1.0 - share)].concat();
    let path: String = strokes.map(stroke).collect();
    let frame = vec![
        ("class", "lines__part".into()),
        ("x", "0".into()),
        ("y", em(top)),
        ("width", "100%".into()),
        ("height", em(height)),
        ("viewBox", "0 0 10000 10000".into()),
        ("preserveAspectRatio", "none".into()),
    ];
    let strokes = vec![("class", class.into()), ("d", written(path)), ("vector-effect", "non-scaling-stroke".into())];
    element("svg", frame, vec![element("path", strokes, Vec::new())])
}
