//! What each order costs, on one scale.

use crate::i18n::{bytes, fill};
use crate::numerics::attention::{Lane, Order};
use crate::ui::{group, part};
use crate::widgets::View;
use crate::widgets::absorption::Absorption;
use crate::widgets::absorption::names::Names;
use crate::widgets::absorption::words::term;
use crate::widgets::marks::{Anchor, lit_path, rectangle, text};
use crate::widgets::sketch::{Layout, Part};

/// From one bar to the next.
const STEP: f64 = 36.0;
/// A bar.
const HEIGHT: f64 = 12.0;
/// Narrowest bar, so that it is seen.
const LEAST: f64 = 1.0;

struct Bar {
    name: String,
    macs: u64,
    term: &'static str,
    class: &'static str,
}

fn bars(view: &View<Absorption>, names: Names) -> [Bar; 3] {
    let (work, text) = (view.model.work, names.text);
    let times = work.bytes_read_unfolded() as f64 / work.bytes_read() as f64;
    let turned = work.lane == Lane::OnCompressed;
    let class = |order: Order, chosen: &'static str, other: &'static str| {
        if view.state.order == order { chosen } else { other }
    };
    [
        Bar {
            name: text.bar_expand.into(),
            macs: work.macs_expand(),
            term: term::EXPAND,
            class: class(Order::Expand, "absorb__bar absorb__bar--chosen", "absorb__bar"),
        },
        Bar {
            name: if turned { text.bar_turned } else { text.bar_absorb }.into(),
            macs: work.macs_absorb(),
            term: term::ABSORB,
            class: class(Order::Absorb, "absorb__bar absorb__bar--chosen", "absorb__bar"),
        },
        Bar {
            name: fill(text.bar_kept, &[("times", &names.times(times))]),
            macs: work.macs_unfolded(),
            term: "kept",
            class: "absorb__bar absorb__bar--kept",
        },
    ]
}

/// Three bars; the longest fills the drawing.
pub fn draw(view: &View<Absorption>, layout: Layout) -> Part {
    let (names, work) = (Names::new(view.lang), view.model.work);
    let bars = bars(view, names);
    let most = bars.iter().map(|bar| bar.macs).max().unwrap_or(1).max(1) as f64;
    let head = layout.pick(names.text.bars_head, names.text.bars_head_short);
    let head = fill(head, &[("queries", &names.queries(work.queries)), ("cached", &names.cached(work.cached))]);
    let mut body = vec![text((0.0, 12.0), Anchor::Start, "sketch__head", head)];
    for (at, bar) in bars.into_iter().enumerate() {
        let y = 20.0 + STEP * at as f64;
        let width = (bar.macs as f64 / most * layout.width).max(LEAST);
        let read = if bar.term == "kept" { work.bytes_read_unfolded() } else { work.bytes_read() };
        let read = bytes(read as f64, 3, crate::i18n::Scale::Decimal);
        let value = if layout.wide {
            fill(names.text.bar_value, &[("macs", &names.macs(bar.macs)), ("bytes", &read)])
        } else {
            names.macs(bar.macs)
        };
        body.push(text((0.0, y + 12.0), Anchor::Start, "sketch__label", bar.name));
        body.push(text((layout.width, y + 12.0), Anchor::End, "sketch__value", value));
        body.push(part(
            "g",
            bar.class,
            vec![lit_path(view, bar.term, "absorb__length", rectangle((0.0, y + 17.0), width, HEIGHT))],
        ));
    }
    Part { height: 20.0 + STEP * 3.0 - 5.0, body: group(body) }
}
