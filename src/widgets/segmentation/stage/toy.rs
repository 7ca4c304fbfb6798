//! How alike the toy's routed experts are, pair by pair, without and with shared experts.

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::fill;
use crate::ui::{Heatmap, Ramp, part, words, written};
use crate::widgets::View;
use crate::widgets::segmentation::Segmentation;
use crate::widgets::segmentation::names::Names;
use crate::widgets::segmentation::training::Run;
use crate::widgets::segmentation::words::term;

/// Likeness that gets the last colour.
const DARKEST: f64 = 0.5;

fn bins(run: &Run) -> Vec<u8> {
    run.likeness().cells.iter().map(|cell| Ramp::Sequential.bin(cell / DARKEST)).collect()
}

const fn head(names: &Names, shared: usize) -> &'static str {
    match shared {
        0 => names.text.shared_none,
        1 => names.text.shared_one,
        _ => names.text.shared_two,
    }
}

fn one(view: &View<Segmentation>, names: &Names, shared: usize, run: &Run) -> Html {
    let likeness = run.likeness();
    let mean = names.likeness(run.mean());
    let routed = run.sizes().routed.to_string();
    let label = fill(names.text.map_label, &[("shared", head(names, shared)), ("n", &routed), ("mean", &mean)]);
    let map = Heatmap {
        label: label.into(),
        rows: likeness.side,
        columns: likeness.side,
        bins: Rc::new(bins(run)),
        ramp: Ramp::Sequential,
        ratio: 1.0,
        live: view.live,
        marks: Vec::new(),
        cursor: None,
        cursor_text: "".into(),
        on_cursor: None,
    };
    let said = if run.mean().is_nan() {
        names.text.map_none.to_owned()
    } else {
        fill(names.text.map_mean, &[("mean", &mean), ("error", &names.error(run.error()))])
    };
    let compared = view.state.shared.clamp(1, 2) as usize;
    let lit =
        (shared == 0 && view.lit(term::WITHOUT).is_some()) || (shared == compared && view.lit(term::WITH).is_some());
    let chosen = view.model.shared as usize == shared;
    let class = if chosen { "toy__run toy__run--chosen" } else { "toy__run" };
    let said = words("p", if lit { "toy__said lit term" } else { "toy__said" }, written(said));
    part("div", class, vec![words("p", "toy__head", head(names, shared).into()), map.view(), said])
}

/// Three pictures.
pub fn draw(view: &View<Segmentation>) -> Html {
    let names = Names::new(view.lang);
    let runs = view.model.training.runs();
    let (grain, sizes) = (runs[0].likeness().grain, runs[0].sizes());
    let values = [
        ("n", (sizes.routed + sizes.shared).to_string()),
        ("k", (sizes.chosen + sizes.shared).to_string()),
        ("pairs", (grain * grain).to_string()),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let legend = if grain > 1 { names.text.toy_legend_grain } else { names.text.toy_legend };
    let maps = runs.iter().enumerate().map(|(shared, run)| one(view, &names, shared, run)).collect();
    let title = words("p", "toy__title", written(fill(names.text.toy_title, &values)));
    let legend = words("p", "toy__legend", written(fill(legend, &values)));
    part("div", "toy", vec![title, part("div", "toy__runs", maps), legend])
}
