//! The drawing as a table.

use yew::AttrValue;

use super::Segmentation;
use super::names::Names;
use crate::i18n::{fixed, grouped, percent};
use crate::ui::TableProps;
use crate::widgets::View;

/// A row a cut with every digit, then a row for each run of the toy.
pub fn table(view: &View<Segmentation>) -> TableProps {
    let names = Names::new(view.lang);
    let (text, computed, state) = (names.text, &*view.model, &*view.state);
    let columns = [
        text.column_what,
        text.column_from,
        text.column_chosen,
        text.column_share,
        text.column_ways,
        text.column_log,
        text.column_alike,
        text.column_error,
    ];
    let cut = |cut: &super::model::Cut| {
        [
            ["m = ", &cut.m.to_string()].concat(),
            cut.from.to_string(),
            cut.chosen.to_string(),
            percent(computed.active_fraction(state.experts), 4),
            grouped(&cut.ways.digits()),
            fixed(cut.ways.log10(), 2),
            String::new(),
            String::new(),
        ]
    };
    let heads = [text.shared_none, text.shared_one, text.shared_two];
    let run = |(head, run): (&&str, &super::training::Run)| {
        let sizes = run.sizes();
        let share = (sizes.chosen + sizes.shared) as f64 / (sizes.routed + sizes.shared) as f64;
        [
            [text.column_toy, ", ", head].concat(),
            sizes.routed.to_string(),
            sizes.chosen.to_string(),
            percent(share, 4),
            String::new(),
            String::new(),
            if run.mean().is_nan() { text.undefined.into() } else { fixed(run.mean(), 4) },
            if run.error().is_nan() { text.undefined.into() } else { fixed(run.error(), 4) },
        ]
    };
    let rows = computed.cuts.iter().map(cut).chain(heads.iter().zip(computed.training.runs()).map(run));
    let rows = rows.map(|row| row.map(AttrValue::from).to_vec()).collect();
    TableProps { caption: text.title.into(), columns: columns.map(Into::into).to_vec(), rows }
}
