//! `frugal-segmentation`: why many small experts?
//!
//! - The surprise: cut 16 experts into 64 quarters, and for the same arithmetic a token has 4,426,165,368 choices instead
//!   of 120; and one expert that all tokens share takes over what the others would all learn again.
//! - The gesture: cut finer.
//! - The sentence: "Same cost, four billion choices instead of 120."

mod controls;
mod formulas;
mod model;
mod names;
mod readings;
mod sources;
mod stage;
mod state;
mod table;
mod training;
mod words;

use yew::prelude::*;

use super::{Challenge, Formula, Preset, View, Widget};
use crate::i18n::{self, Lang};
use crate::ui::{Source, TableProps};

pub use model::{Computed, Cut};
pub use readings::Readings;
pub use state::{Action, Fineness, State};
pub use training::{Run, Training};

/// The widget.
pub struct Segmentation;

impl Widget for Segmentation {
    type State = State;
    type Action = Action;
    type Model = Computed;
    type Readings = Readings;

    fn reduce(state: &mut State, _: &Computed, action: Action) {
        state::reduce(state, action);
    }

    fn compute(state: &State, _: Lang) -> Computed {
        model::compute(state, None)
    }

    fn revise(state: &State, _: Lang, before: &Computed) -> Computed {
        model::compute(state, Some(&before.training))
    }

    fn pending(model: &Computed) -> Option<(u64, u64)> {
        model.training.pending()
    }

    fn advance(state: &State, model: &Computed) -> Computed {
        model.advanced(state)
    }

    fn readings(state: &State, model: &Computed) -> Readings {
        readings::of(state, model)
    }

    fn remarks(view: &View<Self>) -> Vec<String> {
        words::remarks(view)
    }

    fn title(lang: Lang) -> &'static str {
        i18n::segmentation(lang).title
    }

    fn stage(view: &View<Self>) -> Html {
        stage::draw(view)
    }

    fn controls(view: &View<Self>) -> Html {
        controls::primary(view)
    }

    fn more(view: &View<Self>) -> Option<Html> {
        Some(controls::more(view))
    }

    fn result(view: &View<Self>) -> Html {
        words::result(view)
    }

    fn spoken(view: &View<Self>) -> String {
        words::spoken(view)
    }

    fn note(view: &View<Self>) -> Option<&'static str> {
        Some(i18n::segmentation(view.lang).note)
    }

    fn presets(lang: Lang) -> Vec<Preset> {
        sources::presets(lang)
    }

    fn challenges(lang: Lang) -> Vec<Challenge> {
        sources::challenges(lang)
    }

    fn table(view: &View<Self>) -> TableProps {
        table::table(view)
    }

    fn formulas(view: &View<Self>) -> Vec<Formula> {
        formulas::formulas(view)
    }

    fn sources(lang: Lang) -> Vec<Source> {
        sources::sources(lang)
    }
}
