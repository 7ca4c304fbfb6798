//! One of the two ways: its errors and its scales as images, its numbers over its codes.

use yew::prelude::*;

use super::comb;
use crate::i18n::{self, fill, percent};
use crate::ui::{Heatmap, Ramp, group, part, words};
use crate::widgets::View;
use crate::widgets::scaling::Scaling;
use crate::widgets::scaling::names;
use crate::widgets::scaling::pictures::CHANNELS_A_CELL;
use crate::widgets::scaling::words::term;

/// Width over height of the errors, and of the scales beside them.
const RATIO: f64 = 2.4;
const SCALES_RATIO: f64 = 0.525;

/// The way at a position.
pub fn draw(view: &View<Scaling>, at: usize) -> Html {
    let text = i18n::scaling(view.lang);
    let Some(stored) = view.model.sides.get(at) else { return Html::default() };
    let tensor = &view.model.data.tensor;
    let way = names::way(text, stored.way);
    let flushed = percent(stored.quality.flushed, 3);
    let count = stored.scaled.scales.len();
    let picture = |label: String, rows: usize, columns: usize, bins, ratio: f64| {
        let heatmap = Heatmap {
            label: label.into(),
            rows,
            columns,
            bins,
            ramp: Ramp::Sequential,
            ratio,
            live: view.live,
            marks: Vec::new(),
            cursor: None,
            cursor_text: "".into(),
            on_cursor: None,
        };
        heatmap.view()
    };
    let errors = picture(
        fill(text.describe_error, &[("way", &way), ("flushed", &flushed)]),
        tensor.rows(),
        tensor.columns.div_ceil(CHANNELS_A_CELL),
        stored.errors.clone(),
        RATIO,
    );
    let across = stored.scaled.scale_columns.max(1);
    let scales = picture(
        fill(text.describe_scales, &[("way", &way), ("n", &count.to_string())]),
        count / across,
        across,
        stored.scales.clone(),
        SCALES_RATIO,
    );
    let images = part("div", "scale__images", vec![errors, scales]);
    // The same number stands in the sentence: they light together.
    let flushed_term = [term::FLUSHED, term::FLUSHED_BESIDE][at.min(1)];
    let place = ["{", flushed_term, "}"].concat();
    let under = fill(text.head_images, &[("flushed", &place), ("n", &count.to_string())]);
    let under = part("p", "scale__under", vec![view.sentence(&under, &[(flushed_term, flushed)])]);
    let class = if at == 0 { "scale__side scale__side--1" } else { "scale__side scale__side--2" };
    let combs = group(vec![comb::draw(view, stored, comb::WIDE), comb::draw(view, stored, comb::NARROW)]);
    part("div", class, vec![words("p", "scale__way", way.into()), images, under, combs])
}
