//! The picture as a table.

use yew::AttrValue;

use super::Balance;
use super::names::{measure, method};
use super::state::Scene;
use crate::i18n::{self, fill, integer};
use crate::numerics::balance::Method;
use crate::ui::TableProps;
use crate::widgets::View;

/// The four methods at the step that is shown.
pub fn table(view: &View<Balance>) -> TableProps {
    let (text, model) = (i18n::balance(view.lang), &view.model);
    let learns = view.state.view == Scene::Learn;
    let step = model.last().unwrap_or(0);
    let mut columns = vec![text.col_method, text.col_violation, text.col_busiest, text.col_idle, text.col_half];
    columns.extend(learns.then_some(text.col_loss));
    let loss = model.loss(step);
    let row = |known: &Method| {
        let seen = model.seen(step, *known);
        let busiest = seen.as_ref().and_then(|seen| seen.loads.iter().max().copied()).unwrap_or(0);
        let mut cells = vec![
            method(text, *known).into(),
            measure(seen.map_or(f64::NAN, |seen| seen.max_violation[known.index()])),
            integer(busiest.into()),
            integer(model.idle(step, *known) as u128),
            model.half(*known).map_or(text.never.into(), |half| half.to_string()),
        ];
        cells.extend(learns.then(|| loss.map_or_else(String::new, |loss| measure(loss[known.index()]))));
        cells.into_iter().map(AttrValue::from).collect()
    };
    TableProps {
        caption: fill(text.table_caption, &[("step", &step.to_string())]).into(),
        columns: columns.into_iter().map(Into::into).collect(),
        rows: Method::ALL.iter().map(row).collect(),
    }
}
