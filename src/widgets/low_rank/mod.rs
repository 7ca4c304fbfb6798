//! `frugal-low-rank`: how few numbers hold the keys and values?
//!
//! - The surprise: 64 numbers a token, as many as one head alone would keep, hold the keys and values of all twelve
//!   heads; attention goes on looking at the same words.
//! - The gesture: drag the cut along the curve; then give each head its own numbers, and see the same budget fail.
//! - The sentence: "The heads say the same things in other words: keep what they share."

mod controls;
mod formulas;
mod model;
mod questions;
mod readings;
mod sources;
mod stage;
mod state;
mod table;
mod words;

use yew::prelude::*;

use super::asset::Asset;
use super::{Challenge, Formula, Preset, View, Widget};
use crate::i18n::{self, Lang};
use crate::ui::{Source, TableProps};

pub use model::Computed;
pub use readings::Readings;
pub use state::{Action, Origin, State};

/// The widget.
pub struct LowRank;

impl Widget for LowRank {
    type State = State;
    type Action = Action;
    type Model = Computed;
    type Readings = Readings;

    fn reduce(state: &mut State, _: &Computed, action: Action) {
        state::reduce(state, action);
    }

    fn compute(state: &State, _: Lang) -> Computed {
        Computed::new(state)
    }

    fn revise(state: &State, _: Lang, before: &Computed) -> Computed {
        Computed::after(state, before)
    }

    fn pending(model: &Computed) -> Option<(u64, u64)> {
        model.pending()
    }

    fn advance(state: &State, model: &Computed) -> Computed {
        model.advanced(state)
    }

    fn asset(state: &State) -> Option<Asset> {
        (state.source == Origin::Real).then_some(Asset::Attention)
    }

    fn readings(state: &State, model: &Computed) -> Readings {
        readings::of(state, model)
    }

    fn remarks(view: &View<Self>) -> Vec<String> {
        words::remarks(view)
    }

    fn title(lang: Lang) -> &'static str {
        i18n::low_rank(lang).title
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
        let text = i18n::low_rank(view.lang);
        Some(match view.state.source {
            Origin::Real => text.note_real,
            Origin::Random => text.note_random,
            Origin::Decaying => text.note_decaying,
            Origin::PowerLaw => text.note_power_law,
        })
    }

    fn presets(lang: Lang) -> Vec<Preset> {
        sources::presets(lang)
    }

    fn challenges(lang: Lang) -> Vec<Challenge> {
        questions::challenges(lang)
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
