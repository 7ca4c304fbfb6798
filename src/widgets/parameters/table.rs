//! The drawing as a table.

use super::Parameters;
use super::names::Names;
use crate::numerics::models::{Part, Place};
use crate::ui::TableProps;
use crate::widgets::View;

/// A row a part, every digit, and the sums.
pub fn table(view: &View<Parameters>) -> TableProps {
    let names = Names::new(view.lang);
    let (text, computed) = (names.text, &*view.model);
    let (model, all) = (&computed.model, &computed.parameters);
    let (total, active) = (all.total(), all.active_without_input_embedding());
    let columns = [
        text.column_part,
        text.column_layers,
        text.column_experts,
        text.column_all,
        text.column_share,
        text.column_active,
        text.column_active_share,
    ];
    let part = |part: Part| {
        let (all, used) = (model.parameters_of(part), model.active_parameters_of(part));
        let layers = model.layers_of(part);
        [
            names.place(computed, Place::Part(part)),
            if layers > 0 { layers.to_string() } else { String::new() },
            if layers > 0 && model.experts_of(part) > 1 { model.experts_of(part).to_string() } else { String::new() },
            names.whole(all),
            names.share(all, total),
            names.whole(used),
            names.share(used, active),
        ]
    };
    let parts = Part::ALL.into_iter().filter(|part| model.parameters_of(*part) > 0).map(part);
    let sum = |name: &str, all: String, share: String, used: u64| {
        let share_used = names.share(used, active);
        [name.to_owned(), String::new(), String::new(), all, share, names.whole(used), share_used]
    };
    let sums = [
        sum(text.row_sum, names.whole(total), names.share(total, total), active),
        sum(text.row_sum_all, String::new(), String::new(), all.active()),
    ];
    let buffer = (all.correction_bias > 0).then(|| {
        let mut row = sum(text.row_buffer, names.whole(all.correction_bias), String::new(), 0);
        row[5] = String::new();
        row[6] = String::new();
        row
    });
    let rows = parts.chain(sums).chain(buffer).map(|row| row.map(Into::into).to_vec());
    TableProps { caption: text.title.into(), columns: columns.map(Into::into).to_vec(), rows: rows.collect() }
}
