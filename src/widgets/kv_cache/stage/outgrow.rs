//! The caches over the length of the texts, both in equal ratios, beside each model's own weights: where one outgrows
//! the other, and where one model's cache passes another's.

use yew::prelude::*;

use super::mark::{Anchor, LINE, dot, lit_path, path, px, ring, series, text};
use super::track::{Track, fraction};
use super::{Layout, Part};
use crate::i18n::{bytes, count, fill};
use crate::ui::{group, part};
use crate::widgets::View;
use crate::widgets::kv_cache::KvCache;
use crate::widgets::kv_cache::model::Row;
use crate::widgets::kv_cache::names::Names;
use crate::widgets::kv_cache::notches::contexts;
use crate::widgets::kv_cache::state::MOST_CONTEXT;
use crate::widgets::kv_cache::words::term;
use crate::widgets::order::apart;

/// Left end of the curves, after the names of the scale.
const LEFT: f64 = 46.0;
/// Room for the names at the right ends of the curves.
const NAMES: f64 = 112.0;
/// Upper and lower end of the curves.
const TOP: f64 = 40.0;
const FLOOR: f64 = 260.0;
/// Height of a line of words under the axis.
const WORDS: f64 = 17.0;

/// Turns tokens and bytes into places; the bytes run from 10^`low` to 10^`high`.
struct Axes {
    width: f64,
    low: f64,
    high: f64,
}

impl Axes {
    /// From a little under the smallest cache to a little over the largest number.
    fn new(view: &View<KvCache>, width: f64) -> Self {
        let rows = &view.model.rows;
        let least = rows.iter().map(|row| caches(view, row, 1)).fold(f64::INFINITY, f64::min);
        let largest = |row: &Row| caches(view, row, MOST_CONTEXT).max(row.weights as f64);
        let most = rows.iter().map(largest).fold(1.0, f64::max);
        let low = libm::log10(least.max(1.0)).min(libm::log10(most) - 1.0);
        Self { width, low: low - 0.2, high: libm::log10(most) + 0.3 }
    }

    fn x(&self, tokens: f64) -> f64 {
        LEFT + fraction(tokens) * self.width
    }

    fn y(&self, bytes: f64) -> f64 {
        FLOOR - (libm::log10(bytes.max(1.0)) - self.low) / (self.high - self.low) * (FLOOR - TOP)
    }
}

/// All users' caches, in bytes, when each text has so many tokens.
fn caches(view: &View<KvCache>, row: &Row, tokens: u64) -> f64 {
    (row.model.cache_bytes(tokens, view.state.cache_format) * u128::from(view.state.batch)) as f64
}

/// The units as lines across, the lengths as words below.
fn scales(view: &View<KvCache>, layout: Layout, axes: &Axes) -> Html {
    let names = Names::new(view.lang, &view.state);
    let (right, unit) = (LEFT + axes.width, names.unit());
    let mut drawn = Vec::new();
    let mut size = 1.0;
    while libm::log10(size) < axes.high {
        if libm::log10(size) >= axes.low {
            let y = axes.y(size);
            drawn.push(path("mark-grid", ["M", &px(LEFT), " ", &px(y), "H", &px(right)].concat()));
            let words = bytes(size, 3, view.state.unit);
            drawn.push(text(LEFT - 6.0, y + 4.0, Anchor::End, "kv__quiet", words.into()));
        }
        size *= unit;
    }
    drawn.push(path("mark-axis", ["M", &px(LEFT), " ", &px(FLOOR), "H", &px(right)].concat()));
    let below = |x: f64, anchor, words: String| text(x, FLOOR + 16.0, anchor, "kv__quiet", words.into());
    let ticks: &[f64] = if layout.wide { &[1.0, 1e3, 1e5] } else { &[1.0, 1e3] };
    drawn.extend(ticks.iter().map(|n| below(axes.x(*n), Anchor::Middle, count(*n, 3, view.lang))));
    let most = fill(names.text.growth_x, &[("tokens", &count(MOST_CONTEXT as f64, 3, view.lang))]);
    drawn.push(below(right, Anchor::Middle, most));
    group(drawn)
}

/// A model's curve, the line of its weights, and what crosses.
fn lines(view: &View<KvCache>, axes: &Axes, notches: &[u64], row: &Row, name: f64) -> Vec<Html> {
    let place = |tokens: u64| (axes.x(tokens as f64), axes.y(caches(view, row, tokens)));
    let point = |(at, tokens): (usize, &u64)| {
        let (x, y) = place(*tokens);
        [if at == 0 { "M" } else { "L" }, &px(x), " ", &px(y)].concat()
    };
    let right = LEFT + axes.width;
    let weights = axes.y(row.weights as f64);
    let lead = ["M", &px(right), " ", &px(place(MOST_CONTEXT).1), "L", &px(right + 8.0), " ", &px(name - 4.0)].concat();
    let level = ["M", &px(LEFT), " ", &px(weights), "H", &px(right)].concat();
    let curve = notches.iter().enumerate().map(point).collect();
    // The sentence speaks of the first model.
    let first = view.model.rows.first().is_some_and(|first| std::ptr::eq(first, row));
    let mut drawn = if first {
        vec![lit_path(view, term::WEIGHTS, "kv__own-weights", level), lit_path(view, term::CACHE, "kv__curve", curve)]
    } else {
        vec![path("kv__own-weights", level), path("kv__curve", curve)]
    };
    drawn.extend([path("kv__lead", lead), text(right + 11.0, name, Anchor::Start, "kv__over", row.model.name.into())]);
    drawn.extend(row.takeovers.iter().filter(|at| (2..=MOST_CONTEXT).contains(*at)).map(|at| {
        let (x, y) = place(*at);
        ring(x, y)
    }));
    drawn.extend(row.outgrows.filter(|at| *at <= MOST_CONTEXT).map(|at| dot(axes.x(at as f64), weights)));
    drawn
}

/// In words: where a model's cache outgrows its weights, and where it passes the first one's.
fn said(names: &Names<'_>, layout: Layout, first: &Row, row: &Row) -> Vec<String> {
    let weights = names.bytes(u128::from(row.weights));
    let outgrows = if layout.wide { names.text.outgrows } else { names.text.outgrows_short };
    let mut lines = vec![match row.outgrows {
        Some(tokens) => {
            let tokens = names.farther(tokens);
            fill(outgrows, &[("model", row.model.name), ("weights", &weights), ("tokens", &tokens)])
        }
        None => fill(names.text.outgrows_never, &[("model", row.model.name), ("weights", &weights)]),
    }];
    if let Some(from) = row.takeovers.first().filter(|from| (2..=MOST_CONTEXT).contains(*from)) {
        let tokens = names.tokens(*from);
        lines.push(fill(names.text.undercuts, &[("first", first.model.name), ("tokens", &tokens)]));
    }
    lines.extend(names.window(row.model));
    lines
}

fn words(view: &View<KvCache>, layout: Layout) -> (Vec<Html>, f64) {
    let names = Names::new(view.lang, &view.state);
    let (mut drawn, mut y) = (Vec::new(), FLOOR + 42.0);
    let Some(first) = view.model.rows.first() else { return (drawn, y) };
    for (at, row) in view.model.rows.iter().enumerate() {
        drawn.push(part("g", series(at), vec![dot(4.0, y - 4.0)]));
        for line in said(&names, layout, first, row) {
            drawn.push(text(14.0, y, Anchor::Start, "kv__line", line.into()));
            y += WORDS;
        }
    }
    (drawn, y - WORDS + 6.0)
}

/// All models.
pub fn draw(view: &View<KvCache>, layout: Layout) -> Part {
    let names = Names::new(view.lang, &view.state);
    let axes = Axes::new(view, layout.width - LEFT - NAMES);
    let notches = contexts();
    let wanted = |row: &Row| axes.y(caches(view, row, MOST_CONTEXT)) + 4.0;
    let heights = apart(view.model.rows.iter().map(wanted).collect(), FLOOR + LINE, LINE);
    let head = if layout.wide { names.text.outgrow_head } else { names.text.outgrow_head_short };
    let mut body = vec![text(0.0, 12.0, Anchor::Start, "kv__head", head.into()), scales(view, layout, &axes)];
    body.extend(
        view.model
            .rows
            .iter()
            .zip(&heights)
            .enumerate()
            .map(|(at, (row, height))| part("g", series(at), lines(view, &axes, &notches, row, *height))),
    );
    let track = Track { left: LEFT, width: axes.width, top: TOP, floor: FLOOR };
    let (said, height) = words(view, layout);
    body.push(group(said));
    body.push(track.draw(view, |row| axes.y(caches(view, row, view.state.context))));
    Part { height, body: group(body) }
}
