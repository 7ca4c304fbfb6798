//! How the memory fills as the texts grow: a handle on the curve.

use yew::prelude::*;

use super::mark::{Anchor, LINE, dot, path, px, series, text};
use super::track::{Track, fraction};
use super::{Layout, Part};
use crate::i18n::{count, fill};
use crate::ui::{group, part};
use crate::widgets::View;
use crate::widgets::kv_cache::KvCache;
use crate::widgets::kv_cache::model::Row;
use crate::widgets::kv_cache::names::Names;
use crate::widgets::kv_cache::notches::contexts;
use crate::widgets::kv_cache::state::MOST_CONTEXT;
use crate::widgets::order::{apart, ordered};

/// Left end of the curves, after the names of the scale.
const LEFT: f64 = 40.0;
/// Room for the handle at the right end.
const RIGHT: f64 = 6.0;
/// Where the memory is full.
const CEILING: f64 = 66.0;
/// Where it is empty.
const FLOOR: f64 = 196.0;
/// Above this the curves leave the drawing.
const SKY: f64 = 56.0;
/// Room for a few words.
const WORDS: f64 = 180.0;

/// Turns tokens and bytes into places.
struct Axes {
    width: f64,
    memory: f64,
}

impl Axes {
    fn x(&self, tokens: f64) -> f64 {
        LEFT + fraction(tokens) * self.width
    }

    fn y(&self, bytes: f64) -> f64 {
        FLOOR - bytes / self.memory * (FLOOR - CEILING)
    }
}

/// Bytes of weights and all caches when each text has so many tokens.
fn held(view: &View<KvCache>, row: &Row, tokens: u64) -> f64 {
    let caches = row.model.cache_bytes(tokens, view.state.cache_format) * u128::from(view.state.batch);
    (u128::from(row.weights) + caches) as f64
}

/// The curve, until it leaves the drawing.
fn curve(view: &View<KvCache>, axes: &Axes, row: &Row, notches: &[u64]) -> String {
    let mut d = String::new();
    let mut before: Option<(f64, f64)> = None;
    for tokens in notches {
        let (x, y) = (axes.x(*tokens as f64), axes.y(held(view, row, *tokens)));
        let (x, y, last) = match before {
            Some((x0, y0)) if y < SKY => (x0 + (x - x0) * (y0 - SKY) / (y0 - y), SKY, true),
            None if y < SKY => return d,
            _ => (x, y, false),
        };
        d += &[if before.is_none() { "M" } else { "L" }, &px(x), " ", &px(y)].concat();
        if last {
            break;
        }
        before = Some((x, y));
    }
    d
}

/// Heights of the names at the left ends, moved apart so that none covers another.
fn name_heights(view: &View<KvCache>, axes: &Axes) -> Vec<f64> {
    let wanted = |row: &Row| axes.y(held(view, row, 1)).max(SKY + LINE) - 4.0;
    apart(view.model.rows.iter().map(wanted).collect(), FLOOR, LINE)
}

/// Where a curve reaches the ceiling, on a level where its number covers no other.
fn full_marks(view: &View<KvCache>, axes: &Axes) -> Html {
    let names = Names::new(view.lang, &view.state);
    let mut marks: Vec<(usize, f64, String)> = Vec::new();
    for (at, row) in view.model.rows.iter().enumerate() {
        if let Some(longest) = row.longest.filter(|longest| (1..=MOST_CONTEXT).contains(longest)) {
            marks.push((at, axes.x(longest as f64), names.tokens_short(longest)));
        }
    }
    let marks = ordered(marks, |a, b| a.1 < b.1);
    let mut ends = [f64::NEG_INFINITY; 4];
    let mark = |(at, x, words): (usize, f64, String)| {
        let half = 3.6 * words.chars().count() as f64;
        let middle = x.min(LEFT + axes.width - half);
        let level = ends.iter().position(|end| *end + 6.0 < middle - half).unwrap_or(0);
        ends[level] = middle + half;
        let y = CEILING - 14.0 - LINE * level as f64;
        let lead = path("kv__lead", ["M", &px(x), " ", &px(CEILING), "V", &px(y + 3.0)].concat());
        let number = text(middle, y, Anchor::Middle, "kv__over", words.into());
        part("g", series(at), vec![lead, dot(x, CEILING), number])
    };
    // Beside the first number, where there is room for the words.
    let said = marks.first().map(|first| first.1 - 3.6 * first.2.chars().count() as f64 - 8.0);
    let mut drawn = vec![match said.filter(|x| *x > LEFT + WORDS) {
        Some(x) => text(x, CEILING - 14.0, Anchor::End, "kv__quiet", names.text.full_at.into()),
        None => Html::default(),
    }];
    drawn.extend(marks.into_iter().map(mark));
    group(drawn)
}

fn scales(view: &View<KvCache>, axes: &Axes) -> Html {
    let names = Names::new(view.lang, &view.state);
    let right = LEFT + axes.width;
    let level = |share: f64, label: String| {
        let y = axes.y(axes.memory * share);
        let class = if share == 1.0 { "kv__full" } else { "mark-grid" };
        let line = path(class, ["M", &px(LEFT), " ", &px(y), "H", &px(right)].concat());
        group(vec![line, text(LEFT - 6.0, y + 4.0, Anchor::End, "kv__quiet", label.into())])
    };
    let most = fill(names.text.growth_x, &[("tokens", &count(MOST_CONTEXT as f64, 3, view.lang))]);
    let below = |x: f64, anchor, words: String| text(x, FLOOR + 16.0, anchor, "kv__quiet", words.into());
    let tick = |tokens: f64| below(axes.x(tokens), Anchor::Middle, count(tokens, 3, view.lang));
    group(vec![
        level(0.0, crate::i18n::percent(0.0, 1)),
        level(0.5, crate::i18n::percent(0.5, 2)),
        level(1.0, crate::i18n::percent(1.0, 3)),
        tick(1.0),
        tick(1e3),
        tick(1e5),
        below(right, Anchor::End, most),
    ])
}

/// All models.
pub fn draw(view: &View<KvCache>, layout: Layout) -> Part {
    let names = Names::new(view.lang, &view.state);
    let axes = Axes { width: layout.width - LEFT - RIGHT, memory: (view.model.memory as f64).max(1.0) };
    let notches = contexts();
    let heights = name_heights(view, &axes);
    // What does not fit even before the first token has no curve.
    let begins = |row: &Row| axes.y(held(view, row, 1)) >= SKY;
    let rows = view.model.rows.iter().zip(&heights).enumerate().filter(|(_, (row, _))| begins(row));
    let lines = rows.map(|(at, (row, height))| {
        let line = path("kv__curve", curve(view, &axes, row, &notches));
        let name = text(LEFT + 14.0, *height, Anchor::Start, "kv__over", row.model.name.into());
        part("g", series(at), vec![line, dot(LEFT + 7.0, height - 4.0), name])
    });
    let mut body = vec![text(0.0, 12.0, Anchor::Start, "kv__head", names.text.growth_head.into()), scales(view, &axes)];
    body.extend(lines);
    body.push(full_marks(view, &axes));
    let track = Track { left: LEFT, width: axes.width, top: SKY, floor: FLOOR };
    body.push(track.draw(view, |row| axes.y(held(view, row, view.state.context))));
    Part { height: FLOOR + 20.0, body: group(body) }
}
