//! The drawing: the curves with the cut, the bytes, and nine pictures of what the cut does.

mod bytes;
mod curves;
mod maps;
mod mark;

use yew::prelude::*;

use super::LowRank;
use crate::i18n;
use crate::ui::{part, twin, written};
use crate::widgets::View;
use mark::{lowered, px};

/// Sizes of a drawing, in its own units: about a CSS pixel each.
#[derive(Clone, Copy, PartialEq)]
pub struct Layout {
    /// Width of the drawing.
    width: f64,
    /// Tells the drawing from its twin.
    name: &'static str,
}

const WIDE: Layout = Layout { width: 540.0, name: "wide" };
const NARROW: Layout = Layout { width: 320.0, name: "narrow" };

/// A part of the drawing, from its own zero downward.
pub struct Part {
    height: f64,
    body: Html,
}

/// Height of the drawing while the data is on its way.
const WAITING: f64 = 366.0;
/// Space between parts.
const GAP: f64 = 18.0;

fn drawing(view: &View<LowRank>, layout: Layout) -> Html {
    let parts = match &view.model.found {
        Some(found) => vec![curves::draw(view, found, layout), bytes::draw(view, found, layout)],
        None => Vec::new(),
    };
    let mut y = 0.0;
    let mut bodies = Vec::new();
    for part in parts {
        bodies.push(lowered(y, vec![part.body]));
        y += part.height + GAP;
    }
    let label = i18n::low_rank(view.lang).stage_label;
    let frame = vec![
        ("class", written(["lr lr--", layout.name].concat())),
        ("role", "group".into()),
        ("aria-label", label.into()),
        ("viewBox", written(["0 0 ", &px(layout.width), " ", &px(if y > 0.0 { y - GAP } else { WAITING })].concat())),
    ];
    twin(frame, bodies, view.live)
}

/// Both drawings, of which the style sheet shows the one that there is room for, and the pictures.
pub fn draw(view: &View<LowRank>) -> Html {
    let maps = match &view.model.found {
        Some(found) => maps::draw(view, found),
        None => maps::waiting(view),
    };
    part("div", "lowrank", vec![drawing(view, WIDE), drawing(view, NARROW), maps])
}
