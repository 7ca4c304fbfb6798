//! What each kind keeps, a column a token, to scale.

use yew::prelude::*;

use super::Columns;
use crate::decimal::hundredths;
use crate::i18n::fill;
use crate::numerics::models::CacheKind;
use crate::state::Choice as _;
use crate::ui::{element, group, part, written};
use crate::widgets::View;
use crate::widgets::decode::Decode;
use crate::widgets::decode::names::Names;
use crate::widgets::decode::words::term;
use crate::widgets::marks::{Anchor, lit_path, moved, path, rectangle, text};
use crate::widgets::sketch::{Layout, Part};

/// Height of a number.
const UNIT: f64 = 1.25;
/// Above a kind's columns: its name.
const NAME: f64 = 19.0;
/// Below them.
const GAP: f64 = 9.0;
/// Above the kinds: heading and words.
const TOP: f64 = 40.0;
/// Strengths of colour.
const LEVELS: usize = 4;

/// The numbers of the chosen cache as colours: one side below zero, the other above, stronger away from it.
fn numbers(view: &View<Decode>, columns: Columns) -> Vec<Html> {
    let mut paths = vec![String::new(); 2 * LEVELS];
    for (token, entry) in view.model.cache.iter().enumerate() {
        for (at, number) in entry.iter().enumerate() {
            let level = ((f64::abs(*number) / 2.0 * LEVELS as f64) as usize).min(LEVELS - 1);
            let side = if *number < 0.0 { 0 } else { LEVELS };
            if let Some(d) = paths.get_mut(side + level) {
                *d += &rectangle((columns.left(token), at as f64 * UNIT), columns.wide, UNIT);
            }
        }
    }
    let colour = |(at, d): (usize, String)| {
        let class = if at < LEVELS { "decode__below" } else { "decode__above" };
        let strength = hundredths((at % LEVELS + 1) as f64 / LEVELS as f64);
        element(
            "path",
            vec![("class", class.into()), ("fill-opacity", written(strength)), ("d", written(d))],
            Vec::new(),
        )
    };
    paths.into_iter().enumerate().filter(|(_, d)| !d.is_empty()).map(colour).collect()
}

/// Columns of the kinds that are not chosen: both parts as blocks.
fn blocks(view: &View<Decode>, kind: CacheKind, columns: Columns, [first, second]: [u64; 2]) -> Vec<Html> {
    let (first, second) = (first as f64 * UNIT, second as f64 * UNIT);
    let kept = 0..view.model.written.1;
    let upper = kept.clone().map(|token| rectangle((columns.left(token), 0.0), columns.wide, first)).collect();
    let lower = kept.map(|token| rectangle((columns.left(token), first), columns.wide, second)).collect();
    let class = if kind == CacheKind::Mla { "decode__rope" } else { "decode__second" };
    vec![path("decode__first", upper), path(class, lower)]
}

/// The columns of tokens that are still to come.
fn awaited(view: &View<Decode>, columns: Columns, tall: f64) -> String {
    let awaited = view.model.written.1..view.model.tokens.len();
    awaited.map(|token| rectangle((columns.left(token) + 0.5, 0.0), columns.wide - 1.0, tall)).collect()
}

fn band(view: &View<Decode>, names: Names, columns: Columns, layout: Layout, kind: CacheKind) -> Part {
    let parts = view.model.decode(kind).parts();
    let count = parts[0] + parts[1];
    let tall = count as f64 * UNIT;
    let chosen = kind == view.state.attention;
    let makeup = names.makeup(view.model.decode(kind));
    let name =
        fill(names.text.band, &[("kind", names.kind(kind)), ("makeup", &makeup), ("numbers", &count.to_string())]);
    let read = fill(names.text.band_read, &[("bytes", &names.bytes(view.model.decode(kind).bytes_read()))]);
    let mut cells = if chosen { numbers(view, columns) } else { blocks(view, kind, columns, parts) };
    cells.push(path("decode__awaited", awaited(view, columns, tall)));
    if chosen && parts[1] > 0 {
        let right = columns.left(view.model.written.1);
        let split = ["M0 ", &hundredths(parts[0] as f64 * UNIT), "H", &hundredths(right)].concat();
        cells.push(path("decode__split", split));
    }
    let (from, to) = view.model.written;
    let frame = rectangle((columns.left(from) - 1.0, -1.0), columns.left(to) - columns.left(from), tall + 2.0);
    cells.push(lit_path(view, term::WRITTEN, "decode__written", frame));
    let class = if chosen { "sketch__value" } else { "sketch__label" };
    let body = vec![
        text((0.0, 13.0), Anchor::Start, class, name),
        text((layout.width, 13.0), Anchor::End, "sketch__quiet", read),
        moved((0.0, NAME), cells),
    ];
    let class = if chosen { "decode__kind decode__kind--chosen" } else { "decode__kind" };
    Part { height: NAME + tall + GAP, body: part("g", class, body) }
}

/// The words, each as long as its column allows.
fn words(view: &View<Decode>, columns: Columns) -> Vec<Html> {
    let room = |word: &str| {
        // A Han character is as wide as two Latin letters.
        let mut width = 0.0;
        let fits = |c: &char| {
            width += if c.is_ascii() { 6.9 } else { 12.0 };
            width <= columns.wide
        };
        let kept: String = word.chars().take_while(fits).collect();
        if kept.len() == word.len() {
            kept
        } else {
            [kept.chars().take(kept.chars().count().saturating_sub(1)).collect(), "…".to_owned()].concat()
        }
    };
    let (from, to) = view.model.written;
    let word = |(at, word): (usize, &String)| {
        let class = if (from..to).contains(&at) { "sketch__value" } else { "sketch__quiet" };
        text((columns.middle(at), 31.0), Anchor::Middle, class, room(word))
    };
    view.model.tokens.iter().enumerate().map(word).collect()
}

/// All four kinds.
pub fn draw(view: &View<Decode>, layout: Layout, columns: Columns) -> Part {
    let names = Names::new(view.lang);
    let head = layout.pick(names.text.caches_head, names.text.caches_head_short);
    let (token, tokens) = (view.model.written.1.to_string(), view.model.tokens.len().to_string());
    let head = fill(head, &[("token", &token), ("tokens", &tokens)]);
    let mut body = vec![text((0.0, 12.0), Anchor::Start, "sketch__head", head)];
    body.extend(words(view, columns));
    let mut y = TOP;
    for kind in CacheKind::ALL {
        let part = band(view, names, columns, layout, *kind);
        body.push(moved((0.0, y), vec![part.body]));
        y += part.height;
    }
    Part { height: y - GAP, body: group(body) }
}
