//! The singular values, and under them what each number of them leaves: a handle on the curve.

use std::rc::Rc;

use yew::prelude::*;

use super::mark::{dot, lit_path, path, px, text};
use super::{Layout, Part};
use crate::i18n::{self, fill, percent};
use crate::numerics::low_rank::Sharing;
use crate::state::Choice as _;
use crate::ui::{Scrubber, group, part};
use crate::widgets::View;
use crate::widgets::low_rank::LowRank;
use crate::widgets::low_rank::controls::{axis_end, last_rank};
use crate::widgets::low_rank::model::Found;
use crate::widgets::low_rank::state::Action;
use crate::widgets::low_rank::words::{sharing_name, term};
use crate::widgets::order::ordered;

/// Left end of the axis, after the names of the scale.
const LEFT: f64 = 40.0;
/// Room for the handle at the right end.
const RIGHT: f64 = 8.0;
/// Top and foot of the singular values.
const SPECTRUM: (f64, f64) = (22.0, 84.0);
/// Top (all is left) and foot (nothing is) of the curves.
const ERRORS: (f64, f64) = (122.0, 242.0);
/// Height of a line of labels.
const LINE: f64 = 14.0;
/// Room for the longest label.
const ROOM: f64 = 130.0;

/// Turns numbers kept and errors into places.
struct Axes {
    width: f64,
    end: f64,
}

impl Axes {
    fn x(&self, rank: usize) -> f64 {
        LEFT + rank as f64 / self.end * self.width
    }

    fn y(error: f64) -> f64 {
        ERRORS.1 - error * (ERRORS.1 - ERRORS.0)
    }
}

/// Steps as high as the values `from..to`.
fn steps(axes: &Axes, values: &[f64], from: usize, to: usize) -> String {
    let most = values.first().copied().filter(|most| *most > 0.0).unwrap_or(1.0);
    let mut d = ["M", &px(axes.x(from)), " ", &px(SPECTRUM.1)].concat();
    for (at, value) in values.iter().enumerate().take(to).skip(from) {
        let y = SPECTRUM.1 - value / most * (SPECTRUM.1 - SPECTRUM.0);
        d += &["V", &px(y), "H", &px(axes.x(at + 1))].concat();
    }
    d + &["V", &px(SPECTRUM.1), "z"].concat()
}

fn spectrum(view: &View<LowRank>, found: &Found, axes: &Axes) -> Html {
    let values = found.compression.spectrum();
    let last = values.len().min(axes.end as usize);
    let cut = found.rank.min(last);
    group(vec![
        lit_path(view, term::RANK, "lr__kept", steps(axes, values, 0, cut)),
        lit_path(view, term::ERROR, "lr__dropped", steps(axes, values, cut, last)),
        path("lr__floor", ["M", &px(LEFT), " ", &px(SPECTRUM.1), "h", &px(axes.width)].concat()),
    ])
}

/// What a way of sharing leaves, for every number kept.
fn curve(view: &View<LowRank>, axes: &Axes, sharing: Sharing) -> Html {
    let Some(compression) = view.model.compression(sharing) else { return Html::default() };
    let last = compression.spectrum().len().min(axes.end as usize);
    let mut d = String::new();
    for rank in 0..=last {
        let pen = if rank == 0 { "M" } else { "L" };
        d += &[pen, &px(axes.x(rank)), " ", &px(Axes::y(compression.left(rank)))].concat();
    }
    path(if sharing == view.state.joint { "lr__curve lr__curve--own" } else { "lr__curve" }, d)
}

/// Names and values of the curves beside the cut, moved apart so that none covers another.
fn labels(view: &View<LowRank>, found: &Found, axes: &Axes) -> Html {
    let words = i18n::low_rank(view.lang);
    let left = |sharing| view.model.left(sharing, found.rank).map(|left| (sharing, left));
    let known: Vec<(Sharing, f64)> = Sharing::ALL.iter().filter_map(|sharing| left(*sharing)).collect();
    let x = axes.x(found.rank);
    // The curves fall: on the right of the cut there is room above them, on the left below.
    let right = x + ROOM < LEFT + axes.width;
    let (anchor, beside, off) = if right { ("start", x + 8.0, -6.0) } else { ("end", x - 8.0, 14.0) };
    let mut lowest = ERRORS.0 - LINE;
    let mut drawn = Vec::new();
    for (sharing, left) in ordered(known, |a, b| a.1 > b.1) {
        let y = Axes::y(left);
        lowest = f64::max(y + off, lowest + LINE);
        let label = fill(words.curve, &[("name", sharing_name(words, sharing)), ("error", &percent(left.max(0.0), 3))]);
        let class = if sharing == view.state.joint { "lr__over lr__over--own" } else { "lr__over" };
        drawn.extend([dot(x, y), text(beside, lowest, anchor, class, label)]);
    }
    group(drawn)
}

fn scales(view: &View<LowRank>, found: &Found, axes: &Axes, layout: Layout) -> Html {
    let words = i18n::low_rank(view.lang);
    let level = |share: f64| {
        let line = path("mark-grid", ["M", &px(LEFT), " ", &px(Axes::y(share)), "h", &px(axes.width)].concat());
        group(vec![line, text(LEFT - 6.0, Axes::y(share) + 4.0, "end", "lr__quiet", percent(share, 3))])
    };
    let below = |rank: usize, anchor, label: String| text(axes.x(rank), ERRORS.1 + 17.0, anchor, "lr__quiet", label);
    let one_head = 2 * found.layer.head_dim;
    let head = if layout.width > 400.0 { words.one_head } else { words.one_head_short };
    let mut drawn = vec![
        text(0.0, 12.0, "start", "lr__head", words.spectrum_head.into()),
        text(0.0, ERRORS.0 - 16.0, "start", "lr__head", words.errors_head.into()),
        level(0.0),
        level(0.5),
        level(1.0),
        below(axes.end as usize, "end", fill(words.axis_end, &[("n", &(axes.end as usize).to_string())])),
    ];
    if one_head as f64 <= 0.6 * axes.end {
        let tick = ["M", &px(axes.x(one_head)), " ", &px(ERRORS.1), "v5"].concat();
        drawn.push(path("lr__tick", tick));
        drawn.push(below(one_head, "middle", fill(head, &[("n", &one_head.to_string())])));
    }
    group(drawn)
}

fn handle(view: &View<LowRank>, found: &Found, axes: &Axes) -> Html {
    let words = i18n::low_rank(view.lang);
    let places = (1..=last_rank(view)).map(|rank| rank as f64 / axes.end).collect::<Vec<_>>();
    let x = axes.x(found.rank);
    let light = view.light.reform(|on: bool| on.then_some(term::RANK));
    let scrubber = Scrubber {
        label: words.rank.into(),
        shown: fill(words.numbers, &[("n", &found.rank.to_string())]).into(),
        at: found.rank.saturating_sub(1),
        places: Rc::new(places),
        span: (LEFT, axes.width),
        depth: (SPECTRUM.0, ERRORS.1 - SPECTRUM.0),
        handle: (x, Axes::y(found.error.min(1.0))),
        on_hover: light,
        on_edit: view.edit(|at: usize| Action::Rank(at as u32 + 1)),
    };
    let class = if view.lit(term::RANK).is_some() { "lr__cut lit" } else { "lr__cut" };
    let cut = path(class, ["M", &px(x), " ", &px(SPECTRUM.0 - 4.0), "V", &px(ERRORS.1)].concat());
    group(vec![cut, scrubber.view()])
}

/// Spectrum, curves, cut.
pub fn draw(view: &View<LowRank>, found: &Found, layout: Layout) -> Part {
    let axes = Axes { width: layout.width - LEFT - RIGHT, end: axis_end(view) as f64 };
    let mut body = vec![scales(view, found, &axes, layout), spectrum(view, found, &axes)];
    for sharing in Sharing::ALL {
        body.push(part("g", series(sharing), vec![curve(view, &axes, sharing)]));
    }
    body.extend([handle(view, found, &axes), labels(view, found, &axes)]);
    Part { height: ERRORS.1 + 22.0, body: group(body) }
}

/// The class that carries a curve's colour.
fn series(sharing: Sharing) -> &'static str {
    ["lr__series lr__series--1", "lr__series lr__series--2", "lr__series lr__series--3"][sharing.index()]
}
