//! `frugal-precision-map`: which number lives in which precision?
//!
//! - The surprise: training "in FP8" keeps thirteen bytes for every weight, and one of them is FP8.
//! - The gesture: point at a tensor, and see where it goes and how its tiles turn.
//! - The sentence: "A scale must not change along what is summed: so the same numbers are tiled in rows on the way forward
//!   and in columns for the gradient of the weights."

mod controls;
mod flow;
mod formulas;
mod model;
mod names;
mod readings;
mod sources;
mod stage;
mod state;
mod table;
mod words;

use yew::prelude::*;

use super::{Challenge, Formula, Preset, View, Widget};
use crate::i18n::{self, Lang};
use crate::ui::{Source, TableProps};

pub use flow::{Precision, Role, Tile, roles};
pub use model::Computed;
pub use readings::Readings;
pub use state::{Action, Pass, State, Tensor};

/// The widget.
pub struct PrecisionMap;

impl Widget for PrecisionMap {
    type State = State;
    type Action = Action;
    type Model = Computed;
    type Readings = Readings;

    fn reduce(state: &mut State, _: &Computed, action: Action) {
        state::reduce(state, action);
    }

    fn compute(state: &State, _: Lang) -> Computed {
        model::compute(state)
    }

    fn readings(_: &State, model: &Computed) -> Readings {
        readings::of(model)
    }

    fn title(lang: Lang) -> &'static str {
        i18n::precision_map(lang).title
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
        Some(i18n::precision_map(view.lang).note)
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
