//! A drawing made of parts one below the other, once for wide and once for narrow figures.

use yew::prelude::*;

use super::marks::moved;
use crate::decimal::hundredths;
use crate::ui::{group, twin, written};

/// Sizes of a drawing, in its own units: about a CSS pixel each.
#[derive(Clone, Copy, PartialEq)]
pub struct Layout {
    /// Width of the drawing.
    pub width: f64,
    /// Whether there is room for long lines.
    pub wide: bool,
    /// Its classes.
    class: &'static str,
}

const LAYOUTS: [Layout; 2] = [
    Layout { width: 540.0, wide: true, class: "sketch sketch--wide" },
    Layout { width: 320.0, wide: false, class: "sketch sketch--narrow" },
];

impl Layout {
    /// The longer or the shorter text.
    #[must_use]
    pub const fn pick(self, wide: &'static str, narrow: &'static str) -> &'static str {
        if self.wide { wide } else { narrow }
    }
}

/// A part of a drawing, from its own zero downward.
pub struct Part {
    /// How far down it goes.
    pub height: f64,
    /// What is in it.
    pub body: Html,
}

/// Space between parts.
const GAP: f64 = 24.0;

/// Both drawings; the style sheet shows the one that there is room for.
pub fn sketch(label: &'static str, live: bool, parts: impl Fn(Layout) -> Vec<Part>) -> Html {
    group(LAYOUTS.iter().map(|layout| drawing(label, *layout, parts(*layout), live)).collect())
}

fn drawing(label: &'static str, layout: Layout, parts: Vec<Part>, live: bool) -> Html {
    let mut y = 0.0;
    let mut bodies = Vec::new();
    for part in parts {
        bodies.push(moved((0.0, y), vec![part.body]));
        y += part.height + GAP;
    }
    let frame = vec![
        ("class", layout.class.into()),
        ("role", "group".into()),
        ("aria-label", label.into()),
        ("viewBox", written(["0 0 ", &hundredths(layout.width), " ", &hundredths(y - GAP)].concat())),
    ];
    twin(frame, bodies, live)
}
