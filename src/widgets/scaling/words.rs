//! The result, as a sentence with live numbers and as plain text.

use yew::prelude::*;

use super::Scaling;
use super::model::{Computed, Stored};
use super::names::{decibels, format, with};
use super::state::{Source, State};
use crate::i18n::{self, Lang, ScalingText, fill, integer, percent, significant};
use crate::numerics::scaling::{CHANNELS, Quality};
use crate::widgets::View;

/// Terms of the sentence: their numbers, marks and symbols light together.
pub mod term {
    /// Share that became zero, on the left.
    pub const FLUSHED: &str = "flushed";
    /// Decibels, on the left.
    pub const DB: &str = "db";
    /// Share that became zero, on the right.
    pub const FLUSHED_BESIDE: &str = "flushed_beside";
    /// Decibels, on the right.
    pub const DB_BESIDE: &str = "db_beside";
    /// Decibels over the whole tensor, on the left.
    pub const WHOLE: &str = "whole";
    /// Share of the energy.
    pub const SHARE: &str = "share";
    /// The largest number.
    pub const LARGEST: &str = "largest";
}

type Values = Vec<(&'static str, String)>;

/// The decibels that tell a source's story.
pub const fn telling(source: Source, quality: &Quality) -> f64 {
    match source {
        Source::Real | Source::OutlierChannel => quality.sqnr_db_others,
        Source::TokenSpread | Source::GradientLike => quality.sqnr_db_per_token,
        Source::Gaussian => quality.sqnr_db,
    }
}

/// What the numbers are.
fn about(text: &ScalingText, state: &State, model: &Computed) -> String {
    let count = integer(model.data.tensor.values.len() as u128);
    match state.source {
        Source::Real => {
            let other = significant(model.data.largest_other, 3);
            fill(text.about_real, &[("count", &count), ("other", &other)])
        }
        Source::Gaussian => fill(text.about_gaussian, &[("count", &count)]),
        Source::OutlierChannel => {
            let (outlier, channels) = (significant(state.outlier, 3), CHANNELS.to_string());
            fill(text.about_outlier, &[("outlier", &outlier), ("channels", &channels)])
        }
        Source::TokenSpread => fill(text.about_spread, &[("spread", &significant(state.spread, 3))]),
        Source::GradientLike => fill(text.about_gradient, &[("spread", &significant(state.spread, 3))]),
    }
}

/// Why the whole tensor tells another story, where it does.
fn hides(text: &ScalingText, state: &State, model: &Computed, left: &Quality) -> Option<String> {
    let better = left.sqnr_db - telling(state.source, left);
    let loudest = match state.source {
        Source::Real => text.loudest_cell,
        Source::OutlierChannel => text.loudest_channel,
        _ => text.loudest_token,
    };
    (better >= 3.0 && model.data.loudest_share > 0.3).then(|| fill(text.hides, &[("loudest", loudest)]))
}

fn parts(state: &State, model: &Computed, lang: Lang) -> (String, Values) {
    let text = i18n::scaling(lang);
    let [left, right] = model.sides.as_slice() else { return (text.waiting.to_owned(), Vec::new()) };
    let way = |side: &Stored| [format(text, side.way.format), with(text, side.way.granularity)];
    let place = match state.source {
        Source::Real | Source::OutlierChannel => text.on_others,
        Source::TokenSpread | Source::GradientLike => text.on_tokens,
        Source::Gaussian => text.on_all,
    };
    let say = |sentence: &str, side: &Stored| {
        let [format, with] = way(side);
        fill(sentence, &[("format", format), ("with", with), ("where", place)])
    };
    let mut sentences = vec![about(text, state, model), say(text.loses, left), say(text.loses_beside, right)];
    sentences.extend(hides(text, state, model, &left.quality));
    let db = |side: &Stored| decibels(text, telling(state.source, &side.quality));
    let values = vec![
        (term::LARGEST, significant(model.data.largest, 4)),
        (term::FLUSHED, percent(left.quality.flushed, 3)),
        (term::DB, db(left)),
        (term::FLUSHED_BESIDE, percent(right.quality.flushed, 3)),
        (term::DB_BESIDE, db(right)),
        (term::WHOLE, decibels(text, left.quality.sqnr_db)),
        (term::SHARE, percent(model.data.loudest_share, 3)),
    ];
    (sentences.join(if lang == Lang::Zh { "" } else { " " }), values)
}

/// The result with live numbers.
pub fn result(view: &View<Scaling>) -> Html {
    let (sentences, values) = parts(&view.state, &view.model, view.lang);
    view.sentence(&sentences, &values)
}

/// The result as it is spoken.
pub fn spoken(view: &View<Scaling>) -> String {
    let (sentences, values) = parts(&view.state, &view.model, view.lang);
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fill(&sentences, &values)
}

/// Fields that are set but have no effect on these numbers.
pub fn remarks(view: &View<Scaling>) -> Vec<String> {
    let (state, usual) = (&view.state, State::default());
    let spreads = matches!(state.source, Source::TokenSpread | Source::GradientLike);
    let idle = [
        ("outlier", state.outlier != usual.outlier && state.source != Source::OutlierChannel),
        ("spread", state.spread != usual.spread && !spreads),
        ("seed", state.seed != usual.seed && state.source == Source::Real),
    ];
    let say = |(field, _): (&'static str, bool)| fill(i18n::scaling(view.lang).remark_unused, &[("field", field)]);
    // A reader who moves on to other numbers knows what was set before.
    idle.into_iter().filter(|(_, idle)| *idle && !view.touched).map(say).collect()
}
