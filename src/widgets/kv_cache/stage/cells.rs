//! What one layer keeps of one token, to scale, against the baseline.

use yew::prelude::*;

use super::mark::{Anchor, lit_path, lowered, path, px, rectangle, series, text};
use super::{Layout, Part};
use crate::i18n::fill;
use crate::numerics::models::{Attention, Heads, Model};
use crate::ui::{group, part};
use crate::widgets::View;
use crate::widgets::kv_cache::KvCache;
use crate::widgets::kv_cache::model::Row;
use crate::widgets::kv_cache::names::Names;
use crate::widgets::kv_cache::words::term;

/// Numbers that a square stands for.
const SQUARE: u64 = 64;
/// Largest side of a square with its gap.
const LARGEST: f64 = 11.0;

/// Above the squares: the line with the name.
const TOP: f64 = 20.0;
/// A line of text.
const LINE: f64 = 15.0;

fn squares(numbers: u64) -> usize {
    usize::try_from(numbers.div_ceil(SQUARE)).unwrap_or(usize::MAX)
}

/// Squares `from..to`, filled column by column.
struct Grid {
    rows: usize,
    side: f64,
}

impl Grid {
    fn columns(&self, squares: usize) -> usize {
        squares.div_ceil(self.rows)
    }

    fn height(&self, squares: usize) -> f64 {
        self.rows.min(squares) as f64 * self.side
    }

    /// At most three rectangles: the rest of a column, whole columns, the beginning of a column.
    fn area(&self, from: usize, to: usize) -> String {
        let mut d = String::new();
        let mut at = from;
        while at < to {
            let (column, row) = (at / self.rows, at % self.rows);
            let whole = if row == 0 { (to - at) / self.rows } else { 0 };
            let (columns, rows) = if whole > 0 { (whole, self.rows) } else { (1, (self.rows - row).min(to - at)) };
            d += &rectangle(
                column as f64 * self.side,
                row as f64 * self.side,
                columns as f64 * self.side,
                rows as f64 * self.side,
            );
            at += columns * rows;
        }
        d
    }

    /// The gaps between the squares.
    fn gaps(&self, squares: usize) -> String {
        let columns = self.columns(squares);
        let (width, height) = (px(columns as f64 * self.side), px(self.height(squares)));
        let down = (0..=columns).map(|at| ["M", &px(at as f64 * self.side), " 0v", &height].concat());
        let across = (0..=self.rows.min(squares)).map(|at| ["M0 ", &px(at as f64 * self.side), "h", &width].concat());
        down.chain(across).collect()
    }
}

/// What the numbers are: `(512 + 64)`, `2 × 8 × 128`.
fn makeup(model: &Model) -> String {
    match model.attention {
        Attention::Latent(latent) => {
            ["(", &latent.kv_lora_rank.to_string(), " + ", &latent.qk_rope_head_dim.to_string(), ")"].concat()
        }
        Attention::Heads(Heads { kv_heads, head_dim, .. }) => {
            ["2 × ", &kv_heads.to_string(), " × ", &head_dim.to_string()].concat()
        }
    }
}

fn row(view: &View<KvCache>, layout: Layout, grid: &Grid, at: usize, row: &Row) -> Part {
    let names = Names::new(view.lang, &view.state);
    let own = squares(row.layer);
    let first = squares(row.parts()[0]);
    let baseline = squares(row.baseline_layer);
    let tall = grid.height(own.max(baseline));
    let makeup = [names.kind(row.model.cache_kind()), " ", &makeup(row.model)].concat();
    let bits = view.state.cache_format.bits().to_string();
    let times = fill(names.text.layers, &[("layers", &row.model.layers.to_string()), ("bits", &bits)]);
    // The rotary key is another thing than the latent; values are of the same kind as keys.
    let second = if matches!(row.model.attention, Attention::Latent(_)) { "kv__rope" } else { "kv__second" };
    let outline = if baseline < own {
        lit_path(view, term::RATIO, "kv__outline", grid.area(0, baseline))
    } else {
        Html::default()
    };
    let cell = vec![
        lit_path(view, term::RATIO, "kv__pale", grid.area(own.min(baseline), baseline)),
        lit_path(view, term::TOKEN, "kv__first", grid.area(0, first)),
        lit_path(view, term::TOKEN, second, grid.area(first, own)),
        path("kv__gaps", grid.gaps(own.max(baseline))),
        outline,
    ];
    let product = [&makeup, " ", &times].concat();
    let result = fill(names.text.per_token, &[("bytes", &names.bytes(u128::from(row.token)))]);
    let mut lines = Vec::new();
    if !layout.wide {
        lines.push(product.clone());
    }
    lines.extend(names.window(row.model));
    let below = |(at, line): (usize, String)| {
        text(0.0, TOP + tall + LINE * (at + 1) as f64 - 2.0, Anchor::Start, "kv__quiet", line.into())
    };
    let height = TOP + tall + LINE * lines.len() as f64;
    let (class, right) =
        if layout.wide { ("kv__quiet", [&product, " = ", &result].concat()) } else { ("kv__value", result) };
    let mut body = vec![
        text(0.0, 13.0, Anchor::Start, "kv__name", row.model.name.into()),
        text(layout.width, 13.0, Anchor::End, class, right.into()),
        lowered(TOP, cell),
    ];
    body.extend(lines.into_iter().enumerate().map(below));
    Part { height, body: part("g", series(at), body) }
}

/// All models.
pub fn draw(view: &View<KvCache>, layout: Layout) -> Part {
    let names = Names::new(view.lang, &view.state);
    let rows = &view.model.rows;
    let most = rows.iter().map(|row| squares(row.layer.max(row.baseline_layer))).max().unwrap_or(1);
    let columns = most.div_ceil(layout.cell_rows).max(1);
    let grid = Grid { rows: layout.cell_rows, side: (layout.width / columns as f64).min(LARGEST) };
    let head = if layout.wide { names.text.cells_head } else { names.text.cells_head_short };
    let larger = rows.iter().any(|row| row.baseline_layer > row.layer);
    let mark = if larger { names.text.pale } else { names.text.framed };
    let head = fill(head, &[("mark", mark), ("baseline", names.baseline_short(view.state.baseline))]);
    let mut y = 22.0;
    let mut bodies = vec![text(0.0, 12.0, Anchor::Start, "kv__head", head.into())];
    for (at, one) in rows.iter().enumerate() {
        let part = row(view, layout, &grid, at, one);
        bodies.push(lowered(y, vec![part.body]));
        y += part.height + 8.0;
    }
    Part { height: y - 8.0, body: group(bodies) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squares_fill_columns() {
        let grid = Grid { rows: 4, side: 1.0 };
        assert_eq!(grid.area(0, 8), rectangle(0.0, 0.0, 2.0, 4.0));
        assert_eq!(grid.area(8, 9), rectangle(2.0, 0.0, 1.0, 1.0));
        let rest = [rectangle(2.0, 1.0, 1.0, 3.0), rectangle(3.0, 0.0, 125.0, 4.0)].concat();
        assert_eq!(grid.area(9, 512), rest);
        assert_eq!(grid.area(5, 5), "");
    }
}
