//! The spectrum as a table.

use super::LowRank;
use super::model::BYTES;
use super::words::{share, sharing_name};
use crate::i18n::{self, integer, significant};
use crate::numerics::low_rank::Sharing;
use crate::state::Choice as _;
use crate::ui::TableProps;
use crate::widgets::View;

/// A row a rank: each up to 16, then every fourth, and the one that is shown.
pub fn table(view: &View<LowRank>) -> TableProps {
    let text = i18n::low_rank(view.lang);
    let mut columns = vec![text.column_rank, text.column_value, text.column_fraction, text.column_bytes];
    let others: Vec<Sharing> = Sharing::ALL.iter().copied().filter(|other| *other != view.state.joint).collect();
    columns.push(text.column_error);
    columns.extend(others.iter().map(|other| sharing_name(text, *other)));
    let mut rows = Vec::new();
    if let Some(found) = &view.model.found {
        let spectrum = found.compression.spectrum();
        let shown = |rank: &usize| *rank <= 16 || rank.is_multiple_of(4) || [found.rank, spectrum.len()].contains(rank);
        for rank in (1..=spectrum.len().min(super::controls::axis_end(view))).filter(shown) {
            let bytes = BYTES * (found.layer.tokens() * rank + found.compression.basis_numbers(rank));
            let mut row = vec![
                rank.to_string(),
                significant(spectrum[rank - 1], 4),
                i18n::percent(rank as f64 / found.numbers() as f64, 3),
                integer(bytes as u128),
            ];
            let left = |sharing| view.model.left(sharing, rank).map(share).unwrap_or_default();
            row.push(left(Sharing::at(view.state.joint.index())));
            row.extend(others.iter().map(|other| left(*other)));
            rows.push(row.into_iter().map(Into::into).collect());
        }
    }
    TableProps { caption: text.title.into(), columns: columns.into_iter().map(Into::into).collect(), rows }
}
