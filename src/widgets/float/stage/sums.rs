//! Sums: one in each format, and the number added again and again under each rounding.

use yew::prelude::*;

use super::super::Action;
use super::super::controls::counted;
use super::super::names::{format_name, label};
use super::super::state::Rounding;
use super::super::sums::Once;
use super::Seen;
use crate::i18n::{self, FloatText, fill, integer, significant};
use crate::numerics::addition::Repeated;
use crate::ui::{Axis, Line, Plot, PlotHeight, group, part, ticks, words};

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

/// The sums from the least to the largest; where nothing moves, or is no number, there is still a range to draw in.
fn upward(view: &Seen) -> Axis {
    let sums = &view.model.sums;
    let ends = sums.runs.iter().flat_map(|run| run.sums.iter().copied());
    let all = ends.chain([sums.exact]).filter(|sum| sum.is_finite());
    let (low, high) = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), sum| (low.min(sum), high.max(sum)));
    let (low, high) = if high > low { (low, high) } else { (low.min(high).min(0.0), high.max(low).max(1.0)) };
    let (low, high) = if (high - low).is_finite() { (low, high) } else { (0.0, 1.0) };
    let marks = ticks(low, high, false).into_iter().map(|at| (at, significant(at, 3).into())).collect();
    // Room for the names of the lines and of the axes.
    let more = 0.1 * (high - low);
    Axis { low: low - more, high: high + more, log: false, ticks: marks, label: AttrValue::default() }
}

/// A run as a line: not every one of thousands of points, but the first and the last.
fn curve(label: String, class: &'static str, run: &Repeated, lit: bool) -> Line {
    let last = run.sums.len() - 1;
    let step = last.div_ceil(POINTS).max(1);
    let point = |at: usize| (at as f64, run.sums.get(at).copied().filter(|sum| sum.is_finite()).unwrap_or(f64::NAN));
    let points = (0..last).step_by(step).chain([last]).map(point).collect();
    Line { label: label.into(), class, points, lit, hover: None }
}

/// The lines: what it should be, and each rounding. The two ways to the nearest are one where they agree.
fn lines(view: &Seen) -> Vec<Line> {
    let (texts, sums) = (i18n::float(view.lang), &view.model.sums);
    let run = |rounding| sums.run(rounding);
    let agree = run(Rounding::NearestEven).sums.iter().zip(&run(Rounding::NearestAway).sums).all(|(a, b)| a == b);
    let start = sums.once.first().map_or(f64::NAN, |once| once.start);
    let exact = fill(texts.sums_exact, &[("sum", &significant(sums.exact, 4))]);
    let points = vec![(0.0, start), (f64::from(view.state.additions), sums.exact)];
    let mut lines =
        vec![Line { label: exact.into(), class: "sums__exact", points, lit: view.lit("exact").is_some(), hover: None }];
    let mut add = |rounding, name, class, term: &'static str| {
        let end = significant(run(rounding).end(), 4);
        let label = fill(texts.sums_end, &[("rounding", name), ("sum", &end)]);
        lines.push(curve(label, class, run(rounding), view.lit(term).is_some()));
    };
    add(Rounding::TowardZero, texts.toward_zero, "sums__zero", "");
    if !agree {
        add(Rounding::NearestAway, texts.nearest_away, "plot__series--2", "");
    }
    add(Rounding::NearestEven, if agree { texts.nearest } else { texts.nearest_even }, "plot__series--3", "end");
    add(Rounding::Stochastic, texts.stochastic, "plot__series--4 sums__dice", "dice_end");
    lines
}

fn plot(view: &Seen) -> Html {
    let (texts, times) = (i18n::float(view.lang), f64::from(view.state.additions));
    let format = format_name(view.state.format, texts);
    let head = fill(texts.sums_head, &[("times", &integer(view.state.additions.into())), ("format", format)]);
    let marks = [0.0, times].map(|at| (at, significant(at, 6).into())).to_vec();
    Plot {
        label: texts.sums_label.into(),
        x: Axis { low: 0.0, high: times, log: false, ticks: marks, label: texts.sums_times.into() },
        y: Axis { label: head.into(), ..upward(view) },
        lines: lines(view),
        band: None,
        rules: Vec::new(),
        points: Vec::new(),
        cut: None,
        height: PlotHeight::Middle,
    }
    .view()
}

/// Rows, curves, and how often.
pub fn draw(view: &Seen) -> Html {
    let (texts, sums) = (i18n::float(view.lang), &view.model.sums);
    let rows = sums.once.iter().map(|one| once(texts, sums.target, one)).collect();
    let times = view.edit(|times: f64| Action::Additions(times as u32));
    let additions = counted(texts.additions, view.state.additions, times);
    group(vec![part("ul", "sums", rows), plot(view), additions])
}
