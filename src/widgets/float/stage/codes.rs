//! Every code as a grid: the darker, the farther from zero.

use yew::prelude::*;

use super::super::Action;
use super::super::names::{class_name, code_name, label};
use super::super::page::{Page, cell, term};
use super::Seen;
use super::marks::anchored;
use super::scale::{across, em};
use crate::decimal::shortest;
use crate::i18n::{self, fill, integer};
use crate::numerics::format::Class;
use crate::ui::{CellGrid, element, group, part, written};

/// Left and upper end of the cells.
const LEFT: f64 = 0.07;
const TOP: f64 = 2.6;
/// Height of a row, in em.
const ROW: f64 = 1.5;
/// Steps of darkness.
const SHADES: usize = 6;

/// Height, in em.
pub fn height(page: &Page) -> f64 {
    TOP + ROW * f64::from(page.rows())
}

/// How a cell looks: its sign and darkness, or that it is no number.
#[derive(Clone, Copy, PartialEq)]
enum Look {
    Number { negative: bool, shade: usize },
    Zero,
    Infinity,
    Nan,
}

/// Magnitudes between which the darkness runs.
fn range(page: &Page) -> (f64, f64) {
    let sizes = || page.codes().map(|code| f64::abs(page.format.decode(code))).filter(|x| *x > 0.0 && x.is_finite());
    (sizes().fold(f64::INFINITY, f64::min), sizes().fold(0.0, f64::max))
}

fn look(page: &Page, (least, most): (f64, f64), code: u32) -> Look {
    let value = page.format.decode(code);
    match page.format.class(code) {
        Class::Zero => Look::Zero,
        Class::Infinity => Look::Infinity,
        Class::Nan => Look::Nan,
        Class::Subnormal | Class::Normal => {
            let way = libm::log2(f64::abs(value) / least) / libm::log2(most / least);
            let way = if way.is_finite() { way } else { 1.0 };
            let shade = (way * SHADES as f64) as usize;
            Look::Number { negative: value < 0.0, shade: shade.min(SHADES - 1) }
        }
    }
}

/// A cell with a gap around it, as a path in units of a cell.
fn square(page: &Page, at: u32) -> String {
    let (column, row) = (at % page.columns, at / page.columns);
    let place = |n: u32| shortest(f64::from(n) + 0.05);
    ["M", &place(column), " ", &place(row), "h.9v.9h-.9z"].concat()
}

fn slashed(page: &Page, at: u32) -> String {
    let (column, row) = ((at % page.columns).to_string(), (at / page.columns).to_string());
    ["M", &column, ".2 ", &row, ".8l.6-.6"].concat()
}

fn slashed_back(page: &Page, at: u32) -> String {
    let (column, row) = ((at % page.columns).to_string(), (at / page.columns).to_string());
    ["M", &column, ".2 ", &row, ".2l.6 .6"].concat()
}

fn shape(class: &'static str, opacity: Option<f64>, d: String) -> Html {
    let mut attributes = vec![("class", AttrValue::Static(class)), ("d", written(d))];
    attributes.extend(opacity.map(|opacity| ("fill-opacity", written(shortest(opacity)))));
    element("path", attributes, Vec::new())
}

/// All cells as a few paths.
fn cells(page: &Page) -> Vec<Html> {
    let range = range(page);
    let looks: Vec<Look> = page.codes().map(|code| look(page, range, code)).collect();
    let all = |holds: &dyn Fn(&Look) -> bool, mark: fn(&Page, u32) -> String| -> String {
        (0..page.count).zip(&looks).filter(|(_, look)| holds(look)).map(|(at, _)| mark(page, at)).collect()
    };
    let mut drawn = Vec::new();
    for negative in [false, true] {
        let class = if negative { "codes__below" } else { "codes__above" };
        for shade in 0..SHADES {
            let d = all(&|look| *look == Look::Number { negative, shade }, square);
            drawn.push(shape(class, Some(0.14 + 0.17 * shade as f64), d));
        }
    }
    drawn.push(shape("codes__edge", None, all(&|look| !matches!(look, Look::Number { .. }), square)));
    drawn.push(shape("codes__cross", None, all(&|look| matches!(look, Look::Nan | Look::Infinity), slashed)));
    drawn.push(shape("codes__cross", None, all(&|look| *look == Look::Nan, slashed_back)));
    let codes = page.codes().zip(0..);
    let subnormal = codes.filter(|(code, _)| page.format.class(*code) == Class::Subnormal);
    drawn.push(shape("codes__subnormal", None, subnormal.map(|(_, at)| square(page, at)).collect()));
    drawn
}

/// The digits beside rows and above columns, and what the other marks mean.
fn heads(view: &Seen, page: &Page) -> Vec<Html> {
    let text_of = i18n::float(view.lang);
    let width = (1.0 - LEFT) / f64::from(page.columns);
    let name = |code: u32| code_name(page.format, code);
    let caption = if page.whole() {
        fill(text_of.codes_all_drawn, &[("count", &integer(page.count.into()))])
    } else {
        fill(text_of.codes_some_drawn, &[("count", &integer(page.count.into())), ("first", &name(page.first))])
    };
    let mut drawn = vec![anchored(0.0, 1.0, "start", "lines__caption", caption)];
    // Rows and columns are digits of their own only where a row has sixteen codes.
    let digit = |n: u32| char::from_digit(n, 16).unwrap_or('0').to_ascii_uppercase().to_string();
    if page.columns == 16 {
        drawn.extend((0..16).map(|column| {
            anchored(LEFT + (f64::from(column) + 0.5) * width, TOP - 0.3, "middle", "codes__head", digit(column))
        }));
    }
    let row = |row: u32| {
        let first = name(page.code(row * page.columns));
        let shown = if page.columns == 16 { [&first[..first.len() - 1], "_"].concat() } else { first };
        // The beginning is the same in every row.
        let tail = shown.trim_start_matches("0x");
        let tail = &tail[tail.len().saturating_sub(3)..];
        anchored(LEFT - 0.012, TOP + ROW * (f64::from(row) + 0.72), "end", "codes__head", tail.to_owned())
    };
    drawn.extend((0..page.rows()).map(row));
    drawn
}

/// The grid.
pub fn draw(view: &Seen) -> Html {
    let (texts, landing) = (i18n::float(view.lang), &view.model.landing);
    let page = Page::of(landing);
    let mut marks = cells(&page);
    if let Some(lit) = cell(view.lit).filter(|lit| *lit < page.count) {
        marks.push(shape("codes__lit", None, square(&page, lit)));
    }
    let light = view.light.reform(|cell: Option<usize>| cell.and_then(term));
    let grid = CellGrid {
        label: fill(texts.codes_grid, &[("count", &integer(page.count.into()))]).into(),
        id: view.id.clone(),
        columns: page.columns as usize,
        count: page.count as usize,
        at: (landing.code - page.first) as usize,
        name: said(view, landing.code).into(),
        place: [across(LEFT), em(TOP), across(1.0 - LEFT), em(ROW * f64::from(page.rows()))],
        marks: group(marks),
        on_hover: light,
        on_edit: view.edit(move |cell| Action::Code(page.code(u32::try_from(cell).unwrap_or(0)))),
        on_move: view.act.reform(|by| crate::ui::Edit::done(Action::Move(by))),
    };
    group([heads(view, &page), vec![grid.view()]].concat())
}

/// `0x1D = 0.1015625, normal`.
fn said(view: &Seen, code: u32) -> String {
    let (texts, format) = (i18n::float(view.lang), view.model.landing.format);
    let class = class_name(format.class(code), format, texts);
    let (name, value) = (code_name(format, code), label(format.decode(code)));
    fill(texts.code_said, &[("code", &name), ("value", &value), ("class", class)])
}

/// The code that is pointed at, else the present one; and what the other marks mean.
pub fn caption(view: &Seen) -> Html {
    let texts = i18n::float(view.lang);
    let page = Page::of(&view.model.landing);
    let code = cell(view.lit).filter(|lit| *lit < page.count).map_or(view.model.landing.code, |lit| page.code(lit));
    let now = part("strong", "codes__said", vec![crate::ui::text(said(view, code).into())]);
    part("p", "codes__key", vec![now, crate::ui::text(texts.codes_key.into())])
}

/// The number that is pointed at, on both lines of the overview.
pub fn pointed(view: &Seen) -> Option<f64> {
    let page = Page::of(&view.model.landing);
    let lit = cell(view.lit).filter(|lit| *lit < page.count)?;
    Some(page.format.decode(page.code(lit))).filter(|value| value.is_finite())
}
