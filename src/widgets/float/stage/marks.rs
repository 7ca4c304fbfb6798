//! Lines and texts placed by [`scale`](super::scale).

use yew::prelude::*;

use super::scale::{across, anchor, em};

/// A straight line.
pub fn line(from: f64, top: f64, to: f64, bottom: f64, class: impl Into<Classes>) -> Html {
    html! { <line class={class.into()} x1={across(from)} y1={em(top)} x2={across(to)} y2={em(bottom)} /> }
}

/// A text centred on a place, but kept inside the figure.
pub fn text(at: f64, y: f64, class: impl Into<Classes>, body: impl Into<AttrValue>) -> Html {
    let at = at.clamp(0.0, 1.0);
    anchored(at, y, anchor(at), class, body)
}

/// A text anchored as asked.
pub fn anchored(at: f64, y: f64, anchor: &'static str, class: impl Into<Classes>, body: impl Into<AttrValue>) -> Html {
    html! { <text class={class.into()} x={across(at)} y={em(y)} text-anchor={anchor}>{ body.into() }</text> }
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
    html! {
        <svg class="lines__part" x="0" y={em(top)} width="100%" height={em(height)} viewBox="0 0 10000 10000" preserveAspectRatio="none">
            <path {class} d={path} vector-effect="non-scaling-stroke" />
        </svg>
    }
}
