//! The drawing as a table.

use super::Training;
use super::model::share;
use super::names;
use super::words::loss;
use crate::i18n::{self, fill, integer, percent};
use crate::numerics::train::STANDSTILL;
use crate::ui::TableProps;
use crate::widgets::View;

/// A row a run.
pub fn table(view: &View<Training>) -> TableProps {
    let text = i18n::training(view.lang);
    let still = fill(text.column_unchanged, &[("steps", &STANDSTILL.to_string())]);
    let columns = [
        text.column_run,
        text.column_products,
        text.column_kept,
        text.column_loss,
        text.column_right,
        text.column_updates,
        text.column_stalled,
        text.column_below,
        &still,
    ];
    let row = |(racer, fit): (&crate::numerics::train::Racer, &crate::numerics::train::Fit)| {
        let run = racer.run();
        let counts = run.shot().counts;
        [
            names::recipe(text, run.recipe()).to_owned(),
            names::products(text, run.recipe()).to_owned(),
            names::kept(text, run.recipe()).to_owned(),
            loss(fit.loss),
            percent(fit.accuracy, 3),
            integer(counts.updates.into()),
            percent(share(counts.stalled, counts), 3),
            percent(share(counts.below_half_ulp, counts), 3),
            percent(run.standing_still(), 3),
        ]
        .map(Into::into)
        .to_vec()
    };
    let rows = view.model.race.racers().iter().zip(view.model.fits()).map(row).collect();
    TableProps { caption: text.title.into(), columns: columns.iter().map(|c| (*c).to_owned().into()).collect(), rows }
}
