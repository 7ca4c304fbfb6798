//! `frugal-scaling`: one scale or many?
//!
//! - The surprise: one number of 48,000 is 191, and under one INT8 scale nearly all others become zero; E4M3, as wide,
//!   hardly notices.
//! - The gesture: take tokens of different size and drag their spread: now E4M3 needs a scale for each 1 × 128 tile, and
//!   128 × 128 blocks do not help.
//! - The sentence: "A scale is about range, not precision: tiles pay where neighbours are alike and strangers are not."

mod challenges;
mod controls;
mod formulas;
mod model;
mod names;
mod pictures;
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
use crate::ui::{Source as Cited, TableProps};

pub use model::Computed;
pub use readings::Readings;
pub use state::{Action, Side, Source, State};

/// The widget.
pub struct Scaling;

impl Widget for Scaling {
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
        model::compute(state, Some(before))
    }

    fn pending(model: &Computed) -> Option<(u64, u64)> {
        model.pending()
    }

    fn advance(state: &State, model: &Computed) -> Computed {
        model.advance(state)
    }

    fn asset(state: &State) -> Option<Asset> {
        (state.source == Source::Real).then_some(Asset::FfnOut)
    }

    fn readings(_: &State, model: &Computed) -> Readings {
        readings::of(model)
    }

    fn remarks(view: &View<Self>) -> Vec<String> {
        words::remarks(view)
    }

    fn title(lang: Lang) -> &'static str {
        i18n::scaling(lang).title
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
        let text = i18n::scaling(view.lang);
        Some(if view.state.source == Source::Real { text.note_real } else { text.note_synthetic })
    }

    fn presets(lang: Lang) -> Vec<Preset> {
        sources::presets(lang)
    }

    fn challenges(lang: Lang) -> Vec<Challenge> {
        challenges::challenges(lang)
    }

    fn table(view: &View<Self>) -> TableProps {
        table::table(view)
    }

    fn formulas(view: &View<Self>) -> Vec<Formula> {
        formulas::formulas(view)
    }

    fn sources(lang: Lang) -> Vec<Cited> {
        sources::sources(lang)
    }
}
