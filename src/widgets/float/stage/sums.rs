//! Sums: one in each format, and the number added again and again under each rounding.

use yew::prelude::*;

use super::super::Action;
use super::super::controls::counted;
use super::super::names::{format_name, label};
use super::super::state::Rounding;
use super::super::sums::Once;
use super::Seen;
use super::marks::{anchored, line};
use super::scale::{across, em};
use crate::i18n::{self, FloatText, fill, integer, significant};
use crate::numerics::addition::Repeated;
use crate::ui::{element, group, part, words, written};
use crate::widgets::order::apart;

/// Upper and lower end of the curves, and of all, in em.
const TOP: f64 = 3.4;
const FLOOR: f64 = 15.0;
pub const HEIGHT: f64 = 17.0;
/// Height of a label, in em.
const LABEL: f64 = 1.35;
/// Width of the plot; beside it stand the names of the curves.
const WIDTH: f64 = 0.68;
/// Points of a curve.
const POINTS: usize = 240;

/// One sum in one format.
fn once(texts: &FloatText, target: f64, once: &Once) -> Html {
    let sum = fill(texts.sum_row, &[("a", &label(once.step)), ("b", &label(once.start)), ("sum", &label(once.sum))]);
    let direct = fill(texts.sum_direct, &[("direct", &label(once.direct)), ("target", &label(target))]);
    let (class, sign) = if once.same() { ("sums__direct", "= ") } else { ("sums__direct sums__direct--off", "≠ ") };
    let cells = vec![
        words("b", "sums__format", format_name(once.name, texts).into()),
        words("span", "sums__sum", sum.into()),
        words("span", class, [sign, &direct].concat().into()),
    ];
    part("li", "sums__row", cells)
}

/// Lengths of the axes: additions across, sums up.
struct Axes {
    times: f64,
    low: f64,
    high: f64,
}

impl Axes {
    fn new(view: &Seen) -> Self {
        let sums = &view.model.sums;
        let ends = sums.runs.iter().flat_map(|run| run.sums.iter().copied());
        let all = || ends.clone().chain([sums.exact]).filter(|x| x.is_finite());
        let (low, high) = (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
        // Where nothing moves, or is no number, a range is still needed to draw in.
        let (low, high) = if high > low { (low, high) } else { (low.min(high).min(0.0), high.max(low).max(1.0)) };
        let (low, high) = if (high - low).is_finite() { (low, high) } else { (0.0, 1.0) };
        Self { times: f64::from(view.state.additions), low, high }
    }

    /// Share of the height from below.
    fn up(&self, sum: f64) -> f64 {
        (sum - self.low) / (self.high - self.low)
    }

    fn y(&self, sum: f64) -> f64 {
        FLOOR - self.up(sum) * (FLOOR - TOP)
    }
}

/// A curve in ten-thousandths of the plot; it ends where there is no number any more.
fn curve(axes: &Axes, class: &'static str, run: &Repeated) -> Html {
    let last = run.sums.len() - 1;
    let step = last.div_ceil(POINTS).max(1);
    let whole = |share: f64| (libm::round(share.clamp(0.0, 1.0) * 10_000.0) as u32).to_string();
    let mut d = String::new();
    for at in (0..last).step_by(step).chain([last]) {
        let Some(sum) = run.sums.get(at).filter(|sum| sum.is_finite()) else { break };
        let way = at as f64 / axes.times.max(1.0);
        d += &[if d.is_empty() { "M" } else { "L" }, &whole(way), " ", &whole(1.0 - axes.up(*sum))].concat();
    }
    let attributes = vec![
        ("class", AttrValue::Static(class)),
        ("d", written(d)),
        ("vector-effect", AttrValue::Static("non-scaling-stroke")),
    ];
    element("path", attributes, Vec::new())
}

/// The runs that are drawn: the two ways to the nearest are one where they agree.
fn drawn(view: &Seen) -> Vec<(Rounding, &'static str, &'static str)> {
    let texts = i18n::float(view.lang);
    let run = |rounding| view.model.sums.run(rounding);
    let agree = run(Rounding::NearestEven).sums.iter().zip(&run(Rounding::NearestAway).sums).all(|(a, b)| a == b);
    let nearest = if agree { texts.nearest } else { texts.nearest_even };
    let mut drawn = vec![
        (Rounding::TowardZero, "sums__curve sums__curve--zero", texts.toward_zero),
        (Rounding::NearestEven, "sums__curve sums__curve--nearest", nearest),
        (Rounding::Stochastic, "sums__curve sums__curve--dice", texts.stochastic),
    ];
    if !agree {
        drawn.insert(1, (Rounding::NearestAway, "sums__curve sums__curve--away", texts.nearest_away));
    }
    drawn
}

/// The curves with their ends named.
fn plot(view: &Seen) -> Html {
    let (texts, sums, axes) = (i18n::float(view.lang), &view.model.sums, Axes::new(view));
    let drawn = drawn(view);
    let mut ends = vec![(sums.exact, fill(texts.sums_exact, &[("sum", &significant(sums.exact, 5))]), "lines__muted")];
    for (rounding, _, name) in &drawn {
        let end = sums.run(*rounding).end();
        let class = if *rounding == Rounding::TowardZero { "lines__muted" } else { "lines__strong" };
        ends.push((end, fill(texts.sums_end, &[("rounding", name), ("sum", &significant(end, 5))]), class));
    }
    let wanted = ends.iter().map(|(sum, ..)| if sum.is_finite() { axes.y(*sum) } else { TOP } + 0.35).collect();
    let heights = apart(wanted, FLOOR + LABEL + 0.3, LABEL);
    let names =
        ends.into_iter().zip(heights).map(|((_, words, class), y)| anchored(WIDTH + 0.015, y, "start", class, words));
    let start = sums.once.first().map_or(0.0, |once| once.start);
    let exact = Repeated { sums: vec![start, sums.exact], stalled: None };
    let mut curves = vec![curve(&Axes { times: 1.0, ..axes }, "sums__exact", &exact)];
    curves.extend(drawn.iter().map(|(rounding, class, _)| curve(&axes, class, sums.run(*rounding))));
    let place = vec![
        ("class", "sums__plot".into()),
        ("x", "0".into()),
        ("y", em(TOP)),
        ("width", across(WIDTH)),
        ("height", em(FLOOR - TOP)),
        ("viewBox", "0 0 10000 10000".into()),
        ("preserveAspectRatio", "none".into()),
    ];
    let times = integer(view.state.additions.into());
    let head = fill(texts.sums_head, &[("times", &times), ("format", format_name(view.state.format, texts))]);
    let mut body = vec![
        anchored(0.0, 1.0, "start", "lines__caption", head),
        line(0.0, FLOOR, WIDTH, FLOOR, "mark-axis"),
        element("svg", place, curves),
        anchored(0.0, FLOOR + 1.4, "start", "lines__muted", "0"),
        anchored(WIDTH, FLOOR + 1.4, "end", "lines__muted", fill(texts.sums_times, &[("times", &times)])),
    ];
    body.extend(names);
    group(body)
}

/// Rows, curves, and how often.
pub fn draw(view: &Seen) -> Html {
    let (texts, sums) = (i18n::float(view.lang), &view.model.sums);
    let rows = sums.once.iter().map(|one| once(texts, sums.target, one)).collect();
    let frame = vec![
        ("class", "lines".into()),
        ("role", "img".into()),
        ("aria-label", texts.sums_label.into()),
        ("width", "100%".into()),
        ("height", em(HEIGHT)),
    ];
    let additions =
        counted(texts.additions, view.state.additions, view.edit(|times: f64| Action::Additions(times as u32)));
    group(vec![part("ul", "sums", rows), element("svg", frame, vec![plot(view)]), additions])
}
