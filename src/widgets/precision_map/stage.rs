//! The drawing: a row for each part of the step, and the way of one tensor through them.

mod chip;

use yew::prelude::*;

use super::PrecisionMap;
use super::flow::{KEPT, Role, SENT, WIDE, roles};
use super::names;
use super::state::Pass;
use crate::decimal::hundredths;
use crate::i18n;
use crate::state::Choice as _;
use crate::ui::{element, group, text as words, written};
use crate::widgets::View;
use chip::Place;

/// Sizes of a drawing, in its own units: about a CSS pixel each.
#[derive(Clone, Copy)]
pub struct Layout {
    width: f64,
    name: &'static str,
}

impl Layout {
    /// Whether there is room for names and numbers only.
    fn narrow(self) -> bool {
        self.width < 400.0
    }

    /// Height of a chip: where it is narrow, each thing that it says has a line of its own.
    fn chip(self) -> f64 {
        if self.narrow() { 66.0 } else { 52.0 }
    }
}

const WIDE_LAYOUT: Layout = Layout { width: 540.0, name: "wide" };
const NARROW: Layout = Layout { width: 320.0, name: "narrow" };

/// Height of a row's head.
const HEAD: f64 = 22.0;
/// Space below a row.
const BELOW: f64 = 16.0;
/// Space around what the chosen row is framed with.
const EDGE: f64 = 6.0;

/// A row of equal chips under a head.
struct Row {
    pass: Option<Pass>,
    head: &'static str,
    roles: Vec<Role>,
    /// What stands between the chips.
    signs: &'static [&'static str],
}

fn rows(view: &View<PrecisionMap>, layout: Layout) -> Vec<Row> {
    let text = i18n::precision_map(view.lang);
    let pass = |pass: &Pass| Row {
        pass: Some(*pass),
        head: names::pass_head(text, *pass),
        roles: roles(*pass).to_vec(),
        signs: if *pass == Pass::Update { &["+", "→"] } else { &["×", "→"] },
    };
    let mut rows: Vec<Row> = Pass::ALL.iter().map(pass).collect();
    // Five side by side are too many for a narrow figure.
    let (first, second) = WIDE.split_at(if layout.narrow() { 3 } else { WIDE.len() });
    rows.push(Row { pass: None, head: text.head_wide, roles: first.to_vec(), signs: &[] });
    if !second.is_empty() {
        rows.push(Row { pass: None, head: "", roles: second.to_vec(), signs: &[] });
    }
    rows.push(Row { pass: None, head: text.head_kept, roles: KEPT.to_vec(), signs: &[] });
    rows.push(Row { pass: None, head: text.head_sent, roles: SENT.to_vec(), signs: &[] });
    rows
}

/// Where the chips of a row stand.
fn places(row: &Row, layout: Layout, y: f64) -> Vec<Place> {
    let count = row.roles.len() as f64;
    let gap = if row.signs.is_empty() { 6.0 } else { 22.0 };
    let width = (layout.width - 2.0 * EDGE - (count - 1.0) * gap) / count;
    let x = |at: usize| EDGE + at as f64 * (width + gap);
    row.roles.iter().enumerate().map(|(at, role)| Place { pass: row.pass, role: *role, x: x(at), y, width }).collect()
}

fn label(class: &'static str, x: f64, y: f64, body: AttrValue) -> Html {
    let attributes = vec![("class", class.into()), ("x", written(hundredths(x))), ("y", written(hundredths(y)))];
    element("text", attributes, vec![words(body)])
}

/// The frame of the part of the step that is looked at.
fn frame(layout: Layout, y: f64) -> Html {
    let place =
        [("x", 0.5), ("y", y - 1.0), ("width", layout.width - 1.0), ("height", HEAD + layout.chip() + 2.0 * EDGE)];
    let mut attributes = vec![("class", AttrValue::Static("pmap__frame")), ("rx", "6".into())];
    attributes.extend(place.map(|(name, value)| (name, written(hundredths(value)))));
    element("rect", attributes, Vec::new())
}

/// The way of a tensor from place to place: out of the bottom of one, into the top of the next.
fn way(places: &[Place], layout: Layout) -> Html {
    let mut d = String::new();
    for pair in places.windows(2) {
        let [from, to] = pair else { continue };
        let (x, y) = (from.x + from.width / 2.0, from.y + layout.chip());
        let (x1, y1) = (to.x + to.width / 2.0, to.y);
        let bend = (y1 - y) / 2.0;
        let points = [x, y, x, y + bend, x1, y1 - bend, x1, y1].map(hundredths);
        let [x, y, a, b, c, e, x1, y1] = &points;
        d += &["M", x, " ", y, "C", a, " ", b, " ", c, " ", e, " ", x1, " ", y1].concat();
    }
    element("path", vec![("class", "pmap__way".into()), ("d", written(d))], Vec::new())
}

fn drawing(view: &View<PrecisionMap>, layout: Layout) -> Html {
    let mut y = EDGE;
    let (mut frames, mut labels, mut chips, mut followed) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for row in rows(view, layout) {
        // A row that goes on from the one above has no head.
        if row.head.is_empty() {
            y -= HEAD;
        }
        if row.pass == Some(view.state.pass) {
            frames.push(frame(layout, y - EDGE + 1.0));
        }
        labels.push(label("pmap__head", EDGE, y + 14.0, row.head.into()));
        let places = places(&row, layout, y + HEAD);
        for (sign, pair) in row.signs.iter().zip(places.windows(2)) {
            let x = (pair[0].x + pair[0].width + pair[1].x) / 2.0;
            labels.push(label("pmap__sign", x, y + HEAD + layout.chip() / 2.0 + 5.0, (*sign).into()));
        }
        chips.extend(places.iter().map(|place| place.draw(view, layout)));
        followed.extend(places.into_iter().filter(|place| place.lit(view)));
        y += HEAD + layout.chip() + BELOW;
    }
    let frame = vec![
        ("class", written(["pmap pmap--", layout.name].concat())),
        ("role", "group".into()),
        ("aria-label", i18n::precision_map(view.lang).stage_label.into()),
        ("viewBox", written(["0 0 ", &hundredths(layout.width), " ", &hundredths(y)].concat())),
    ];
    // The way goes behind what it passes, so that all of that can be read.
    element("svg", frame, vec![group(frames), way(&followed, layout), group(labels), group(chips)])
}

/// Both drawings; the style sheet shows the one that there is room for.
pub fn draw(view: &View<PrecisionMap>) -> Html {
    group(vec![drawing(view, WIDE_LAYOUT), drawing(view, NARROW)])
}
