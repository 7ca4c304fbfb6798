//! Every number of the format: to scale, and with every doubling equally wide.

use yew::prelude::*;

use super::super::Action;
use super::super::cell::{Window, all_values, tidy};
use super::super::names::brief;
use super::marks::{anchored, bars, line, text, ticks};
use super::scale::LogLine;
use super::{Seen, rect, restore, standing};
use crate::i18n::{self, FloatText, fill, integer};
use crate::numerics::format::{Format, Specials};
use crate::ui::{Edit, Rail, Step, group};

/// Height, in em.
pub const HEIGHT: f64 = 10.0;
/// Room below for the name of a number of the other sign.
pub const BELOW: f64 = 1.2;
/// Formats with more values are drawn by their density.
const MOST_TICKS: u64 = 512;
/// Columns of a density.
const COLUMNS: u32 = 120;
const LINEAR: f64 = 2.8;
const LOG: f64 = 8.0;

fn smallest(format: Format) -> f64 {
    format.min_subnormal().unwrap_or(format.min_normal())
}

fn whole_range(format: Format) -> Window {
    Window { low: if format.signed() { format.min_finite() } else { 0.0 }, high: format.max_finite() }
}

fn log_range(view: &Seen) -> LogLine {
    let format = view.model.landing.format;
    let negative = view.model.x.is_sign_negative() && format.signed();
    let most = f64::abs(if negative { format.min_finite() } else { format.max_finite() });
    // A format with a single magnitude still needs a range to be drawn in.
    let least = smallest(format);
    LogLine { least, most: if most > least { most } else { 2.0 * least }, negative }
}

/// Both lines, so far down; what is pointed at among all codes has its place on them.
pub fn draw(view: &Seen, top: f64) -> Html {
    let text_of = i18n::float(view.lang);
    let mut drawn = Vec::new();
    if let Some(value) = super::codes::pointed(view) {
        let (spread, across) = (log_range(view), whole_range(view.model.landing.format).at(value));
        drawn.push(line(across, top + LINEAR - 1.7, across, top + LINEAR + 0.4, "lines__pointed"));
        // The logarithmic line has one sign; a number of the other is marked where its magnitude is, and named.
        let mirrored = spread.signed(value) < 0.0;
        let across = spread.at(if mirrored { -value } else { value });
        drawn.push(line(across, top + LOG - 1.7, across, top + LOG + 0.4, "lines__pointed"));
        if mirrored {
            let words = fill(text_of.log_mirrored, &[("value", &brief(value))]);
            drawn.push(text(across, top + LOG + 2.7, "lines__strong", words));
        }
    }
    group(vec![linear(view, text_of, top), log(view, text_of, top), group(drawn)])
}

fn linear(view: &Seen, texts: &FloatText, top: f64) -> Html {
    let axis = top + LINEAR;
    let format = view.model.landing.format;
    let range = whole_range(format);
    let values = all_values(format, MOST_TICKS);
    let (caption, count) = match &values {
        Some(_) => (texts.all_values, integer(format.finite_values().into())),
        None => (texts.dense_values, i18n::count(format.finite_values() as f64, 3, view.lang)),
    };
    let apart = |gap: f64| fill(texts.apart, &[("gap", &brief(gap))]);
    let (first, last) = (format.ulp(0.0), format.ulp(format.max_finite()));
    let (zero, here) = (range.at(0.0), range.at(view.model.x).clamp(0.0, 1.0));
    let marks = match values {
        Some(values) => ticks(values.into_iter().map(|value| range.at(value)), axis - 1.3, 1.3, "lines__tick"),
        None => bars(densities(format, range), axis - 1.3, 1.3, "lines__dense"),
    };
    let some = |holds: bool, mark: &dyn Fn() -> Html| if holds { mark() } else { Html::default() };
    group(vec![
        anchored(0.0, top + 1.0, "start", "lines__caption", fill(caption, &[("count", &count)])),
        some(last > first, &|| anchored(1.0, top + 1.0, "end", "lines__strong", apart(last))),
        marks,
        line(0.0, axis, 1.0, axis, "mark-axis"),
        some(!view.model.x.is_nan(), &|| line(here, axis - 1.6, here, axis + 0.3, "lines__here")),
        some(zero > 0.0, &|| anchored(0.0, axis + 1.3, "start", "lines__muted", brief(range.low))),
        text(zero, axis + 1.3, "lines__strong", if first > 0.0 { apart(first) } else { String::new() }),
        anchored(1.0, axis + 1.3, "end", "lines__muted", brief(range.high)),
    ])
}

/// How many values each column of the line holds, as a share of the fullest, by logarithm.
fn densities(format: Format, range: Window) -> impl Iterator<Item = (f64, f64)> {
    // Codes of positive numbers count the values below them.
    let rank = move |x: f64| f64::from(format.bracket(f64::abs(x)).0.unwrap_or(0));
    let width = (range.high - range.low) / f64::from(COLUMNS);
    let count = move |column: u32| {
        let (from, to) = (range.low + width * f64::from(column), range.low + width * f64::from(column + 1));
        let edge = |x: f64| if x < 0.0 { -rank(x) } else { rank(x) };
        libm::log2(1.0 + f64::abs(edge(to.min(range.high)) - edge(from)))
    };
    let most = (0..COLUMNS).map(count).fold(1.0, f64::max);
    (0..COLUMNS).map(move |column| ((f64::from(column) + 0.5) / f64::from(COLUMNS), count(column) / most))
}

/// Every magnitude of this sign, or a band with a tick each so many doublings.
fn magnitudes(format: Format, spread: LogLine, axis: f64) -> Html {
    let LogLine { least, most, .. } = spread;
    let (top, height) = (axis - 1.3, 1.3);
    if let Some(values) = all_values(format, MOST_TICKS) {
        let shown = values.into_iter().filter(move |value| spread.signed(*value) >= 0.0);
        return ticks(shown.map(move |value| spread.at(value)), top, height, "lines__tick");
    }
    let steps = f64::ceil(libm::log2(most / least) / 64.0).max(1.0);
    let octaves = (0..64).map(move |at| least * libm::exp2(steps * f64::from(at))).filter(move |value| *value <= most);
    let (first, last) = (spread.at(spread.signed(least)), spread.at(spread.signed(most)));
    group(vec![
        rect(first.min(last), first.max(last), axis - 0.9, 0.9, "lines__band"),
        ticks(octaves.map(move |value| spread.at(spread.signed(value))), top, height, "lines__tick"),
    ])
}

fn log(view: &Seen, texts: &FloatText, top: f64) -> Html {
    let axis = top + LOG;
    let format = view.model.landing.format;
    let spread = log_range(view);
    let LogLine { least, most, negative } = spread;
    let side = move |magnitude: f64| spread.signed(magnitude);
    let in_each = integer(1 << format.mantissa_bits());
    let caption = if negative { texts.log_negative } else { texts.log_values };
    let (zero, end) = (spread.at(0.0), spread.at(side(most)));
    let muted = |at: f64, words: String| text(at, axis + 1.5, "lines__muted", words);
    let doublings = if format.specials() == Specials::Integer {
        Html::default()
    } else {
        anchored(1.0, axis - 1.8, "end", "lines__strong", fill(texts.a_doubling, &[("count", &in_each)]))
    };
    group(vec![
        anchored(0.0, axis - 1.8, "start", "lines__caption", caption),
        doublings,
        magnitudes(format, spread, axis),
        line(0.0, axis, 1.0, axis, "mark-axis"),
        if format.has_zero() { muted(zero, "0".into()) } else { Html::default() },
        muted(spread.at(side(least)), brief(side(least))),
        if least < 1.0 && most > 1.0 { muted(spread.at(side(1.0)), brief(side(1.0))) } else { Html::default() },
        muted(end, brief(side(most))),
        rail(view, spread, texts, axis),
    ])
}

fn rail(view: &Seen, spread: LogLine, texts: &FloatText, axis: f64) -> Html {
    let x = view.model.x;
    let on_edit = view.edit(move |at| {
        let raw = spread.number_at(at);
        Action::Value(tidy(raw, f64::abs(raw) * 2e-3))
    });
    let (act, format, cell) = (view.act.clone(), view.model.landing.format, view.model.cell);
    let on_step = Callback::from(move |step| {
        let next = match step {
            Step::Less if x <= cell.low().value => super::near::beside(format, x, false),
            Step::Less => cell.low().value,
            Step::More if x >= cell.high().value || cell.high().code.is_none() => super::near::beside(format, x, true),
            Step::More => cell.high().value,
            Step::MuchLess => {
                if x > 0.0 {
                    x / 2.0
                } else {
                    x * 2.0
                }
            }
            Step::MuchMore => {
                if x > 0.0 {
                    x * 2.0
                } else {
                    x / 2.0
                }
            }
            Step::First => format.min_finite(),
            Step::Last => format.max_finite(),
        };
        // Not clamp: with bounds unknown to the compiler its panic brings the formatting of floats.
        let inside = next.max(format.min_finite()).min(format.max_finite());
        act.emit(Edit::done(Action::Value(if next.is_nan() { 0.0 } else { inside })));
    });
    let at = (!x.is_nan()).then(|| spread.at(x));
    Rail {
        label: texts.rail_all.into(),
        text: standing(view).into(),
        at,
        top: super::em(axis - 2.0),
        height: super::em(3.6),
        middle: super::em(axis),
        class: view.lit("x"),
        on_edit,
        on_step,
        on_restore: restore(view),
    }
    .view()
}

/// From the stretch that the neighbourhood below takes here, out to its full width.
pub fn flare(view: &Seen) -> Html {
    if view.model.x.is_nan() {
        return Html::default();
    }
    let (spread, window) = (log_range(view), view.model.cell.window());
    let (from, to) = (spread.at(window.low), spread.at(window.high));
    group(vec![
        line(from, LOG + 0.1, 0.0, HEIGHT + 1.2, "lines__flare"),
        line(to, LOG + 0.1, 1.0, HEIGHT + 1.2, "lines__flare"),
    ])
}
