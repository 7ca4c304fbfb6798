//! `frugal-balance`: how do you keep every expert busy?
//!
//! - The surprise: a nudge of 0.001 a step that does not even know how overloaded an expert is balances all of them in
//!   about a hundred steps, and without it the busiest stays at four times its share.
//! - The gesture: drag γ, and watch the line fall slower or fluctuate; or stop balancing and shift the domain.
//! - The sentence: "It only bends the choice, never the weights: that is why it costs nothing."

mod challenges;
mod controls;
mod events;
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

pub use events::Events;
pub use model::{Model, config};
pub use readings::Readings;
pub use state::{Action, END, Scene, State};

/// The widget.
pub struct Balance;

impl Widget for Balance {
    type State = State;
    type Action = Action;
    type Model = Model;
    type Readings = Readings;

    fn reduce(state: &mut State, model: &Model, action: Action) {
        state::reduce(state, model, action);
    }

    fn compute(state: &State, _: Lang) -> Model {
        Model::new(state)
    }

    fn revise(state: &State, _: Lang, before: &Model) -> Model {
        before.revised(state)
    }

    fn pending(model: &Model) -> Option<(u64, u64)> {
        model.pending()
    }

    fn advance(_: &State, model: &Model) -> Model {
        model.advanced()
    }

    fn clock(state: &State, _: &Model) -> Option<Clock> {
        Some(Clock { at: state.at, end: END })
    }

    fn seek(state: &mut State, at: u32) {
        state.at = at.min(END);
    }

    fn readings(state: &State, model: &Model) -> Readings {
        readings::of(state, model)
    }

    fn remarks(view: &View<Self>) -> Vec<String> {
        words::remarks(view)
    }

    fn title(lang: Lang) -> &'static str {
        i18n::balance(lang).title
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
        let (sentences, values) = words::parts(view);
        view.sentence(&sentences, &values)
    }

    fn spoken(view: &View<Self>) -> String {
        words::spoken(view)
    }

    fn note(view: &View<Self>) -> Option<&'static str> {
        let text = i18n::balance(view.lang);
        Some(if view.state.view == Scene::Learn { text.note_learn } else { text.note_loop })
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
