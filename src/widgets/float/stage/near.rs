//! x between its two neighbours, drawn to scale.

use yew::prelude::*;

use super::super::cell::{Cell, Neighbour, values_in};
use super::super::names::{code_name, label};
use super::super::state::Rounding;
use super::super::{Action, Model};
use super::marks::{anchored, dot, line, lit_class, text};
use super::scale::em;
use super::{Seen, rect, restore, standing};
use crate::i18n::{self, FloatText, fill, percent, shortest};
use crate::numerics::format::Format;
use crate::ui::{Edit, Rail, Step, group};

/// Height, in em.
pub const HEIGHT: f64 = 8.0;
/// Height of the line itself, in em.
pub const AXIS: f64 = 4.0;

/// The representable number next to `x`.
pub fn beside(format: Format, x: f64, up: bool) -> f64 {
    let (low, high) = format.bracket(x);
    match (low, high) {
        (Some(code), Some(_)) if !up => format.decode(format.next_down(code)),
        (Some(_), Some(code)) => format.decode(format.next_up(code)),
        (code, None) | (None, code) => code.map_or(0.0, |code| format.decode(code)),
    }
}

/// Everything about the neighbourhood.
pub fn draw(view: &Seen, top: f64) -> Html {
    let text = i18n::float(view.lang);
    let (cell, window) = (view.model.cell, view.model.cell.window());
    let others = values_in(view.model.landing.format, window, 64).unwrap_or_default();
    let outside = others.into_iter().filter(|value| *value != cell.inner.value && *value != cell.outer.value);
    let axis = top + AXIS;
    let tick = |value: f64| line(window.at(value), axis - 0.5, window.at(value), axis + 0.3, "lines__tick");
    group(vec![
        shares(view, top),
        line(0.0, axis, 1.0, axis, "mark-axis"),
        group(outside.map(tick).collect()),
        number(view, top),
        landing(view, top),
        neighbour(view, cell.inner, top, text),
        neighbour(view, cell.outer, top, text),
        middle(view, top, text),
        rail(view, top, text),
    ])
}

/// Which part of the room goes to which neighbour.
fn shares(view: &Seen, top: f64) -> Html {
    let (cell, window) = (view.model.cell, view.model.cell.window());
    let (inner, outer, middle) = (window.at(cell.inner.value), window.at(cell.outer.value), window.at(cell.middle()));
    let share = |from: f64, to: f64, class| rect(from.min(to), from.max(to), top + AXIS - 0.55, 0.55, class);
    match view.state.rounding {
        Rounding::NearestEven | Rounding::NearestAway => {
            group(vec![share(inner, middle, "lines__inner"), share(middle, outer, "lines__outer")])
        }
        Rounding::TowardZero => share(inner, outer, "lines__inner"),
        Rounding::Stochastic => Html::default(),
    }
}

fn neighbour(view: &Seen, neighbour: Neighbour, top: f64, texts: &FloatText) -> Html {
    let format = view.model.landing.format;
    let at = view.model.cell.window().at(neighbour.value);
    let landed = neighbour.code.is_some() && neighbour.value == view.model.landing.decoded;
    let below = match neighbour.code {
        // Longer codes of both neighbours would not fit side by side on a phone.
        Some(code) if format.bits() > 16 => parity(code, texts).to_owned(),
        Some(code) => [&code_name(format, code), " ", parity(code, texts)].concat(),
        None => texts.would_be.to_owned(),
    };
    let class = if landed { "lines__landed" } else { "lines__value" };
    let tick = if neighbour.code.is_some() { "lines__neighbour" } else { "lines__absent" };
    let class = lit_class(class, view.lit("decoded").filter(|_| landed));
    group(vec![
        line(at, top + AXIS - 0.7, at, top + AXIS + 0.5, tick),
        text(at, top + AXIS + 1.75, class, label(neighbour.value)),
        text(at, top + AXIS + 2.95, "lines__muted", below),
    ])
}

fn parity(code: u32, texts: &FloatText) -> &'static str {
    if code & 1 == 0 { texts.even } else { texts.odd }
}

/// What happens halfway.
fn middle(view: &Seen, top: f64, texts: &FloatText) -> Html {
    let Model { cell, draws, .. } = &*view.model;
    let at = cell.window().at(cell.middle());
    let target = |outward: bool| label(if outward { cell.outer } else { cell.inner }.value);
    let lost = |outward: bool| outward && cell.outer.code.is_none();
    let half = |outward, words| {
        if lost(outward) { texts.halfway_lost.to_owned() } else { fill(words, &[("target", &target(outward))]) }
    };
    let even = if view.model.landing.format.mantissa_bits() == 0 { texts.halfway } else { texts.halfway_even };
    let (mark, words) = match (view.state.rounding, draws) {
        (Rounding::NearestEven, _) => (true, half(cell.tie_outward, even)),
        (Rounding::NearestAway, _) => (true, half(true, texts.halfway)),
        (Rounding::TowardZero, _) => (false, fill(texts.all_toward, &[("target", &target(false))])),
        (Rounding::Stochastic, Some(draws)) => (false, chances(cell, draws.chance, texts)),
        (Rounding::Stochastic, None) => return Html::default(),
    };
    let mark = if mark { line(at, top + AXIS - 1.3, at, top + AXIS + 0.5, "lines__half") } else { Html::default() };
    group(vec![mark, text(at, top + AXIS - 1.6, "lines__muted", words)])
}

fn chances(cell: &Cell, chance: f64, texts: &FloatText) -> String {
    let outer_is_high = cell.outer.value > cell.inner.value;
    let high = if outer_is_high { chance } else { 1.0 - chance };
    let values = [percent(1.0 - high, 3), label(cell.low().value), percent(high, 3), label(cell.high().value)];
    let [low_chance, low, high_chance, high] = values;
    fill(texts.chances, &[("low_chance", &low_chance), ("low", &low), ("high_chance", &high_chance), ("high", &high)])
}

/// From x to what it becomes.
fn landing(view: &Seen, top: f64) -> Html {
    let window = view.model.cell.window();
    let (x, decoded) = (window.at(view.model.x).clamp(0.0, 1.0), view.model.landing.decoded);
    if !decoded.is_finite() {
        return Html::default();
    }
    let at = window.at(decoded).clamp(-0.02, 1.02);
    group(vec![
        line(x, top + AXIS, at, top + AXIS, lit_class("lines__error", view.lit("absolute"))),
        dot(at, top + AXIS, "4.5", lit_class("lines__stop", view.lit("decoded"))),
    ])
}

/// The number itself, above its place; at the edge with an arrow if it lies farther out.
fn number(view: &Seen, top: f64) -> Html {
    let at = view.model.cell.window().at(view.model.x);
    // What is no number has no place to be drawn at: it is said.
    let finite = view.model.landing.decoded.is_finite();
    let shown = if finite { ["x = ", &shortest(view.model.x)].concat() } else { standing(view) };
    let class = lit_class("lines__number", view.lit("x"));
    match at {
        left if left < 0.0 => anchored(0.0, top + 1.0, "start", class, ["← ", &shown].concat()),
        right if right > 1.0 => anchored(1.0, top + 1.0, "end", class, [&shown, " →"].concat()),
        at => {
            // Not through the words over the middle.
            let over = f64::abs(at - view.model.cell.window().at(view.model.cell.middle())) < 0.3;
            let from = if over { AXIS - 1.3 } else { 1.2 };
            group(vec![line(at, top + from, at, top + AXIS, "lines__x"), text(at, top + 1.0, class, shown)])
        }
    }
}

fn rail(view: &Seen, top: f64, texts: &FloatText) -> Html {
    let (cell, format, x) = (view.model.cell, view.model.landing.format, view.model.x);
    let window = cell.window();
    let act = view.act.clone();
    let on_edit = view.edit(move |at| Action::Value(cell.number_at(at, window)));
    let on_step = Callback::from(move |step| {
        let by = |share: f64| window.at(x) + share * cell.gap() / (window.high - window.low);
        let inside = |at: f64| cell.number_at(at, window);
        let next = match step {
            Step::Less if x <= cell.low().value => beside(format, x, false),
            Step::More if x >= cell.high().value => beside(format, x, true),
            // A full step toward the open end moves on to the next room.
            Step::Less => crossing(cell, x, inside(by(-0.05)), format, false),
            Step::More => crossing(cell, x, inside(by(0.05)), format, true),
            Step::MuchLess | Step::First => {
                if x > cell.low().value {
                    cell.low().value
                } else {
                    beside(format, x, false)
                }
            }
            Step::MuchMore | Step::Last => {
                if cell.high().code.is_some() {
                    cell.high().value
                } else {
                    inside(1.0)
                }
            }
        };
        act.emit(Edit::done(Action::Value(next)));
    });
    let at = Some(window.at(x)).filter(|at| (0.0..=1.0).contains(at));
    Rail {
        label: texts.rail_near.into(),
        text: standing(view).into(),
        at,
        top: em(top + AXIS - 2.0),
        height: em(3.6),
        middle: em(top + AXIS),
        class: view.lit("x"),
        on_edit,
        on_step,
        on_restore: restore(view),
    }
    .view()
}

/// A small step; where it would not move, the neighbour in that direction.
fn crossing(cell: Cell, x: f64, next: f64, format: Format, up: bool) -> f64 {
    let moved = if up { next > x } else { next < x };
    if moved {
        next
    } else if up && cell.high().code.is_some() {
        cell.high().value
    } else if !up && cell.low().code.is_some() {
        cell.low().value
    } else {
        beside(format, x, up)
    }
}
