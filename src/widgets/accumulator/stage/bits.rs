//! The register and 32 products, bit by bit: what reaches the register, and what falls off.

use yew::prelude::*;

use super::{Layout, Part};
use crate::i18n::{self, fill, integer, percent};
use crate::numerics::accumulate::{GROUP, Line};
use crate::ui::group;
use crate::widgets::View;
use crate::widgets::accumulator::Accumulate;
use crate::widgets::accumulator::names::number;
use crate::widgets::accumulator::words::term;
use crate::widgets::marks::{Anchor, path, px, rectangle, text, upright};

/// Columns of bits, from the largest exponent downward.
const COLUMNS: i32 = 34;
/// Where the register's row begins, below the heading and the name of the line.
const TOP: f64 = 36.0;
/// Space between the register's rows and the products'.
const APART: f64 = 7.0;

/// Turns exponents and rows into places.
struct Grid {
    left: f64,
    cell: f64,
    row: f64,
    top: i32,
}

impl Grid {
    /// Left edge of the bit worth 2^`exponent`.
    fn x(&self, exponent: i32) -> f64 {
        self.left + f64::from((self.top - exponent).clamp(0, COLUMNS)) * self.cell
    }

    /// A square for the bit, in a row that begins at `y`.
    fn square(&self, exponent: i32, y: f64) -> String {
        rectangle((self.x(exponent) + 1.0, y + 1.0), self.cell - 2.0, self.row - 2.0)
    }

    fn exponents(&self) -> impl Iterator<Item = i32> + use<> {
        let top = self.top;
        (0..COLUMNS).map(move |column| top - column)
    }

    /// Squares of a line's ones: those that are kept, and those that fall off.
    fn ones(&self, line: Line, y: f64) -> [String; 2] {
        let squares = |lost: bool| {
            let here = |exponent: &i32| match (*exponent < line.last, lost) {
                (true, true) => line.bit(*exponent),
                (false, false) => line.kept_bit(*exponent),
                _ => false,
            };
            self.exponents().filter(here).map(|exponent| self.square(exponent, y)).collect::<String>()
        };
        [squares(false), squares(true)]
    }

    /// A line as long as the term's digits, from its first one to its last.
    fn extent(&self, line: Line, y: f64) -> String {
        let mut ones = self.exponents().filter(|exponent| line.bit(*exponent));
        let Some(first) = ones.next() else { return String::new() };
        let last = ones.last().unwrap_or(first);
        ["M", &px(self.x(first) + 1.0), " ", &px(y + 0.5 * self.row), "H", &px(self.x(last) + self.cell - 1.0)].concat()
    }
}

/// Where each row begins: the register, the products, the register afterwards.
fn rows(layout: Layout, count: usize) -> (f64, Vec<f64>, f64) {
    let first = TOP + layout.row + APART;
    let products: Vec<f64> = (0..count).map(|at| first + layout.row * at as f64).collect();
    (TOP, products, first + layout.row * GROUP as f64 + APART)
}

/// The edge behind the last bit that is kept, from row to row.
fn edge(grid: &Grid, lines: &[Line], rows: &[f64]) -> String {
    let mut drawn = String::new();
    for (line, y) in lines.iter().zip(rows) {
        let (x, end) = (px(grid.x(line.last - 1)), px(y + grid.row));
        let step = if drawn.is_empty() { ["M", &x, " ", &px(y - APART)] } else { ["H", &x, "", ""] };
        drawn.push_str(&[step.concat(), "V".into(), end].concat());
    }
    drawn
}

fn labels(view: &View<Accumulate>, layout: Layout, rows: &(f64, Vec<f64>, f64), first: usize) -> Vec<Html> {
    let texts = i18n::accumulator(view.lang);
    let beside = |y: f64, words: String| text((0.0, y + layout.row), Anchor::Start, "sum__quiet", words);
    let nth = |at: usize| integer((first + at) as u128);
    let last = rows.1.len().saturating_sub(1);
    vec![
        beside(rows.0 - 1.0, texts.row_register.into()),
        beside(rows.1.first().copied().unwrap_or(0.0), nth(0)),
        beside(rows.1.last().copied().unwrap_or(0.0), nth(last)),
        beside(rows.2, texts.row_after.into()),
    ]
}

/// What is written around the bits.
fn writing(view: &View<Accumulate>, layout: Layout, edge: f64, bottom: f64, first: usize) -> Vec<Html> {
    let texts = i18n::accumulator(view.lang);
    let group = &view.model.group;
    let at = view.state.shown() as usize - 1;
    let sum = view.model.run.get(at).map_or(0.0, |state| state.sum);
    let exact = view.model.exact_run.get(at).copied().unwrap_or(0.0);
    let head = if layout.wide { texts.head_bits } else { texts.head_bits_short };
    let (from, to) = (integer(first as u128), integer((first + group.lines.len().max(1) - 1) as u128));
    let step = group.lines.first().map_or(0.0, |line| libm::scalbn(1.0, line.last));
    let ends = fill(texts.ends, &[("step", &number(step))]);
    let (anchor, x) = if edge > 0.6 * layout.width { (Anchor::End, edge - 4.0) } else { (Anchor::Start, edge + 4.0) };
    let lost = fill(texts.legend_lost, &[("lost", &percent(group.ones_lost(), 2))]);
    let line = |row: f64| bottom + 16.0 * row;
    let right = layout.width;
    let swatch = |x: f64, y: f64| rectangle((x, y - 8.0), 8.0, 7.0);
    let far = if layout.wide { 170.0 } else { 90.0 };
    let sums = [fill(texts.sum_register, &[("sum", &number(sum))]), fill(texts.sum_exact, &[("sum", &number(exact))])];
    let [register, exact] = sums;
    let mut written = vec![
        text((0.0, 12.0), Anchor::Start, "sum__head", fill(head, &[("from", &from), ("to", &to)])),
        text((x, TOP - 4.0), anchor, "sum__strong", ends),
        path("sum__kept", swatch(layout.left, line(1.0))),
        text((layout.left + 13.0, line(1.0)), Anchor::Start, "sum__quiet", texts.legend_kept),
        path("sum__lost", swatch(layout.left + far, line(1.0))),
        text((layout.left + far + 13.0, line(1.0)), Anchor::Start, "sum__quiet", lost),
    ];
    if layout.wide {
        written.push(text((layout.left, line(2.2)), Anchor::Start, "sum__value", register));
        written.push(text((right, line(2.2)), Anchor::End, "sum__value", exact));
    } else {
        written.push(text((0.0, line(2.2)), Anchor::Start, "sum__value", register));
        written.push(text((0.0, line(3.2)), Anchor::Start, "sum__value", exact));
    }
    written
}

/// The group that is shown.
pub fn draw(view: &View<Accumulate>, layout: Layout) -> Part {
    let group_shown = &view.model.group;
    let grid = Grid {
        left: layout.left,
        cell: (layout.width - layout.left) / f64::from(COLUMNS),
        row: layout.row,
        top: group_shown.top,
    };
    let first = (view.state.shown() as usize - 1) * GROUP + 1;
    let rows = rows(layout, group_shown.lines.len());
    let method = view.state.method();
    let last = method.accumulator.last_place(group_shown.after);
    let after = Line { term: group_shown.after, kept: group_shown.after, last };
    let [mut kept, mut lost, mut extents] = [String::new(), String::new(), String::new()];
    let mut minus = String::new();
    for (line, y) in group_shown.lines.iter().zip(&rows.1) {
        let [own_kept, own_lost] = grid.ones(*line, *y);
        kept.push_str(&own_kept);
        lost.push_str(&own_lost);
        extents.push_str(&grid.extent(*line, *y));
        if line.term < 0.0 {
            minus.push_str(&["M", &px(layout.left - 7.0), " ", &px(y + 0.5 * layout.row), "h5"].concat());
        }
    }
    for (line, y) in [(group_shown.register, rows.0), (after, rows.2)] {
        if line.term < 0.0 {
            minus.push_str(&["M", &px(layout.left - 7.0), " ", &px(y + 0.5 * layout.row), "h5"].concat());
        }
    }
    let [register, register_lost] = grid.ones(group_shown.register, rows.0);
    let [sum, _] = grid.ones(after, rows.2);
    lost.push_str(&register_lost);
    // Where each sum is rounded on its own, the line steps: its upper end is named.
    let cut = group_shown.lines.first().map_or(layout.left, |line| grid.x(line.last - 1));
    let bottom = rows.2 + layout.row + 4.0;
    let class = if view.lit(term::STEP).is_some() { "sum__edge lit" } else { "sum__edge" };
    let frame = [rectangle((layout.left, TOP), layout.width - layout.left, bottom - TOP - 4.0)];
    let mut body = vec![
        path("sum__frame", frame.concat()),
        path("sum__extent", extents),
        path("sum__lost", lost),
        path("sum__kept", kept),
        path("sum__register", [register, sum].concat()),
        path("sum__minus", minus),
        path(class, edge(&grid, &group_shown.lines, &rows.1)),
        path("sum__tail", upright(cut, TOP - 2.0, rows.1.first().copied().unwrap_or(TOP) - APART)),
    ];
    body.extend(labels(view, layout, &rows, first));
    body.extend(writing(view, layout, cut, bottom, first));
    Part { height: bottom + if layout.wide { 40.0 } else { 56.0 }, body: group(body) }
}
