//! The whole text in the accelerators' memory, to scale: weights, caches, and who else would fit.

use yew::prelude::*;

use super::mark::{Anchor, lit_path, lowered, path, px, rectangle, series, text};
use super::{Layout, Part};
use crate::i18n::{fill, significant};
use crate::ui::{self, element, group, written};
use crate::widgets::View;
use crate::widgets::kv_cache::KvCache;
use crate::widgets::kv_cache::model::Row;
use crate::widgets::kv_cache::names::Names;
use crate::widgets::kv_cache::words::term;

/// How much of the drawing's width the memory takes; the rest is for what does not fit.
const SHARE: f64 = 0.88;
/// A bar.
const TOP: f64 = 20.0;
const HEIGHT: f64 = 20.0;
/// The baseline's strip under it.
const STRIP: f64 = 4.0;
/// A line of text.
const LINE: f64 = 15.0;
/// Narrowest cache that is drawn with its own edge.
const EDGE: f64 = 3.0;

/// Turns bytes into lengths.
struct Scale {
    /// Width of the drawing.
    width: f64,
    /// Bytes of memory.
    memory: f64,
}

impl Scale {
    fn length(&self, bytes: u128) -> f64 {
        bytes as f64 / self.memory * self.width * SHARE
    }

    fn clip(&self, x: f64) -> f64 {
        x.min(self.width)
    }

    /// A bar from one length to another, as far as the drawing goes.
    fn bar(&self, from: f64, to: f64, y: f64, height: f64) -> String {
        let (from, to) = (self.clip(from), self.clip(to));
        if to > from { rectangle(from, y, to - from, height) } else { String::new() }
    }

    /// How many widths of the drawing a bar goes on for beyond it, where that is worth a word.
    fn screens(&self, to: f64) -> Option<String> {
        let screens = (to - self.width) / self.width;
        (screens >= 0.05).then(|| significant(screens, 2))
    }
}

/// One user's cache after the other, where they are wide enough to see.
fn edges(scale: &Scale, from: f64, each: f64, count: u64) -> String {
    if each < EDGE {
        return String::new();
    }
    let room = ((scale.width - from) / each).max(0.0).min(count as f64) as u64;
    let edge = |at| ["M", &px(from + each * at as f64), " ", &px(TOP), "v", &px(HEIGHT)].concat();
    (1..=room).map(edge).collect()
}

fn weights_and_cache(names: &Names<'_>, row: &Row) -> String {
    let (weights, cache) = (names.bytes(u128::from(row.weights)), names.bytes(row.cache));
    fill(names.text.weights_and, &[("weights", &weights), ("cache", &cache)])
}

/// What stands under a bar: what the baseline would take, and how far the bars run on.
fn below(names: &Names<'_>, layout: Layout, scale: &Scale, row: &Row, [bar, strip]: [f64; 2]) -> Vec<String> {
    let runs_on = |end| scale.screens(end).map(|n| fill(names.text.runs_on, &[("screens", &n)]));
    let bytes = names.bytes(row.baseline_cache);
    let baseline = names.baseline_short(names.state.baseline);
    let baseline = fill(names.text.as_baseline, &[("baseline", baseline), ("bytes", &bytes)]);
    let mut lines = Vec::new();
    if layout.wide {
        lines.push(match runs_on(strip) {
            Some(far) => fill(names.text.both, &[("one", &baseline), ("other", &far)]),
            None => baseline,
        });
    } else {
        lines.extend([weights_and_cache(names, row), baseline]);
    }
    lines.extend(runs_on(bar).map(|far| fill(names.text.bar_runs_on, &[("far", &far)])));
    lines
}

fn who_fits(names: &Names<'_>, view: &View<KvCache>, row: &Row) -> String {
    match row.fit {
        None => fill(names.text.weights_need, &[("needed", &names.gpus(row.needed, view.model.gpu))]),
        Some(0) => names.text.no_room.into(),
        Some(fit) => fill(names.text.room, &[("users", &names.users(fit))]),
    }
}

/// Weights, all users' caches, room for more, the baseline's caches.
fn bar(view: &View<KvCache>, layout: Layout, scale: &Scale, row: &Row) -> (Vec<Html>, [f64; 2]) {
    let start = scale.length(u128::from(row.weights));
    let each = scale.length(row.each);
    let end = start + scale.length(row.cache);
    let strip = start + scale.length(row.baseline_cache);
    let fit = row.fit.unwrap_or(0);
    let full = layout.width * SHARE;
    let hatch = ["url(#", &hatch_id(view, layout), ")"].concat();
    let weights = scale.bar(0.0, start, TOP, HEIGHT);
    let body = vec![
        path("kv__frame", rectangle(0.0, TOP, full, HEIGHT)),
        element("path", vec![("fill", written(hatch)), ("d", written(weights.clone()))], Vec::new()),
        lit_path(view, term::WEIGHTS, "kv__weights", weights),
        lit_path(view, term::FIT, "kv__room", scale.bar(end, start + each * fit as f64, TOP, HEIGHT)),
        lit_path(view, term::CACHE, "kv__cache", scale.bar(start, end, TOP, HEIGHT)),
        path("kv__edges", edges(scale, start, each, fit.max(u64::from(view.state.batch)))),
        lit_path(view, term::RATIO, "kv__strip", scale.bar(start, strip, TOP + HEIGHT + 2.0, STRIP)),
        path("kv__full", ["M", &px(full), " ", &px(TOP), "v", &px(HEIGHT + STRIP + 4.0)].concat()),
    ];
    (body, [end, strip])
}

fn row(view: &View<KvCache>, layout: Layout, scale: &Scale, at: usize, row: &Row) -> Part {
    let names = Names::new(view.lang, &view.state);
    let (bar, ends) = bar(view, layout, scale, row);
    let lines = below(&names, layout, scale, row, ends);
    let first = TOP + HEIGHT + STRIP + 14.0;
    let height = first + LINE * lines.len() as f64;
    let line =
        |(at, words): (usize, String)| text(0.0, first + LINE * at as f64, Anchor::Start, "kv__quiet", words.into());
    let mut body = vec![
        name(&names, layout, row),
        text(layout.width, 13.0, Anchor::End, "kv__value", who_fits(&names, view, row).into()),
    ];
    body.extend(bar);
    body.extend(lines.into_iter().enumerate().map(line));
    Part { height, body: ui::part("g", series(at), body) }
}

/// A model's name, and what it holds where there is room for it.
fn name(names: &Names<'_>, layout: Layout, row: &Row) -> Html {
    let mut words = vec![ui::text(row.model.name.into())];
    if layout.wide {
        let held = vec![ui::text(weights_and_cache(names, row).into())];
        words.push(element("tspan", vec![("class", "kv__quiet".into()), ("dx", "8".into())], held));
    }
    let place =
        vec![("class", "kv__name".into()), ("x", "0".into()), ("y", "13".into()), ("text-anchor", "start".into())];
    element("text", place, words)
}

fn hatch_id(view: &View<KvCache>, layout: Layout) -> String {
    [&view.id, "-hatch-", layout.name].concat()
}

/// The pattern of the weights.
fn hatch(id: String) -> Html {
    let pattern = vec![
        ("id", written(id)),
        ("width", "6".into()),
        ("height", "6".into()),
        ("patternUnits", "userSpaceOnUse".into()),
        ("patternTransform", "rotate(45)".into()),
    ];
    let line = path("kv__hatch", "M0 0V6".to_owned());
    element("defs", Vec::new(), vec![element("pattern", pattern, vec![line])])
}

/// All models.
pub fn draw(view: &View<KvCache>, layout: Layout) -> Part {
    let names = Names::new(view.lang, &view.state);
    let scale = Scale { width: layout.width, memory: (view.model.memory as f64).max(1.0) };
    let gpus = names.gpus(u128::from(view.state.gpus), view.model.gpu);
    let head = if layout.wide { names.text.memory_head } else { names.text.memory_head_short };
    let head = fill(head, &[("gpus", &gpus), ("memory", &names.all_memory(&view.model))]);
    let mut y = 20.0;
    let mut bodies = vec![hatch(hatch_id(view, layout)), text(0.0, 12.0, Anchor::Start, "kv__head", head.into())];
    for (at, one) in view.model.rows.iter().enumerate() {
        let part = row(view, layout, &scale, at, one);
        bodies.push(lowered(y, vec![part.body]));
        y += part.height;
    }
    Part { height: y - 10.0, body: group(bodies) }
}
