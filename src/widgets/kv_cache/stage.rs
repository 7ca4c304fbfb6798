//! The drawing: a token's cells, the memory, the growth; once for wide and once for narrow figures.

mod cells;
mod growth;
mod mark;
mod memory;

use yew::prelude::*;

use super::KvCache;
use super::names::Names;
use crate::ui::{element, group, written};
use crate::widgets::View;
use mark::{lowered, px};

/// Sizes of a drawing, in its own units: about a CSS pixel each.
#[derive(Clone, Copy, PartialEq)]
pub struct Layout {
    /// Width of the drawing.
    width: f64,
    /// Squares in a column.
    cell_rows: usize,
    /// Whether there is room for the growth and for long lines.
    wide: bool,
    /// Tells the drawing from its twin.
    name: &'static str,
}

const WIDE: Layout = Layout { width: 540.0, cell_rows: 4, wide: true, name: "wide" };
const NARROW: Layout = Layout { width: 320.0, cell_rows: 8, wide: false, name: "narrow" };

/// A part of the drawing, from its own zero downward.
pub struct Part {
    height: f64,
    body: Html,
}

/// Space between parts.
const GAP: f64 = 22.0;

fn drawing(view: &View<KvCache>, layout: Layout) -> Html {
    let mut parts = vec![cells::draw(view, layout), memory::draw(view, layout)];
    if layout.wide {
        parts.push(growth::draw(view, layout));
    }
    let mut y = 0.0;
    let mut bodies = Vec::new();
    for part in parts {
        bodies.push(lowered(y, vec![part.body]));
        y += part.height + GAP;
    }
    let label = Names::new(view.lang, &view.state).text.stage_label;
    let frame = vec![
        ("class", written(["kv kv--", layout.name].concat())),
        ("role", "group".into()),
        ("aria-label", label.into()),
        ("viewBox", written(["0 0 ", &px(layout.width), " ", &px(y - GAP)].concat())),
    ];
    element("svg", frame, bodies)
}

/// Both drawings; the style sheet shows the one that there is room for.
pub fn draw(view: &View<KvCache>) -> Html {
    group(vec![drawing(view, WIDE), drawing(view, NARROW)])
}
