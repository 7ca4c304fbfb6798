//! The scores as a table.

use super::Absorption;
use super::names::Names;
use crate::i18n::significant;
use crate::ui::TableProps;
use crate::widgets::View;

/// A row a computed token, newest first.
pub fn table(view: &View<Absorption>) -> TableProps {
    let (names, computed) = (Names::new(view.lang), &view.model);
    let text = names.text;
    let columns = [text.column_distance, text.column_expanded, text.column_absorbed, text.column_difference];
    let [expanded, absorbed] = &computed.first.scores;
    let pairs = expanded.iter().zip(absorbed).enumerate().rev();
    let row = |(token, (expanded, absorbed)): (usize, (&f64, &f64))| {
        [
            computed.distance(token).to_string(),
            significant(*expanded, 9),
            significant(*absorbed, 9),
            names.apart(f64::abs(expanded - absorbed)),
        ]
        .map(Into::into)
        .to_vec()
    };
    TableProps { caption: text.table.into(), columns: columns.map(Into::into).to_vec(), rows: pairs.map(row).collect() }
}
