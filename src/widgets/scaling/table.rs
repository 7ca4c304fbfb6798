//! The overview as a table.

use super::Scaling;
use super::names;
use crate::i18n::{self, fixed, integer, percent};
use crate::numerics::scaling::{CHANNELS, Granularity, Quality};
use crate::ui::TableProps;
use crate::widgets::View;

/// How many scales a granularity stores.
fn scales(view: &View<Scaling>, granularity: Granularity) -> usize {
    let (rows, columns) = granularity.patch(&view.model.data.tensor);
    view.model.data.tensor.rows().div_ceil(rows.max(1)) * CHANNELS.div_ceil(columns.max(1))
}

/// A row a way.
pub fn table(view: &View<Scaling>) -> TableProps {
    let text = i18n::scaling(view.lang);
    let ways = view.model.ways.iter().zip(&view.model.plane);
    let rows = ways.map(|(way, quality)| {
        let read = |write: fn(&Quality) -> String| quality.as_ref().map_or_else(|| text.not_yet.to_owned(), write);
        let cells = [
            names::format(text, way.format).to_owned(),
            names::granularity(text, way.granularity).to_owned(),
            integer(scales(view, way.granularity) as u128),
            read(|q| fixed(q.sqnr_db, 2)),
            read(|q| fixed(q.sqnr_db_others, 2)),
            read(|q| fixed(q.sqnr_db_per_token, 2)),
            read(|q| percent(q.flushed, 3)),
            read(|q| percent(q.saturated, 3)),
            read(|q| percent(q.max_relative_error, 3)),
        ];
        cells.map(Into::into).to_vec()
    });
    let columns = [
        text.column_way,
        text.column_share,
        text.column_scales,
        text.column_whole,
        text.column_others,
        text.column_token,
        text.column_flushed,
        text.column_saturated,
        text.column_worst,
    ];
    TableProps { caption: text.title.into(), columns: columns.map(Into::into).to_vec(), rows: rows.collect() }
}
