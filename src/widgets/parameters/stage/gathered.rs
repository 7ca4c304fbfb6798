//! What the tokens use, gathered: to the scale of the whole, and enlarged.

use yew::prelude::*;

use super::{Layout, tone};
use crate::decimal::hundredths;
use crate::i18n::fill;
use crate::numerics::models::{Part, Place};
use crate::ui::{group, part};
use crate::widgets::parameters::model::Computed;
use crate::widgets::parameters::names::Names;
use crate::widgets::parameters::words::term;
use crate::widgets::svg::{Anchor, path, rectangle, text, width_of};

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

/// Name and share under a bar, as much as there is room for.
fn labels(computed: &Computed, names: &Names, part: Part, lit: u64, (x, width): (f64, f64)) -> Vec<Html> {
    let share = names.share(lit, computed.touched);
    let middle = x + width / 2.0;
    let fits = |words: &str| width_of(words, SIZE) <= width - 2.0;
    let mut drawn = Vec::new();
    if fits(&share) {
        drawn.push(text(middle, LARGE.0 + 17.0, Anchor::Middle, "params__on", share));
    }
    let name = if part == Part::InputEmbedding { names.text.tied_embedding } else { names.part(part) };
    if fits(name) {
        drawn.push(text(middle, LARGE.0 + LARGE.1 + 15.0, Anchor::Middle, "params__quiet", name));
    }
    drawn
}

/// The bars with their heading.
pub fn draw(computed: &Computed, names: &Names, layout: Layout, lit: Option<&'static str>, tokens: u32) -> Html {
    let width = layout.width;
    let (total, touched) = (computed.parameters.total(), computed.touched);
    let length = width * touched as f64 / total as f64;
    let sentence = if tokens == 1 { names.text.gathered } else { names.text.gathered_many };
    let values = [
        ("tokens", names.whole(u64::from(tokens))),
        ("lit", names.count(touched)),
        ("total", names.count(total)),
        ("share", names.share(touched, total)),
    ];
    let head = fill(sentence, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    let small = |(_, _, at, size): &(Part, u64, f64, f64)| rectangle(length * at, BAR.0, length * size, BAR.1);
    let from_to = [length, LARGE.0 - 2.0, width, BAR.0 + BAR.1 + 1.0].map(hundredths);
    let [end, low, right, high] = from_to;
    let fan = ["M0 ", &high, "L", &end, " ", &high, "L", &right, " ", &low, "L0 ", &low, "z"].concat();
    let mut drawn = vec![
        text(0.0, 12.0, Anchor::Start, "params__head", head),
        path("params__frame", rectangle(0.0, BAR.0, width, BAR.1)),
        path("params__fan", fan),
    ];
    for one in in_use(computed) {
        let (of, count, at, size) = one;
        let lit = lit.is_some_and(|lit| matches!(lit, term::ACTIVE | term::TOUCHED) || term::part(lit) == Some(of));
        let class = if lit { "params__lit lit" } else { "params__lit" };
        let gap = if width * size > 3.0 { 1.0 } else { 0.0 };
        let large = rectangle(width * at, LARGE.0, width * size - gap, LARGE.1);
        let mut body = vec![path(class, small(&one)), path(class, large)];
        body.extend(labels(computed, names, of, count, (width * at, width * size)));
        drawn.push(part("g", tone(of), body));
    }
    group(drawn)
}
