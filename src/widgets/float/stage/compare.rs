//! The same x in another format, on the same scale.

use yew::prelude::*;

use super::super::cell::values_in;
use super::super::model::Landing;
use super::super::names::{format_name, label};
use super::marks::{anchored, dot, line, ticks};
use super::{Seen, rect};
use crate::i18n::{self, fill, percent};
use crate::ui::group;

/// Height of a row, in em.
pub const ROW: f64 = 2.9;
/// Denser grids are drawn as a band.
const MOST_TICKS: usize = 80;

/// One row: name, landed value and error above the format's grid around x.
pub fn draw(view: &Seen, other: &Landing, top: f64) -> Html {
    let text = i18n::float(view.lang);
    let window = view.model.cell.window();
    let axis = top + 2.3;
    let (low, high) =
        (window.at(other.format.min_finite()).clamp(0.0, 1.0), window.at(other.format.max_finite()).clamp(0.0, 1.0));
    let grid = match values_in(other.format, window, MOST_TICKS) {
        Some(values) => ticks(values.into_iter().map(|value| window.at(value)), axis - 0.6, 0.6, "lines__tick"),
        None => rect(low, high, axis - 0.6, 0.6, "lines__band"),
    };
    let (name, decoded) = (format_name(other.name, text), label(other.decoded));
    let (x, at) = (window.at(view.model.x).clamp(0.0, 1.0), window.at(other.decoded));
    let away = if at < 0.0 { -at } else { at - 1.0 };
    let error = percent(other.relative_error, 3);
    let error = if other.absolute_error == 0.0 {
        text.row_exact.to_owned()
    } else if away > 1.0 && away.is_finite() {
        fill(text.row_far, &[("error", &error), ("widths", &i18n::count(away, 2, view.lang))])
    } else {
        fill(text.row_error, &[("error", &error)])
    };
    let mut drawn = vec![
        anchored(0.0, top + 1.2, "start", "lines__value", fill(text.row, &[("format", name), ("decoded", &decoded)])),
        anchored(1.0, top + 1.2, "end", "lines__muted", error),
        line(0.0, axis, 1.0, axis, "mark-axis"),
        grid,
    ];
    if !at.is_nan() {
        drawn.push(line(x, axis, at.clamp(0.0, 1.0), axis, "lines__error"));
        if (0.0..=1.0).contains(&at) {
            drawn.push(dot(at, axis, "4", "lines__stop"));
        }
    }
    group(drawn)
}
