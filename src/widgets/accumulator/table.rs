//! The sum on its way, as a table.

use super::Accumulate;
use super::names::{error, number};
use crate::i18n::{self, integer};
use crate::numerics::accumulate::GROUP;
use crate::ui::TableProps;
use crate::widgets::View;

/// After 1, 2, 4, … groups and after the last.
pub fn table(view: &View<Accumulate>) -> TableProps {
    let text = i18n::accumulator(view.lang);
    let model = &view.model;
    let groups = model.run.len();
    let shown = (0..groups).filter(|at| (at + 1).is_power_of_two() || at + 1 == groups);
    let row = |at: usize| {
        let (sum, exact) = (model.run[at], model.exact_run[at]);
        let k = ((at + 1) * GROUP).min(view.state.k as usize);
        let cells = [
            integer(k as u128),
            number(exact),
            number(sum.sum),
            number(sum.register),
            error(((sum.sum - exact) / exact).abs()),
            sum.promotions.to_string(),
        ];
        cells.map(Into::into).to_vec()
    };
    let columns = [
        text.column_k,
        text.column_exact,
        text.column_sum,
        text.column_register,
        text.column_error,
        text.column_promotions,
    ];
    TableProps { caption: text.title.into(), columns: columns.map(Into::into).to_vec(), rows: shown.map(row).collect() }
}
