//! The scores of one computed head by both orders, and how far they are apart.

use std::rc::Rc;

use yew::prelude::*;

use crate::decimal::hundredths;
use crate::i18n::fill;
use crate::ui::{Scrubber, group};
use crate::widgets::View;
use crate::widgets::absorption::Absorption;
use crate::widgets::absorption::names::Names;
use crate::widgets::absorption::state::Action;
use crate::widgets::absorption::words::term;
use crate::widgets::marks::{Anchor, dot, lit_path, path, rectangle, text};
use crate::widgets::sketch::{Layout, Part};

/// The line of zero, and how far the largest score reaches from it.
const ZERO: f64 = 70.0;
const REACH: f64 = 40.0;
/// The handle under the scores.
const GRIP: f64 = 126.0;
/// The line from which differences rise.
const FLOOR: f64 = 212.0;

struct Axes {
    /// Width of a token's column.
    each: f64,
    /// The largest score or difference.
    most: f64,
}

impl Axes {
    fn middle(&self, token: usize) -> f64 {
        (token as f64 + 0.5) * self.each
    }

    fn column(&self, token: usize, from: f64, to: f64) -> String {
        let width = (self.each * 0.7).min(18.0);
        rectangle((self.middle(token) - width / 2.0, from.min(to)), width, f64::abs(to - from))
    }

    fn y(&self, score: f64) -> f64 {
        ZERO - (score / self.most).clamp(-1.0, 1.0) * REACH
    }
}

fn axes(view: &View<Absorption>, layout: Layout) -> Axes {
    let first = &view.model.first;
    let apart = first.score_differences().into_iter();
    let sizes = first.scores.iter().flatten().map(|score| f64::abs(*score)).chain(apart);
    let most = sizes.fold(f64::MIN_POSITIVE, f64::max);
    Axes { each: layout.width / view.model.trial.tokens.max(1) as f64, most }
}

fn bars_and_dots(view: &View<Absorption>, axes: &Axes) -> Vec<Html> {
    let [expanded, absorbed] = &view.model.first.scores;
    let columns = expanded.iter().enumerate().map(|(at, score)| axes.column(at, ZERO, axes.y(*score)));
    let mut drawn = vec![lit_path(view, term::EXPAND, "absorb__column", columns.collect())];
    let r = (axes.each * 0.32).clamp(1.4, 4.0);
    drawn.extend(absorbed.iter().enumerate().map(|(at, score)| dot("absorb__dot", axes.middle(at), axes.y(*score), r)));
    drawn
}

/// On the scores' own scale: where both orders agree, there is nothing to see.
fn differences(view: &View<Absorption>, axes: &Axes, layout: Layout) -> Vec<Html> {
    let first = &view.model.first;
    let apart = first.score_differences();
    let height = |apart: f64| (apart / axes.most).min(1.0) * REACH;
    let tall = |(at, apart): (usize, &f64)| axes.column(at, FLOOR, FLOOR - height(*apart));
    let beyond = apart.iter().enumerate().filter(|(_, apart)| **apart > first.score_bound).map(tall).collect();
    let within = apart.iter().enumerate().filter(|(_, apart)| **apart <= first.score_bound).map(tall).collect();
    vec![
        path("sketch__axis", ["M0 ", &hundredths(FLOOR), "H", &hundredths(layout.width)].concat()),
        lit_path(view, term::DIFFERENCE, "absorb__within", within),
        lit_path(view, term::DIFFERENCE, "absorb__beyond", beyond),
    ]
}

fn handle(view: &View<Absorption>, names: Names, axes: &Axes, layout: Layout) -> Html {
    let (tokens, at) = (view.model.trial.tokens, view.model.followed);
    let pick = move |at: usize| Action::Distance(tokens.saturating_sub(at + 1) as u32);
    Scrubber {
        label: names.text.distance.into(),
        shown: names.back(view.model.distance(at)).into(),
        at,
        places: Rc::new((0..tokens).map(|at| axes.middle(at) / layout.width).collect()),
        span: (0.0, layout.width),
        depth: (ZERO - REACH, GRIP - ZERO + REACH + 8.0),
        handle: (axes.middle(at), GRIP),
        on_hover: Callback::noop(),
        on_edit: view.edit(pick),
    }
    .view()
}

/// The followed token's two scores.
fn followed(view: &View<Absorption>, names: Names) -> String {
    let computed = &view.model;
    let score = |order: usize| computed.first.scores[order].get(computed.followed).copied().unwrap_or(0.0);
    fill(
        names.text.followed,
        &[
            ("which", &names.back(computed.distance(computed.followed))),
            ("expanded", &crate::i18n::fixed(score(0), 6)),
            ("absorbed", &crate::i18n::fixed(score(1), 6)),
        ],
    )
}

/// All of it.
pub fn draw(view: &View<Absorption>, layout: Layout) -> Part {
    let names = Names::new(view.lang);
    let axes = axes(view, layout);
    let words = names.text;
    let head = layout.pick(words.scores_head, words.scores_head_short);
    let below = fill(
        layout.pick(words.difference_head, words.difference_head_short),
        &[("difference", &names.apart(view.model.difference)), ("tolerance", &names.apart(view.model.tolerance))],
    );
    let oldest = fill(words.oldest, &[("n", &view.model.distance(0).to_string())]);
    let x = axes.middle(view.model.followed);
    let mut body = vec![
        text((0.0, 12.0), Anchor::Start, "sketch__head", head),
        path("absorb__follow", ["M", &hundredths(x), " ", &hundredths(ZERO - REACH), "V", &hundredths(GRIP)].concat()),
        path("sketch__axis", ["M0 ", &hundredths(ZERO), "H", &hundredths(layout.width)].concat()),
    ];
    body.extend(bars_and_dots(view, &axes));
    body.push(text((0.0, GRIP + 20.0), Anchor::Start, "sketch__quiet", oldest));
    body.push(text((layout.width, GRIP + 20.0), Anchor::End, "sketch__quiet", followed(view, names)));
    body.push(text((0.0, FLOOR - REACH - 4.0), Anchor::Start, "sketch__head", below));
    body.extend(differences(view, &axes, layout));
    body.push(handle(view, names, &axes, layout));
    Part { height: FLOOR + 4.0, body: group(body) }
}
