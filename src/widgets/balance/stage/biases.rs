//! The numbers that balance: biases, or what the auxiliary losses add to the logits.

use yew::prelude::*;

use super::Seen;
use super::curves::{happenings, steps};
use crate::i18n::{self, plain};
use crate::numerics::balance::{Method, Step};
use crate::ui::{Axis, Line, Plot, PlotHeight, group, ticks, words};
use crate::widgets::balance::names::class;

/// Experts that are drawn, evenly from the most popular to the least.
const DRAWN: usize = 12;
/// Most points of a line.
const POINTS: usize = 100;

/// The balancing number of each expert; none where nothing is balanced.
fn numbers(step: &Step, method: Method) -> Option<&[f64]> {
    match method {
        Method::None => None,
        Method::AuxiliarySequence => Some(&step.offsets[0]),
        Method::AuxiliaryBatch => Some(&step.offsets[1]),
        Method::Bias => Some(&step.bias),
    }
}

/// Twelve lines, if the method has any, and what moves biases.
pub fn draw(view: &Seen) -> Option<Html> {
    let (text, model, method) = (i18n::balance(view.lang), &view.model, view.state.method);
    let known = model.last().map_or(0, |last| last + 1);
    let every = known.div_ceil(POINTS).max(1);
    let experts = model.ranked.len();
    let drawn = DRAWN.min(experts);
    numbers(model.replay.steps().first()?, method)?;
    let line = |place: usize| {
        let expert = *model.ranked.get(place * (experts - 1) / (drawn - 1).max(1))?;
        let point = |step: usize| {
            let number = numbers(model.replay.steps().get(step)?, method)?.get(expert)?;
            Some((step as f64, *number))
        };
        let label = match place {
            0 => text.popular,
            place if place + 1 == drawn => text.unpopular,
            _ => "",
        };
        let mut points: Vec<_> = (0..known).step_by(every).filter_map(point).collect();
        points.extend(known.checked_sub(1).and_then(point));
        Some(Line { label: label.into(), class: class(method), points, lit: false, hover: None })
    };
    let lines: Vec<Line> = (0..drawn).filter_map(line).collect();
    let reach = lines.iter().flat_map(|line| &line.points).fold(0.01, |most, (_, y)| libm::fmax(most, f64::abs(*y)));
    let reach = 1.1 * reach;
    let tick = |at: f64| (at, plain(at).into());
    let label = if method == Method::Bias { text.biases } else { text.offsets };
    let y = Axis {
        low: -reach,
        high: reach,
        log: false,
        ticks: ticks(-reach, reach, false).into_iter().map(tick).collect(),
        label: label.into(),
    };
    let plot = Plot {
        label: text.biases_alt.into(),
        x: steps(view),
        y,
        lines,
        band: None,
        rules: happenings(view),
        points: Vec::new(),
        cut: None,
        height: PlotHeight::Low,
    };
    // Above the plot: below it the progress of the work would lie over the words.
    let rule = (method == Method::Bias).then(|| words("p", "balance__head", text.biases_rule.into()));
    Some(group(rule.into_iter().chain([plot.view()]).collect()))
}
