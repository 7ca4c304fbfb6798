//! The drawing: the matrices in parentheses, what they cost, and the scores; once for wide and once for narrow figures.

mod bars;
mod expression;
mod scores;

use yew::prelude::*;

use super::Absorption;
use super::names::Names;
use crate::decimal::hundredths;
use crate::ui::{element, group, written};
use crate::widgets::View;
use crate::widgets::marks::lowered;

/// Sizes of a drawing, in its own units: about a CSS pixel each.
#[derive(Clone, Copy, PartialEq)]
pub struct Layout {
    /// Width of the drawing.
    width: f64,
    /// Whether there is room for long lines.
    wide: bool,
    /// Tells the drawing from its twin.
    name: &'static str,
}

const WIDE: Layout = Layout { width: 540.0, wide: true, name: "wide" };
const NARROW: Layout = Layout { width: 320.0, wide: false, name: "narrow" };

impl Layout {
    /// The longer or the shorter text.
    const fn pick(self, wide: &'static str, narrow: &'static str) -> &'static str {
        if self.wide { wide } else { narrow }
    }
}

/// A part of the drawing, from its own zero downward.
pub struct Part {
    height: f64,
    body: Html,
}

/// Space between parts.
const GAP: f64 = 24.0;

fn drawing(view: &View<Absorption>, layout: Layout) -> Html {
    let parts = [expression::draw(view, layout), bars::draw(view, layout), scores::draw(view, layout)];
    let mut y = 0.0;
    let mut bodies = Vec::new();
    for part in parts {
        bodies.push(lowered(y, vec![part.body]));
        y += part.height + GAP;
    }
    let frame = vec![
        ("class", written(["sketch sketch--", layout.name].concat())),
        ("role", "group".into()),
        ("aria-label", Names::new(view.lang).text.stage_label.into()),
        ("viewBox", written(["0 0 ", &hundredths(layout.width), " ", &hundredths(y - GAP)].concat())),
    ];
    element("svg", frame, bodies)
}

/// Both drawings; the style sheet shows the one that there is room for.
pub fn draw(view: &View<Absorption>) -> Html {
    group(vec![drawing(view, WIDE), drawing(view, NARROW)])
}
