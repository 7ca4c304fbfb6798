//! One line of experts, drawn anew only when something in it changes.

use std::rc::Rc;

use yew::prelude::*;

use super::chips::{Chip, Look};
use super::layout::Layout;
use crate::decimal::shortest;

/// What stands at the end of a node's first line.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// The group's score, written.
    pub text: AttrValue,
    /// The score as a share of the best.
    pub share: f64,
    /// Whether the group is kept, once that is known.
    pub kept: Option<bool>,
}

/// What a [`ChipLine`] needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The whole drawing.
    pub layout: Rc<Layout>,
    /// Which line of it.
    pub at: usize,
    /// Its experts.
    pub chips: Vec<Chip>,
    /// What stands to its left.
    pub head: AttrValue,
    /// What stands to its right.
    pub score: Option<Score>,
    /// The expert that the Tab key leads to, and how it is spoken, if it stands here.
    pub focus: Option<(usize, AttrValue)>,
}

fn n(x: f64) -> String {
    shortest(libm::round(x * 100.0) / 100.0)
}

fn share(hundredths: u8) -> String {
    shortest(f64::from(hundredths) / 100.0)
}

fn square(class: Classes, x: f64, y: f64, side: f64, shade: Option<u8>, edge: Option<u8>) -> Html {
    let round = n((side * 0.18).min(4.0));
    html! {
        <rect {class} x={n(x)} y={n(y)} width={n(side)} height={n(side)} rx={round} fill-opacity={shade.map(share)} stroke-opacity={edge.map(share)} />
    }
}

/// The mark of one expert within its square.
fn mark(chip: &Chip, x: f64, y: f64, size: f64) -> Html {
    let inset = |by: f64| (x + by, y + by, size - 2.0 * by);
    if chip.look == Look::Out {
        // Smaller, not only paler: seen without colour.
        let (x, y, side) = inset(size * 0.28);
        return square(classes!("chip__mark", "chip__mark--out"), x, y, side, None, None);
    }
    if chip.hollow {
        let (x, y, side) = inset(size * 0.12);
        return square(classes!("chip__mark", "chip__mark--hollow"), x, y, side, None, Some(chip.fill));
    }
    let chosen = chip.look == Look::Chosen;
    let class = classes!("chip__mark", chosen.then_some("chip__mark--chosen"), chip.edge.map(|_| "chip__mark--edged"));
    let (x, y, side) = inset(if chip.edge.is_some() { 0.75 } else { 0.0 });
    square(class, x, y, side, (!chosen).then_some(chip.fill), chip.edge)
}

/// Sums and hands: what is counted, what would have been chosen, whose bias was set.
fn extras(chip: &Chip, x: f64, y: f64, size: f64) -> Html {
    let ring = |class: &'static str| square(classes!(class), x - 1.5, y - 1.5, size + 3.0, None, None);
    let middle = x + size / 2.0;
    html! {
        <>
            if chip.look == Look::Chosen {
                { ring("chip__ring") }
            }
            if chip.missed {
                { ring("chip__missed") }
            }
            if chip.counted {
                <line class="chip__counted" x1={n(x)} x2={n(x + size)} y1={n(y + size + 3.0)} y2={n(y + size + 3.0)} />
            }
            if let Some(up) = chip.by_hand {
                <path class="chip__hand" d={arrow(middle, y + size / 2.0, if up { -1.0 } else { 1.0 })} />
            }
        </>
    }
}

fn arrow(x: f64, y: f64, down: f64) -> String {
    let point = |x: f64, y: f64| [n(x), " ".into(), n(y)].concat();
    let (left, right, tip) = (point(x - 3.0, y - 1.6 * down), point(x + 3.0, y - 1.6 * down), point(x, y + 2.6 * down));
    ["M", &left, "L", &right, "L", &tip, "Z"].concat()
}

fn chip(props: &Props, (place, chip): (usize, &Chip), y: f64) -> Html {
    let layout = &props.layout;
    let (x, size) = (layout.left + place as f64 * layout.pitch, layout.size);
    let number = chip.expert.to_string();
    let focus = props.focus.as_ref().filter(|(expert, _)| *expert == chip.expert);
    let label: AttrValue = match (focus, &chip.weight) {
        (Some((_, spoken)), _) => spoken.clone(),
        (None, Some(weight)) => [&number, ", ", weight].concat().into(),
        (None, None) => number.clone().into(),
    };
    html! {
        <g key={chip.expert} class="chip" role="gridcell" data-e={number} tabindex={if focus.is_some() { "0" } else { "-1" }} aria-label={label}>
            { mark(chip, x, y, size) }
            { extras(chip, x, y, size) }
            if focus.is_some() {
                { square(classes!("chip__focus"), x - 3.5, y - 3.5, size + 7.0, None, None) }
            }
        </g>
    }
}

/// Weights above their chips, moved apart where they would touch.
fn weights(props: &Props, y: f64) -> Html {
    let layout = &props.layout;
    let mut free = f64::NEG_INFINITY;
    let label = |(place, chip): (usize, &Chip)| {
        let weight = chip.weight.as_ref()?;
        let width = layout.font * 0.6 * weight.len() as f64;
        let middle = layout.left + place as f64 * layout.pitch + layout.size / 2.0;
        let left = (middle - width / 2.0).max(free);
        free = left + width + 3.0;
        Some(html! {
            <text key={chip.expert} class="chip__weight" x={n(left + width / 2.0)} y={n(y - 4.0)} text-anchor="middle" font-size={n(layout.font - 0.5)}>
                { weight }
            </text>
        })
    };
    html! { <g aria-hidden="true">{ for props.chips.iter().enumerate().filter_map(label) }</g> }
}

fn score(props: &Props, y: f64) -> Html {
    let Some(score) = &props.score else { return Html::default() };
    let layout = &props.layout;
    let (base, font) = (y + layout.size / 2.0 + layout.font * 0.36, n(layout.font));
    let state = match score.kept {
        Some(true) => Some("score--kept"),
        Some(false) => Some("score--out"),
        None => None,
    };
    let room = if layout.roomy { 46.0 } else { 0.0 };
    let x = layout.width - room;
    html! {
        <g class={classes!("score", state)} aria-hidden="true">
            if layout.roomy {
                <rect class="score__bar" x={n(x + 4.0)} y={n(y + layout.size / 2.0 - 3.0)} width={n((room - 4.0) * score.share)} height="6" rx="1" />
            }
            <text class="score__text" x={n(x - if layout.roomy { 2.0 } else { 0.0 })} y={n(base)} text-anchor="end" font-size={font}>{ &score.text }</text>
        </g>
    }
}

/// A row of the grid: head, experts, weights, score.
#[component]
pub fn ChipLine(props: &Props) -> Html {
    let layout = &props.layout;
    let Some(line) = layout.lines.get(props.at) else { return Html::default() };
    let base = n(line.y + layout.size / 2.0 + layout.font * 0.36);
    html! {
        <g class="line" role="row">
            if !props.head.is_empty() {
                <text class="line__head" x="0" y={base} font-size={n(layout.font)} aria-hidden="true">{ &props.head }</text>
            }
            { for props.chips.iter().enumerate().map(|at| chip(props, at, line.y)) }
            { weights(props, line.y) }
            { score(props, line.y) }
        </g>
    }
}
