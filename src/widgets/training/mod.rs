//! `frugal-training`: can a network learn in eight bits?
//!
//! - The surprise: with E4M3 products in both, a network whose weights are kept in E4M3 stays where it began, and one
//!   with FP32 master weights learns as well as in FP32.
//! - The gesture: play the race, or run along it by hand.
//! - The sentence: "An update below half a step does nothing, for ever, unless you roll dice or keep a master copy."

mod challenges;
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

use super::{Challenge, Clock, Formula, Preset, View, Widget};
use crate::i18n::{self, Lang};
use crate::ui::{Source, TableProps};

pub use model::Computed;
pub use readings::Readings;
pub use state::{Action, State};

/// The widget.
pub struct Training;

impl Widget for Training {
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
        before.turned(state)
    }

    fn pending(model: &Computed) -> Option<(u64, u64)> {
        Some(model.race.progress()).filter(|(done, total)| done < total)
    }

    fn advance(_: &State, model: &Computed) -> Computed {
        model.advanced()
    }

    fn clock(state: &State, _: &Computed) -> Option<Clock> {
        Some(Clock { at: state.at, end: state::MOST_STEPS })
    }

    fn seek(state: &mut State, at: u32) {
        state::reduce(state, Action::At(at));
    }

    fn readings(state: &State, model: &Computed) -> Readings {
        readings::of(state, model)
    }

    fn title(lang: Lang) -> &'static str {
        i18n::training(lang).title
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
        Some(i18n::training(view.lang).note)
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

    fn sources(lang: Lang) -> Vec<Source> {
        sources::sources(lang)
    }
}
