//! The drawing as a table.

use super::KvCache;
use super::names::Names;
use super::words::ratio;
use crate::i18n::{fill, integer};
use crate::ui::TableProps;
use crate::widgets::View;

/// A row a model, every digit.
pub fn table(view: &View<KvCache>) -> TableProps {
    let names = Names::new(view.lang, &view.state);
    let text = names.text;
    let users = names.users(u64::from(view.state.batch));
    let columns = [
        text.column_model.to_owned(),
        text.column_kind.to_owned(),
        text.column_layer.to_owned(),
        text.column_layers.to_owned(),
        text.column_token.to_owned(),
        text.column_each.to_owned(),
        text.column_cache.to_owned(),
        [text.column_ratio, " (", names.baseline_short(view.state.baseline), ")"].concat(),
        text.column_weights.to_owned(),
        text.column_fit.to_owned(),
        fill(text.column_longest, &[("batch", &users)]),
    ];
    let rows = view.model.rows.iter().map(|row| {
        let or_not = |n: Option<u64>| n.map_or_else(|| text.does_not_fit.to_owned(), |n| integer(u128::from(n)));
        let longest = row.longest.map_or_else(|| text.does_not_fit.to_owned(), |longest| names.longest(longest));
        [
            row.model.name.to_owned(),
            names.kind(row.model.cache_kind()).to_owned(),
            integer(u128::from(row.layer)),
            row.model.layers.to_string(),
            integer(u128::from(row.token)),
            integer(row.each),
            integer(row.cache),
            ratio(row),
            integer(u128::from(row.weights)),
            or_not(row.fit),
            longest,
        ]
        .map(Into::into)
        .to_vec()
    });
    TableProps { caption: text.title.into(), columns: columns.map(Into::into).to_vec(), rows: rows.collect() }
}
