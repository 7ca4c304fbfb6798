//! Errors against the number of products, both by their logarithm; a handle on the curve sets the number.

use std::rc::Rc;

use yew::prelude::*;

use super::{Layout, Part};
use crate::i18n::{self, integer, percent};
use crate::numerics::accumulate::{GROUP, Signs};
use crate::ui::{Scrubber, group, part};
use crate::widgets::View;
use crate::widgets::accumulator::Accumulate;
use crate::widgets::accumulator::model::Curve;
use crate::widgets::accumulator::names::{self, error};
use crate::widgets::accumulator::state::{Action, FEWEST, MOST, MOST_GROUPS};
use crate::widgets::accumulator::words::term;
use crate::widgets::marks::{Anchor, path, px, text, upright};
use crate::widgets::order::ordered;

/// Left end of the lines, after the names of the scale.
const LEFT: f64 = 56.0;
/// Room for the names of the lines, or only for the handle, at the right end.
const fn right(layout: Layout) -> f64 {
    if layout.wide { layout.width - 118.0 } else { layout.width - 6.0 }
}

/// Where an error is 1.
const CEILING: f64 = 42.0;
/// Where it is the smallest that is drawn.
const FLOOR: f64 = 196.0;
/// The smallest error that is drawn, as a power of ten.
const SMALLEST: f64 = -7.0;
/// Least distance between two points of a line, across.
const FINE: f64 = 1.5;
/// Height of a line of labels.
const LINE: f64 = 14.0;

/// How far along the axis a number of products lies, 0 to 1.
fn fraction(products: f64) -> f64 {
    let from = f64::from(FEWEST);
    libm::log(products / from) / libm::log(f64::from(MOST) / from)
}

fn x(layout: Layout, products: f64) -> f64 {
    LEFT + fraction(products) * (right(layout) - LEFT)
}

fn y(error: f64) -> f64 {
    let size = libm::log10(error).clamp(SMALLEST, 0.0);
    CEILING + size / SMALLEST * (FLOOR - CEILING)
}

/// A line through the errors after every group, as finely as can be seen.
fn line(layout: Layout, curve: &Curve) -> String {
    let mut drawn = String::new();
    let mut end = f64::NEG_INFINITY;
    for (at, error) in curve.errors.iter().enumerate() {
        let here = x(layout, ((at + 1) * GROUP) as f64);
        if here - end >= FINE || at + 1 == curve.errors.len() {
            let to = if drawn.is_empty() { "M" } else { "L" };
            drawn.push_str(&[to, &px(here), " ", &px(y(*error))].concat());
            end = here;
        }
    }
    drawn
}

const fn series(at: usize) -> &'static str {
    match at {
        0 => "sum__series sum__series--1",
        1 => "sum__series sum__series--2",
        _ => "sum__series sum__series--3",
    }
}

/// The names at the ends of the lines, none over another; below the drawing where it is narrow.
fn names(view: &View<Accumulate>, layout: Layout) -> Vec<Html> {
    let texts = i18n::accumulator(view.lang);
    let curves = view.model.curves.iter().enumerate();
    let class = |curve: &Curve| if curve.own { "sum__name" } else { "sum__name sum__name--other" };
    if !layout.wide {
        let name = |(at, curve): (usize, &Curve)| {
            let height = FLOOR + 36.0 + 16.0 * at as f64;
            let sample = ["M0 ", &px(height - 4.0), "h16"].concat();
            let words = text((22.0, height), Anchor::Start, class(curve), names::curve(texts, curve.method));
            part("g", series(at), vec![path("sum__curve", sample), words])
        };
        return curves.map(name).collect();
    }
    let last = |curve: &Curve| y(curve.errors.last().copied().unwrap_or(0.0));
    let mut floor = f64::NEG_INFINITY;
    let name = |(at, end, curve): (usize, f64, &Curve)| {
        let height = end.max(floor + 2.0 * LINE + 2.0);
        floor = height;
        let x = right(layout) + 8.0;
        let short = names::short(texts, curve.method.accumulator);
        let when = names::when(texts, curve.method.promote_every);
        let lines = vec![
            text((x, height), Anchor::Start, class(curve), short),
            text((x, height + LINE), Anchor::Start, class(curve), when),
        ];
        part("g", series(at), lines)
    };
    ordered(curves.map(|(at, curve)| (at, last(curve), curve)), |a, b| a.1 < b.1).into_iter().map(name).collect()
}

fn scales(view: &View<Accumulate>, layout: Layout) -> Vec<Html> {
    let texts = i18n::accumulator(view.lang);
    let axis = match view.state.signs {
        Signs::Positive => texts.axis_positive,
        Signs::Mixed => texts.axis_mixed,
    };
    let right = px(right(layout));
    let level = |power: i32| {
        let error = libm::exp10(f64::from(power));
        let line = path("mark-grid", ["M", &px(LEFT), " ", &px(y(error)), "H", &right].concat());
        group(vec![line, text((LEFT - 6.0, y(error) + 4.0), Anchor::End, "sum__quiet", percent(error, 1))])
    };
    let tick = |products: u32| {
        let (at, last) = (x(layout, products.into()), products == MOST);
        let words = integer(products.into());
        let anchor = if last { Anchor::End } else { Anchor::Middle };
        text((at, FLOOR + 16.0), anchor, "sum__quiet", words)
    };
    let mut drawn = vec![
        text((0.0, 12.0), Anchor::Start, "sum__head", texts.head_error),
        text((LEFT, 30.0), Anchor::Start, "sum__quiet", axis),
        text((0.0, FLOOR + 16.0), Anchor::Start, "sum__quiet", texts.axis_k),
    ];
    drawn.extend([0, -2, -4, -6].map(level));
    drawn.extend([256, 2048, MOST].map(tick));
    drawn
}

fn handle(view: &View<Accumulate>, layout: Layout) -> Html {
    let texts = i18n::accumulator(view.lang);
    let state = &view.state;
    let here = x(layout, state.k.into());
    let own = view.model.curves.first().map_or(0.0, |curve| curve.error);
    let places = (1..=MOST_GROUPS).map(|groups| fraction(f64::from(groups * GROUP as u32)));
    let scrubber = Scrubber {
        label: texts.k.into(),
        shown: names::products(texts, state.k).into(),
        at: state.groups() as usize - 1,
        places: Rc::new(places.collect()),
        span: (LEFT, right(layout) - LEFT),
        depth: (CEILING - 4.0, FLOOR - CEILING + 8.0),
        handle: (here, y(own)),
        on_hover: view.light.reform(|on: bool| on.then_some(term::K)),
        on_edit: view.edit(|at: usize| Action::K((at as u32 + 1) * GROUP as u32)),
    };
    let class = if view.lit(term::K).is_some() { "sum__now lit" } else { "sum__now" };
    let value = text((here - 8.0, y(own) - 8.0), Anchor::End, "sum__value sum__over", error(own));
    group(vec![path(class, upright(here, CEILING, FLOOR)), value, scrubber.view()])
}

/// All lines.
pub fn draw(view: &View<Accumulate>, layout: Layout) -> Part {
    let mut body = scales(view, layout);
    let curves = view.model.curves.iter().enumerate().rev();
    body.extend(curves.map(|(at, curve)| {
        let lit = view.lit([term::ERROR, term::OTHER, term::NEAREST][at.min(2)]).is_some();
        let class = match (lit, curve.own) {
            (true, _) => "sum__curve lit",
            (false, true) => "sum__curve",
            (false, false) => "sum__curve sum__curve--other",
        };
        part("g", series(at), vec![path(class, line(layout, curve))])
    }));
    body.extend(names(view, layout));
    body.push(handle(view, layout));
    let below = if layout.wide { 20.0 } else { 24.0 + 16.0 * view.model.curves.len() as f64 };
    Part { height: FLOOR + below, body: group(body) }
}
