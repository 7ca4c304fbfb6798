//! `frugal-absorption`: must you unfold the cache to use it?
//!
//! - The surprise: move a pair of parentheses, and the same result takes a hundred and twenty times fewer
//!   multiplications.
//! - The gesture: drag the parentheses; then let a rotation stand between the matrices and watch it fail.
//! - The sentence: "It is only the associative law, and one rotation in the wrong place would have ruined it."

mod controls;
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

pub use model::Computed;
pub use readings::Readings;
pub use state::{Action, MOST_TOKENS, State, Widths};

/// The widget.
pub struct Absorption;

impl Widget for Absorption {
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

    fn revise(state: &State, _: Lang, before: &Computed) -> Computed {
        model::revise(state, before)
    }

    fn pending(model: &Computed) -> Option<(u64, u64)> {
        model.pending()
    }

    fn advance(_: &State, model: &Computed) -> Computed {
        model.advanced()
    }

    fn readings(_: &State, model: &Computed) -> Readings {
        readings::of(model)
    }

    fn remarks(view: &View<Self>) -> Vec<String> {
        words::remarks(view)
    }

    fn title(lang: Lang) -> &'static str {
        i18n::absorption(lang).title
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
        Some(i18n::absorption(view.lang).note)
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
