//! The drawing, once for wide and once for narrow figures: a token's cells and the memory, or the growth against the
//! weights, or the published ratios.

mod cells;
mod growth;
mod mark;
mod memory;
mod outgrow;
mod ratios;
mod track;

use yew::prelude::*;

use super::KvCache;
use super::names::Names;
use super::state::{Action, Picture};
use crate::state::Choice as _;
use crate::ui::{RadioLook, RadioOption, RadioRow, group, part, twin, written};
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
    let parts = match view.state.view {
        Picture::Memory if layout.wide => {
            vec![cells::draw(view, layout), memory::draw(view, layout), growth::draw(view, layout)]
        }
        Picture::Memory => vec![cells::draw(view, layout), memory::draw(view, layout)],
        Picture::Growth => vec![outgrow::draw(view, layout)],
        Picture::Ratios => vec![ratios::draw(view, layout)],
    };
    let mut y = 0.0;
    let mut bodies = Vec::new();
    for part in parts {
        bodies.push(lowered(y, vec![part.body]));
        y += part.height + GAP;
    }
    let text = Names::new(view.lang, &view.state).text;
    let label = match view.state.view {
        Picture::Memory => text.stage_label,
        Picture::Growth => text.outgrow_head,
        Picture::Ratios => text.claims_head,
    };
    let frame = vec![
        ("class", written(["kv kv--", layout.name].concat())),
        ("role", "group".into()),
        ("aria-label", label.into()),
        ("viewBox", written(["0 0 ", &px(layout.width), " ", &px(y - GAP)].concat())),
    ];
    twin(frame, bodies, view.live)
}

/// What there is to see.
fn pictures(view: &View<KvCache>) -> Html {
    let text = Names::new(view.lang, &view.state).text;
    let option = |label: &'static str| RadioOption { label: label.into(), disabled: false };
    RadioRow {
        label: text.view.into(),
        name: [&view.id, "-view"].concat().into(),
        options: [text.view_memory, text.view_growth, text.view_ratios].map(option).to_vec(),
        chosen: view.state.view.index(),
        look: RadioLook::Words,
        on_edit: view.edit(|at| Action::View(Picture::at(at))),
    }
    .view()
}

/// The choice of pictures, and both drawings; the style sheet shows the one that there is room for.
pub fn draw(view: &View<KvCache>) -> Html {
    group(vec![part("div", "views", vec![pictures(view)]), drawing(view, WIDE), drawing(view, NARROW)])
}
