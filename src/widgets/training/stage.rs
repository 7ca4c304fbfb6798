//! The drawing: the losses racing, and a decision map for each run.

mod tile;

use yew::prelude::*;

use super::Training;
use super::names;
use super::state::MOST_STEPS;
use super::words::GUESS;
use crate::i18n::{self, integer, significant};
use crate::numerics::train::{CURVE_STEP, Racer};
use crate::ui::{Axis, Line, Plot, PlotHeight, Rule, group, part, ticks};
use crate::widgets::View;

/// The end of the axis while no loss is lower.
const USUAL: f64 = 5e-3;
/// The lowest loss that has a place.
const LEAST: f64 = 1e-4;
/// The highest.
const MOST: f64 = 10.0;

/// The losses so far, and the one now.
fn points(racer: &Racer, now: f64) -> Vec<(f64, f64)> {
    let known = racer.curve().iter().enumerate();
    let mut points: Vec<(f64, f64)> =
        known.map(|(at, loss)| ((at as u32 * CURVE_STEP) as f64, f64::from(*loss))).collect();
    let step = racer.run().shot().step;
    if !step.is_multiple_of(CURVE_STEP) {
        points.push((step.into(), now));
    }
    points
}

/// The axis of the losses, the same as long as they fit.
fn losses(lines: &[Line], label: &'static str) -> Axis {
    let all = || lines.iter().flat_map(|line| &line.points).map(|(_, loss)| *loss).filter(|loss| loss.is_finite());
    let (low, high) = all().fold((GUESS, GUESS), |(low, high), loss| (low.min(loss), high.max(loss)));
    let low = if low >= USUAL { USUAL } else { libm::exp10(f64::floor(libm::log10(low.max(LEAST)))) };
    let high = high.min(MOST) * 1.15;
    let ticks = ticks(low, high, true).into_iter().map(|tick| (tick, significant(tick, 3).into())).collect();
    Axis { low, high, log: true, ticks, label: label.into() }
}

fn plot(view: &View<Training>) -> Html {
    let text = i18n::training(view.lang);
    let racers = view.model.race.racers();
    let lines: Vec<Line> = racers
        .iter()
        .zip(view.model.fits())
        .map(|(racer, fit)| {
            let recipe = racer.run().recipe();
            let term = names::term(recipe);
            Line {
                label: names::recipe(text, recipe).into(),
                class: names::series(recipe),
                points: points(racer, fit.loss),
                lit: view.lit == Some(term),
                hover: Some(view.hover(term)),
            }
        })
        .collect();
    let steps = [0, 1000, 2000, 3000].map(|step: u32| (f64::from(step), integer(step.into()).into()));
    let y = losses(&lines, text.loss_axis);
    Plot {
        label: text.plot_label.into(),
        x: Axis { low: 0.0, high: MOST_STEPS.into(), log: false, ticks: steps.to_vec(), label: text.steps_axis.into() },
        y,
        lines,
        band: None,
        rules: vec![Rule { label: text.guessing.into(), at: GUESS, upright: false }],
        points: Vec::new(),
        cut: None,
        height: PlotHeight::Middle,
    }
    .view()
}

/// Losses above, maps below.
pub fn draw(view: &View<Training>) -> Html {
    let tiles = (0..view.model.race.racers().len()).map(|at| tile::draw(view, at)).collect();
    group(vec![plot(view), part("div", "training__tiles", tiles)])
}
