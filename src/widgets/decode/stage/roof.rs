//! The roofline: what memory and arithmetic allow, and where each kind of attention stands.

use yew::prelude::*;

use crate::i18n::{fill, significant};
use crate::numerics::models::CacheKind;
use crate::state::Choice as _;
use crate::ui::{Axis, Line, Plot, PlotHeight, Point, Rule};
use crate::widgets::View;
use crate::widgets::decode::Decode;
use crate::widgets::decode::names::Names;
use crate::widgets::decode::words::term;

/// Operations a byte, from end to end.
const X: (f64, f64) = (0.5, 65_536.0);
/// 10¹² operations a second, from end to end.
const Y: (f64, f64) = (0.5, 4000.0);

/// Marks on either axis.
const TICKS: [f64; 4] = [1.0, 10.0, 100.0, 1000.0];

fn axis((low, high): (f64, f64), label: &'static str) -> Axis {
    let marks = TICKS.iter().map(|tick| (*tick, significant(*tick, 4).into()));
    Axis { low, high, log: true, ticks: marks.collect(), label: label.into() }
}

/// The slope of a bandwidth (10⁹ bytes a second) up to a rate (10¹² operations a second), and on along it.
fn roof(bandwidth_gbs: u32, tflops: u32) -> Vec<(f64, f64)> {
    let (slope, peak) = (f64::from(bandwidth_gbs) / 1e3, f64::from(tflops));
    vec![(X.0, X.0 * slope), (peak / slope, peak), (X.1, peak)]
}

fn lines(view: &View<Decode>, names: Names) -> Vec<Line> {
    let gpu = view.model.gpu;
    let name = fill(names.text.roof_line, &[("gpu", names.gpu(gpu))]);
    let line = |label: String, class, points, lit, hover| Line { label: label.into(), class, points, lit, hover };
    let lit = view.lit == Some(term::BALANCE);
    let peak = roof(gpu.bandwidth_gbs, gpu.bf16_tflops.unwrap_or(0).max(1));
    let mut lines = vec![line(name, "decode__roof", peak, lit, Some(view.hover(term::BALANCE)))];
    if let Some(tflops) = gpu.throttled_tflops() {
        let label = fill(names.text.roof_throttled, &[("throttled", &tflops.to_string())]);
        let lit = view.lit == Some(term::BEND);
        let lower = roof(gpu.bandwidth_gbs, tflops);
        lines.push(line(label, "decode__throttled", lower, lit, Some(view.hover(term::BEND))));
    }
    lines
}

fn point(view: &View<Decode>, names: Names, kind: CacheKind) -> Point {
    let computed = &view.model;
    let (decode, chosen) = (computed.decode(kind), kind == view.state.attention);
    let flop = names.rate(decode.flop_per_byte());
    let heads = decode.shape.heads.to_string();
    let label = fill(names.text.point, &[("kind", names.kind(kind)), ("heads", &heads), ("flop", &flop)]);
    Point {
        at: (decode.flop_per_byte(), computed.attainable_tflops(kind)),
        class: if chosen { "decode__point decode__point--chosen" } else { "decode__point" },
        label: label.into(),
        lit: chosen && view.lit == Some(term::FLOP),
    }
}

/// The plot.
pub fn draw(view: &View<Decode>) -> Html {
    let names = Names::new(view.lang);
    let balance = view.model.balance;
    Plot {
        label: fill(names.text.plot_label, &[("gpu", names.gpu(view.model.gpu))]).into(),
        x: axis(X, names.text.axis_x),
        y: axis(Y, names.text.axis_y),
        lines: lines(view, names),
        band: None,
        rules: vec![Rule {
            label: fill(names.text.ridge, &[("balance", &names.rate(balance))]).into(),
            at: balance,
            upright: true,
        }],
        points: CacheKind::ALL.iter().map(|kind| point(view, names, *kind)).collect(),
        cut: None,
        height: PlotHeight::Tall,
    }
    .view()
}
