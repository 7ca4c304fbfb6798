//! The scaled numbers over the format's codes, by powers of two; the handle moves all scales.

use std::rc::Rc;

use yew::prelude::*;

use crate::decimal::shortest;
use crate::i18n::{self, fill, significant};
use crate::numerics::scaling::{OCTAVES, TOP_OCTAVE};
use crate::ui::{Scrubber, group};
use crate::widgets::View;
use crate::widgets::marks::{Anchor, path, px, rectangle, text, twin_drawing, upright};
use crate::widgets::scaling::Scaling;
use crate::widgets::scaling::model::Stored;
use crate::widgets::scaling::names;
use crate::widgets::scaling::state::{Action, SHIFT_STEPS, SHIFTS};

/// Sizes of a drawing, in its own units: about a CSS pixel each.
#[derive(Clone, Copy, PartialEq)]
pub struct Layout {
    width: f64,
    wide: bool,
}

pub const WIDE: Layout = Layout { width: 258.0, wide: true };
pub const NARROW: Layout = Layout { width: 150.0, wide: false };

/// Where the numbers stand, and where the codes hang from.
const LINE: f64 = 78.0;
/// Height of the fullest octave.
const TALL: f64 = 52.0;
/// Depth of 64 codes.
const DEEP: f64 = 26.0;
const HEIGHT: f64 = 126.0;

/// Where a power of two, as a multiple of the largest value, stands.
fn x(layout: Layout, power: f64) -> f64 {
    let place = (power + TOP_OCTAVE as f64 + 1.0) / OCTAVES as f64;
    place.clamp(0.0, 1.0) * layout.width
}

/// Bars, one an octave; a share below zero hangs down.
fn bars(layout: Layout, heights: impl Iterator<Item = f64>) -> String {
    let width = layout.width / OCTAVES as f64;
    let bar = |(at, height): (usize, f64)| {
        let top = if height < 0.0 { LINE + 1.0 } else { LINE - height };
        rectangle((width * at as f64 + 0.5, top), width - 1.0, height.abs())
    };
    heights.enumerate().filter(|(_, height)| *height != 0.0).map(bar).collect()
}

fn handle(view: &View<Scaling>, stored: &Stored, layout: Layout) -> Html {
    let text = i18n::scaling(view.lang);
    let (low, high) = SHIFTS;
    let shift = view.state.scale_shift;
    let (from, to) = (x(layout, -high), x(layout, -low));
    let count = ((high - low) * SHIFT_STEPS) as usize;
    let places = (0..=count).map(|at| at as f64 / count as f64).collect();
    let pick = move |at: usize| Action::Shift(high - at as f64 / SHIFT_STEPS);
    let format = names::format(text, stored.way.format);
    let scrubber = Scrubber {
        label: fill(text.scale_shift, &[("format", format)]).into(),
        shown: fill(text.shifted, &[("powers", &shortest(shift))]).into(),
        at: libm::round((high - shift) * SHIFT_STEPS) as usize,
        places: Rc::new(places),
        span: (from, to - from),
        depth: (LINE - TALL, TALL + DEEP),
        handle: (x(layout, -shift), LINE),
        on_hover: Callback::noop(),
        on_edit: view.edit(pick),
    };
    scrubber.view()
}

/// One side's numbers and codes.
pub fn draw(view: &View<Scaling>, stored: &Stored, layout: Layout) -> Html {
    let texts = i18n::scaling(view.lang);
    let format = stored.way.format.format();
    let most = stored.octaves.numbers.iter().copied().max().unwrap_or(1).max(1);
    let numbers = stored.octaves.numbers.iter().map(|count| {
        let height = f64::from(*count) / f64::from(most) * TALL;
        if *count > 0 { height.max(1.0) } else { 0.0 }
    });
    let codes = stored.octaves.codes.iter().map(|count| -libm::log2(1.0 + f64::from(*count)) / 6.0 * DEEP);
    let zero = libm::log2(0.5 * format.ulp(0.0) / format.max_finite());
    let (edge, top) = (x(layout, zero), x(layout, 0.0));
    let largest = fill(texts.largest_value, &[("value", &significant(format.max_finite(), 6))]);
    let zeros = edge > 60.0;
    let mut body = vec![
        path("comb__zero", rectangle((0.0, LINE - TALL - 4.0), edge, TALL + DEEP + 4.0)),
        path("comb__over", rectangle((top, LINE - TALL - 4.0), layout.width - top, TALL + DEEP + 4.0)),
        path("comb__numbers", bars(layout, numbers)),
        path("comb__codes", bars(layout, codes)),
        path("mark-axis", ["M0 ", &px(LINE), "H", &px(layout.width)].concat()),
        path("comb__edge", upright(top, LINE - TALL - 4.0, LINE + DEEP)),
        text((layout.width, HEIGHT - 6.0), Anchor::End, "comb__quiet", largest),
    ];
    if layout.wide {
        body.push(text((0.0, 12.0), Anchor::Start, "comb__quiet", texts.head_comb));
    }
    if zeros {
        body.push(text((5.0, LINE - TALL + 10.0), Anchor::Start, "comb__quiet", texts.becomes_zero));
    }
    if view.state.scale_shift < 0.0 {
        body.push(text((0.0, HEIGHT - 6.0), Anchor::Start, "comb__quiet", texts.too_large));
    }
    body.push(handle(view, stored, layout));
    let class = if layout.wide { "comb comb--wide" } else { "comb comb--narrow" };
    twin_drawing(class, texts.head_comb, (layout.width, HEIGHT), vec![group(body)], view.live)
}
