//! The drawing: the cut experts, the number of choices, and the toy.

mod cards;
mod toy;
mod ways;

use yew::prelude::*;

use super::Segmentation;
use super::names::Names;
use crate::ui::group;
use crate::widgets::View;
use crate::widgets::marks::{drawing, moved};

/// Sizes of a drawing, in its own units: about a CSS pixel each.
#[derive(Clone, Copy, PartialEq)]
pub struct Layout {
    /// Width of the drawing.
    width: f64,
    /// Whether it is the wide one.
    wide: bool,
}

const LAYOUTS: [Layout; 2] = [Layout { width: 540.0, wide: true }, Layout { width: 320.0, wide: false }];

/// A part of the drawing, from its own zero downward.
struct Part {
    height: f64,
    body: Html,
}

fn one(view: &View<Segmentation>, layout: Layout) -> Html {
    let parts = [cards::draw(view, layout), ways::draw(view, layout)];
    let mut y = 0.0;
    let mut bodies = Vec::new();
    for part in parts {
        bodies.push(moved((0.0, y), vec![part.body]));
        y += part.height;
    }
    let class = if layout.wide { "cuts cuts--wide" } else { "cuts cuts--narrow" };
    drawing(class, Names::new(view.lang).text.stage_label, (layout.width, y), bodies)
}

/// Both drawings; the style sheet shows the one that there is room for. The toy below suits itself to any width.
pub fn draw(view: &View<Segmentation>) -> Html {
    let drawings = LAYOUTS.map(|layout| one(view, layout));
    group(vec![group(drawings.to_vec()), toy::draw(view)])
}
