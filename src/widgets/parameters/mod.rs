//! `frugal-parameters`: where do 671 billion parameters live?
//!
//! - The surprise: nearly all of them are routed experts, and a token lights a sliver; attention, a hair of the whole, is
//!   a third of what is lit.
//! - The gesture: light only what one token touches, then let more tokens in: everything has to be at hand.
//! - The sentence: "97% of the parameters are routed experts, and a token uses 3% of those: 37 of 671 billion."

mod controls;
mod formulas;
mod icicle;
mod model;
mod names;
mod readings;
mod sources;
mod stage;
mod state;
mod table;
mod words;
mod zoom;

use yew::prelude::*;

use super::{Challenge, Formula, Preset, View, Widget};
use crate::i18n::{self, Lang};
use crate::ui::{Source, TableProps};

pub use model::Computed;
pub use readings::Readings;
pub use state::{Action, Shown, State};
pub use zoom::Zoom;

/// The widget.
pub struct Parameters;

impl Widget for Parameters {
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

    fn remarks(view: &View<Self>) -> Vec<String> {
        words::remarks(view)
    }

    fn title(lang: Lang) -> &'static str {
        i18n::parameters(lang).title
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
        let text = i18n::parameters(view.lang);
        Some(if view.state.view == Shown::Memory { text.note_memory } else { text.note })
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
