//! The experts as areas, whole and cut: the same area works.

use yew::prelude::*;

use super::{Layout, Part};
use crate::i18n::{fill, percent};
use crate::numerics::rng::SplitMix64;
use crate::ui::group;
use crate::widgets::View;
use crate::widgets::marks::{Anchor, lit_path, path, rectangle, text};
use crate::widgets::segmentation::Segmentation;
use crate::widgets::segmentation::names::Names;
use crate::widgets::segmentation::words::term;

/// Height of a row of experts.
const ROW: f64 = 30.0;
/// Above a row: its line of text.
const HEAD: f64 = 18.0;

/// A row: each expert cut into `m`; which are used, and how many of the first are shared.
struct Row<'a> {
    m: usize,
    used: &'a [bool],
    shared: usize,
}

/// A part of a row as a path: those experts that `of` picks.
fn area(row: &Row<'_>, layout: Layout, top: f64, of: impl Fn(usize) -> bool) -> String {
    let whole = layout.width / (row.used.len() / row.m).max(1) as f64;
    let gap = f64::min(3.0, 0.12 * whole);
    let piece = (whole - gap) / row.m as f64;
    // Between pieces that are wide enough to see.
    let slit = if piece > 2.5 { 0.8 } else { 0.0 };
    let place = |at: usize| {
        let x = whole * (at / row.m) as f64 + piece * (at % row.m) as f64;
        rectangle((x, top), piece - slit, ROW)
    };
    (0..row.used.len()).filter(|at| of(*at)).map(place).collect()
}

fn row(view: &View<Segmentation>, layout: Layout, top: f64, row: &Row<'_>) -> Html {
    let used = |at: usize| row.used.get(at) == Some(&true);
    let shared = |at: usize| at < row.shared;
    group(vec![
        path("cuts__idle", area(row, layout, top, |at| !used(at))),
        lit_path(view, term::FRACTION, "cuts__used", area(row, layout, top, |at| used(at) && !shared(at))),
        lit_path(view, term::SHARED, "cuts__shared", area(row, layout, top, |at| used(at) && shared(at))),
    ])
}

/// The row of whole experts, and the row of cut ones.
pub fn draw(view: &View<Segmentation>, layout: Layout) -> Part {
    let (names, computed, state) = (Names::new(view.lang), &*view.model, &*view.state);
    let experts = state.experts as usize;
    let chosen = SplitMix64::new(u64::from(state.seed)).distinct(experts, computed.top_k as usize);
    let whole: Vec<bool> = (0..experts).map(|at| chosen.contains(&at)).collect();
    let cut = computed.cut();
    let (n, k) = names.sizes(computed, cut, state.experts);
    let share = percent(computed.active_fraction(state.experts), 3);
    let values = [
        ("m", cut.m.to_string()),
        ("n", n.to_string()),
        ("k", k.to_string()),
        ("share", share.clone()),
        ("shared", computed.shared.to_string()),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let before = [("n", state.experts.to_string()), ("k", computed.top_k.to_string()), ("share", share)];
    let before = fill(names.text.cards_whole, &before.each_ref().map(|(name, value)| (*name, value.as_str())));
    let sentence = if computed.shared > 0 { names.text.cards_shared } else { names.text.cards_cut };
    let second = HEAD + ROW + 10.0;
    let finer = Row { m: cut.m as usize, used: &computed.used, shared: computed.shared as usize };
    let body = vec![
        text((0.0, 12.0), Anchor::Start, "cuts__head", before),
        row(view, layout, HEAD, &Row { m: 1, used: &whole, shared: 0 }),
        text((0.0, second + 12.0), Anchor::Start, "cuts__head", fill(sentence, &values)),
        row(view, layout, second + HEAD, &finer),
    ];
    Part { height: second + HEAD + ROW + 22.0, body: group(body) }
}
