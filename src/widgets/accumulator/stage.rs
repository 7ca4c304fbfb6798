//! The drawing: the bits of a group, and the errors; once for wide and once for narrow figures.

mod bits;
mod chart;

use yew::prelude::*;

use super::Accumulate;
use crate::i18n;
use crate::ui::group;
use crate::widgets::View;
use crate::widgets::marks::{moved, twin_drawing};

/// Sizes of a drawing, in its own units: about a CSS pixel each.
#[derive(Clone, Copy, PartialEq)]
pub struct Layout {
    /// Width of the drawing.
    width: f64,
    /// Room for the names of rows.
    left: f64,
    /// Height of a row of bits.
    row: f64,
    /// Whether there is room for long headings.
    wide: bool,
}

const WIDE: Layout = Layout { width: 540.0, left: 62.0, row: 9.0, wide: true };
const NARROW: Layout = Layout { width: 320.0, left: 52.0, row: 7.5, wide: false };

/// A part of the drawing, from its own zero downward.
pub struct Part {
    height: f64,
    body: Html,
}

/// Space between parts.
const GAP: f64 = 22.0;

fn one(view: &View<Accumulate>, layout: Layout) -> Html {
    let mut y = 0.0;
    let mut bodies = Vec::new();
    for part in [bits::draw(view, layout), chart::draw(view, layout)] {
        bodies.push(moved((0.0, y), vec![part.body]));
        y += part.height + GAP;
    }
    let class = if layout.wide { "sum sum--wide" } else { "sum sum--narrow" };
    twin_drawing(class, i18n::accumulator(view.lang).stage_label, (layout.width, y - GAP), bodies, view.live)
}

/// Both drawings; the style sheet shows the one that there is room for.
pub fn draw(view: &View<Accumulate>) -> Html {
    group(vec![one(view, WIDE), one(view, NARROW)])
}
