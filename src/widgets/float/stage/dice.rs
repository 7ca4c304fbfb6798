//! Stochastic draws: how often each neighbour came, and the running mean winding toward x.

use yew::prelude::*;

use super::super::cell::Neighbour;
use super::super::draws::Draws;
use super::Seen;
use super::marks::{dot, line, lit_class, text};
use super::scale::{across, em};
use crate::i18n::{self, fill, integer, plain};
use crate::ui::{self, element, group};

/// Height, in em.
pub const HEIGHT: f64 = 7.0;
/// Height of a bar for all draws, in em.
const FULL: f64 = 4.6;

/// Bars hang from the neighbours; the mean runs down from the first draw to the last, in the logarithm of their number.
pub fn draw(view: &Seen, draws: &Draws, top: f64) -> Html {
    let texts = i18n::float(view.lang);
    let (cell, window) = (view.model.cell, view.model.cell.window());
    let total = f64::from(draws.counts[0] + draws.counts[1]);
    let bar = |neighbour: Neighbour, count: u32| {
        let at = window.at(neighbour.value);
        let (anchor, aside) = if neighbour == cell.low() { ("end", "-0.8em") } else { ("start", "0.8em") };
        let words = fill(texts.drawn, &[("count", &integer(count.into()))]);
        let height = FULL * f64::from(count) / total;
        let place = vec![
            ("class", "lines__value".into()),
            ("x", across(at)),
            ("dx", aside.into()),
            ("y", em(top + 1.0)),
            ("text-anchor", anchor.into()),
        ];
        group(vec![
            line(at, top, at, top + height, "lines__count"),
            element("text", place, vec![ui::text(words.into())]),
        ])
    };
    let last = draws.running.last().map_or(1, |(n, _)| *n);
    let down = |n: u32| top + FULL * libm::log(f64::from(n)) / libm::log(f64::from(last.max(2)));
    let mean = |pair: &[(u32, f64)]| match pair {
        [(n, from), (next, to)] => line(window.at(*from), down(*n), window.at(*to), down(*next), "lines__mean"),
        _ => Html::default(),
    };
    let values = [integer(view.state.draws.into()), plain(draws.mean)];
    let summary = fill(texts.running, &[("draws", &values[0]), ("mean", &values[1])]);
    let end = draws.running.last();
    let (at, n) = end.map_or((0.5, 1), |(n, mean)| (window.at(*mean), *n));
    group(vec![
        bar(cell.inner, draws.counts[0]),
        bar(cell.outer, draws.counts[1]),
        group(draws.running.windows(2).map(mean).collect()),
        match end {
            Some(_) => dot(at, down(n), "3.5", lit_class("lines__end", view.lit("mean"))),
            None => Html::default(),
        },
        text(at, top + FULL + 1.5, "lines__strong", summary),
    ])
}
