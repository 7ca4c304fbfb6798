//! One line of experts, drawn anew only when something in it changes.

use std::rc::Rc;

use yew::prelude::*;

use super::chips::{Chip, Look};
use super::layout::Layout;
use crate::decimal::hundredths;
use crate::ui::{Attributes, element, group, text, written};

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
    #[prop_or_default]
    pub focus: Option<(usize, AttrValue)>,
    /// Whether it is only looked at.
    #[prop_or_default]
    pub still: bool,
}

fn n(x: f64) -> AttrValue {
    written(hundredths(x))
}

fn share(whole: u8) -> AttrValue {
    written(hundredths(f64::from(whole) / 100.0))
}

fn square(class: &'static str, x: f64, y: f64, side: f64, shade: Option<u8>, edge: Option<u8>) -> Html {
    let mut attributes: Attributes = vec![
        ("class", class.into()),
        ("x", n(x)),
        ("y", n(y)),
        ("width", n(side)),
        ("height", n(side)),
        ("rx", n((side * 0.18).min(4.0))),
    ];
    if let Some(shade) = shade {
        attributes.push(("fill-opacity", share(shade)));
    }
    if let Some(edge) = edge {
        attributes.push(("stroke-opacity", share(edge)));
    }
    element("rect", attributes, Vec::new())
}

/// The mark of one expert within its square.
fn mark(chip: &Chip, x: f64, y: f64, size: f64) -> Html {
    let inset = |by: f64| (x + by, y + by, size - 2.0 * by);
    if chip.look == Look::Out {
        // Smaller, not only paler: seen without colour.
        let (x, y, side) = inset(size * 0.28);
        return square("chip__mark chip__mark--out", x, y, side, None, None);
    }
    if chip.hollow {
        let (x, y, side) = inset(size * 0.12);
        return square("chip__mark chip__mark--hollow", x, y, side, None, Some(chip.fill));
    }
    let chosen = chip.look == Look::Chosen;
    let class = match (chosen, chip.edge.is_some()) {
        (false, false) => "chip__mark",
        (true, false) => "chip__mark chip__mark--chosen",
        (false, true) => "chip__mark chip__mark--edged",
        (true, true) => "chip__mark chip__mark--chosen chip__mark--edged",
    };
    let (x, y, side) = inset(if chip.edge.is_some() { 0.75 } else { 0.0 });
    square(class, x, y, side, (!chosen).then_some(chip.fill), chip.edge)
}

/// Sums and hands: what is counted, what would have been chosen, whose bias was set.
fn extras(chip: &Chip, x: f64, y: f64, size: f64) -> Html {
    let ring = |class: &'static str| square(class, x - 1.5, y - 1.5, size + 3.0, None, None);
    let mut marks = Vec::new();
    if chip.look == Look::Chosen {
        marks.push(ring("chip__ring"));
    }
    if chip.missed {
        marks.push(ring("chip__missed"));
    }
    if chip.counted {
        let (x1, x2, y) = (n(x), n(x + size), n(y + size + 3.0));
        let ends = vec![("class", "chip__counted".into()), ("x1", x1), ("x2", x2), ("y1", y.clone()), ("y2", y)];
        marks.push(element("line", ends, Vec::new()));
    }
    if let Some(up) = chip.by_hand {
        let path = arrow(x + size / 2.0, y + size / 2.0, if up { -1.0 } else { 1.0 });
        marks.push(element("path", vec![("class", "chip__hand".into()), ("d", written(path))], Vec::new()));
    }
    group(marks)
}

fn arrow(x: f64, y: f64, down: f64) -> String {
    let point = |x: f64, y: f64| [&n(x), " ", &n(y)].concat();
    let (left, right, tip) = (point(x - 3.0, y - 1.6 * down), point(x + 3.0, y - 1.6 * down), point(x, y + 2.6 * down));
    ["M", &left, "L", &right, "L", &tip, "Z"].concat()
}

fn chip(props: &Props, (place, chip): (usize, &Chip), y: f64) -> Html {
    let layout = &props.layout;
    let (x, size) = (layout.left + place as f64 * layout.pitch, layout.size);
    if props.still {
        return group(vec![mark(chip, x, y, size), extras(chip, x, y, size)]);
    }
    let number = written(chip.expert.to_string());
    let focus = props.focus.as_ref().filter(|(expert, _)| *expert == chip.expert);
    let label: AttrValue = match (focus, &chip.weight) {
        (Some((_, spoken)), _) => spoken.clone(),
        (None, Some(weight)) => written([&number, ", ", weight].concat()),
        (None, None) => number.clone(),
    };
    let ring = match focus {
        Some(_) => square("chip__focus", x - 3.5, y - 3.5, size + 7.0, None, None),
        None => Html::default(),
    };
    let body = group(vec![mark(chip, x, y, size), extras(chip, x, y, size), ring]);
    html! {
        <g key={chip.expert} class="chip" role="gridcell" data-e={number} tabindex={if focus.is_some() { "0" } else { "-1" }} aria-label={label}>
            { body }
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
                { text(written(weight.clone())) }
            </text>
        })
    };
    let labels = group(props.chips.iter().enumerate().filter_map(label).collect());
    element("g", vec![("aria-hidden", "true".into()), ("data-term", "sum".into())], vec![labels])
}

fn score(props: &Props, y: f64) -> Html {
    let Some(score) = &props.score else { return Html::default() };
    let layout = &props.layout;
    let (base, font) = (y + layout.size / 2.0 + layout.font * 0.36, n(layout.font));
    let class = match score.kept {
        Some(true) => "score score--kept",
        Some(false) => "score score--out",
        None => "score",
    };
    let room = if layout.roomy { 46.0 } else { 0.0 };
    let x = layout.width - room;
    let bar = || {
        let attributes = vec![
            ("class", "score__bar".into()),
            ("x", n(x + 4.0)),
            ("y", n(y + layout.size / 2.0 - 3.0)),
            ("width", n((room - 4.0) * score.share)),
            ("height", "6".into()),
            ("rx", "1".into()),
        ];
        element("rect", attributes, Vec::new())
    };
    let attributes = vec![
        ("class", "score__text".into()),
        ("x", n(x - if layout.roomy { 2.0 } else { 0.0 })),
        ("y", n(base)),
        ("text-anchor", "end".into()),
        ("font-size", font),
    ];
    let number = element("text", attributes, vec![text(score.text.clone())]);
    let bar = if layout.roomy { bar() } else { Html::default() };
    let group = vec![("class", class.into()), ("aria-hidden", "true".into()), ("data-term", "score".into())];
    element("g", group, vec![bar, number])
}

/// A row of the grid: head, experts, weights, score.
#[component]
pub fn ChipLine(props: &Props) -> Html {
    let layout = &props.layout;
    let Some(line) = layout.lines.get(props.at) else { return Html::default() };
    let base = n(line.y + layout.size / 2.0 + layout.font * 0.36);
    let head = || {
        let attributes = vec![
            ("class", "line__head".into()),
            ("x", "0".into()),
            ("y", base),
            ("font-size", n(layout.font)),
            ("aria-hidden", "true".into()),
        ];
        element("text", attributes, vec![text(props.head.clone())])
    };
    let head = if props.head.is_empty() { Html::default() } else { head() };
    let chips = group(props.chips.iter().enumerate().map(|at| chip(props, at, line.y)).collect());
    let row = vec![head, chips, weights(props, line.y), score(props, line.y)];
    let mut attributes: Attributes = vec![("class", "line".into())];
    if !props.still {
        attributes.push(("role", "row".into()));
    }
    element("g", attributes, row)
}
