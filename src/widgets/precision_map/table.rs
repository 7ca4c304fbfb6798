//! The drawing as a table.

use super::PrecisionMap;
use super::flow::Role;
use super::names;
use super::state::{Pass, Tensor};
use super::words::places;
use crate::i18n;
use crate::state::Choice as _;
use crate::ui::TableProps;
use crate::widgets::View;

/// A row for each tensor in each place.
pub fn table(view: &View<PrecisionMap>) -> TableProps {
    let text = i18n::precision_map(view.lang);
    let row = |(pass, role): (Option<Pass>, Role)| {
        let tile = if role.tile.shape().is_some() { names::tile(role.tile) } else { text.no_tile.to_owned() };
        [
            names::tensor(text, role.tensor).0.to_owned(),
            pass.map_or(text.elsewhere, |pass| names::pass(text, pass)).to_owned(),
            names::precision(text, role.precision).to_owned(),
            tile,
            names::size(text, &role),
        ]
        .map(Into::into)
        .to_vec()
    };
    let columns = [text.column_tensor, text.column_pass, text.column_precision, text.column_tile, text.column_bytes];
    TableProps {
        caption: text.title.into(),
        columns: columns.map(Into::into).to_vec(),
        rows: Tensor::ALL.iter().flat_map(|tensor| places(*tensor)).map(row).collect(),
    }
}
