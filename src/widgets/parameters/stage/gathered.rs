//! What the tokens use, gathered: to the scale of the whole, and enlarged.

use yew::prelude::*;

use super::{Layout, tone};
use crate::decimal::hundredths;
use crate::i18n::fill;
use crate::numerics::models::{Part, Place};
use crate::ui::{group, part};
use crate::widgets::marks::{Anchor, path, rectangle, text, width_of};
use crate::widgets::order::ordered;
use crate::widgets::parameters::model::Computed;
use crate::widgets::parameters::names::Names;
use crate::widgets::parameters::words::term;

/// Height of everything.
pub const HEIGHT: f64 = 104.0;
/// The bar to scale.
const BAR: (f64, f64) = (20.0, 10.0);
/// The enlarged bar.
const LARGE: (f64, f64) = (52.0, 26.0);
/// Size of a label.
const SIZE: f64 = 12.0;

/// Parts in use, in the order of the icicle: left end and width of each, as fractions of all that is in use.
fn in_use(computed: &Computed) -> Vec<(Part, u64, f64, f64)> {
    let mut before = 0;
    let all = computed.touched.max(1) as f64;
    let mut parts = Vec::new();
    for part in Part::ALL {
        let lit = computed.lit_in(Place::Part(part));
        if lit > 0 {
            parts.push((part, lit, before as f64 / all, lit as f64 / all));
            before += lit;
        }
    }
    parts
}

/// Names under the enlarged bar, the largest parts first, as long as none covers another.
fn part_names(names: &Names, parts: &[(Part, u64, f64, f64)], width: f64) -> Html {
    let mut taken: Vec<(f64, f64)> = Vec::new();
    let mut drawn = Vec::new();
    for (part, _, at, size) in ordered(parts.iter().copied(), |a, b| a.1 > b.1) {
        let name = match part {
            Part::InputEmbedding => names.text.tied_embedding,
            part if size > 0.3 => names.part(part),
            part => names.part_short(part),
        };
        let half = 0.5 * width_of(name, SIZE);
        let middle = (width * (at + 0.5 * size)).max(half).min(width - half);
        let free = taken.iter().all(|(from, to)| middle - half > to + 4.0 || middle + half < from - 4.0);
        if size > 0.02 && free {
            taken.push((middle - half, middle + half));
            drawn.push(text((middle, LARGE.0 + LARGE.1 + 15.0), Anchor::Middle, "params__quiet", name));
        }
    }
    group(drawn)
}

/// The bars with their heading.
pub fn draw(computed: &Computed, names: &Names, layout: Layout, lit: Option<&'static str>, tokens: u32) -> Html {
    let width = layout.width;
    let (total, touched) = (computed.parameters.total(), computed.touched);
    let length = width * touched as f64 / total as f64;
    let sentence = match (layout.wide, tokens) {
        (false, _) => names.text.gathered_short,
        (true, 1) => names.text.gathered,
        (true, _) => names.text.gathered_many,
    };
    let values = [
        ("tokens", names.whole(u64::from(tokens))),
        ("lit", names.count(touched)),
        ("total", names.count(total)),
        ("share", names.share(touched, total)),
    ];
    let head = fill(sentence, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    let small = |(_, _, at, size): &(Part, u64, f64, f64)| rectangle((length * at, BAR.0), length * size, BAR.1);
    let from_to = [length, LARGE.0 - 2.0, width, BAR.0 + BAR.1 + 1.0].map(hundredths);
    let [end, low, right, high] = from_to;
    let fan = ["M0 ", &high, "L", &end, " ", &high, "L", &right, " ", &low, "L0 ", &low, "z"].concat();
    let mut drawn = vec![
        text((0.0, 12.0), Anchor::Start, "params__head", head),
        path("params__frame", rectangle((0.0, BAR.0), width, BAR.1)),
        path("params__fan", fan),
    ];
    let parts = in_use(computed);
    for one in parts.iter().copied() {
        let (of, count, at, size) = one;
        let lit = lit.is_some_and(|lit| matches!(lit, term::ACTIVE | term::TOUCHED) || term::part(lit) == Some(of));
        let class = if lit { "params__lit lit" } else { "params__lit" };
        let gap = if width * size > 3.0 { 1.0 } else { 0.0 };
        let large = rectangle((width * at, LARGE.0), width * size - gap, LARGE.1);
        let mut body = vec![path(class, small(&one)), path(class, large)];
        let share = names.share(count, touched);
        if width_of(&share, SIZE) < width * size - 4.0 {
            let middle = width * (at + 0.5 * size);
            body.push(text((middle, LARGE.0 + 17.0), Anchor::Middle, "params__on", share));
        }
        drawn.push(part("g", tone(of), body));
    }
    drawn.push(part_names(names, &parts, width));
    group(drawn)
}
