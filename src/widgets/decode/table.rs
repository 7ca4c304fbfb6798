//! The drawing as a table: a row a kind.

use super::Decode;
use super::names::Names;
use crate::i18n::{integer, significant};
use crate::numerics::models::CacheKind;
use crate::state::Choice as _;
use crate::ui::TableProps;
use crate::widgets::View;

/// Every kind, every digit.
pub fn table(view: &View<Decode>) -> TableProps {
    let (names, computed) = (Names::new(view.lang), &view.model);
    let text = names.text;
    let columns = [
        text.column_kind,
        text.column_heads,
        text.column_kv_heads,
        text.column_numbers,
        text.column_written,
        text.column_read,
        text.column_flops,
        text.column_intensity,
        text.column_bound,
    ];
    let row = |kind: &CacheKind| {
        let decode = computed.decode(*kind);
        [
            names.kind(*kind).to_owned(),
            decode.shape.heads.to_string(),
            decode.kv_heads().to_string(),
            integer(decode.cached_elements().into()),
            integer(decode.bytes_written().into()),
            integer(decode.bytes_read().into()),
            significant(decode.flops(), 12),
            significant(decode.flop_per_byte(), 6),
            if computed.compute_bound(*kind) { text.compute } else { text.memory }.to_owned(),
        ]
        .map(Into::into)
        .to_vec()
    };
    TableProps {
        caption: text.table.into(),
        columns: columns.map(Into::into).to_vec(),
        rows: CacheKind::ALL.iter().map(row).collect(),
    }
}
