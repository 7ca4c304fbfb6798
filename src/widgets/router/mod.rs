//! `frugal-router`: which experts does one token wake?
//!
//! The surprise: of 256 experts only 8 light up, and in only 4 of the 8 rows. The gesture: switch the group limit off,
//! and the same token scatters over 6 rows; or send it thousands of tokens and read both means. The sentence to repeat: "each token picks its own eight, and keeping it to
//! four machines costs it about one percent."

mod action;
mod biases;
mod blend;
mod board;
mod chips;
mod controls;
mod data;
mod formula;
mod hand;
mod inspect;
mod layout;
mod line;
mod load;
mod many;
mod many_formula;
mod many_words;
mod mixture;
mod model;
mod questions;
mod readings;
mod rival;
mod rival_board;
mod spread;
mod stage;
mod state;
mod touch;
mod words;

pub use action::Action;
pub use biases::Biases;
pub use many::Many;
pub use mixture::{Mixture, Part};
pub use model::{Mean, Model, Refusal, Routing};
pub use questions::{EXPERT, WORD};
pub use readings::Readings;
pub use rival::Rival;
pub use state::{Sight, Stage, State};

use yew::prelude::*;

use super::{Challenge, Preset, View, Widget};
use crate::i18n::{self, Lang};
use crate::ui::{Source, TableProps};

/// The widget.
pub struct Router;

impl Widget for Router {
    type State = State;
    type Action = Action;
    type Model = Model;
    type Readings = Readings;

    fn reduce(state: &mut State, model: &Model, action: Action) {
        action::reduce(state, model, action);
    }

    fn compute(state: &State, lang: Lang) -> Model {
        model::compute(state, lang)
    }

    fn revise(state: &State, lang: Lang, before: &Model) -> Model {
        model::revise(state, lang, before)
    }

    fn pending(model: &Model) -> Option<(u64, u64)> {
        model.many.as_ref()?.pending()
    }

    fn advance(_: &State, model: &Model) -> Model {
        Model { many: model.many.as_ref().map(Many::advanced), ..model.clone() }
    }

    fn readings(_: &State, model: &Model) -> Readings {
        Readings::from(model)
    }

    fn remarks(view: &View<Self>) -> Vec<String> {
        words::remarks(view)
    }

    fn title(lang: Lang) -> &'static str {
        i18n::router(lang).title
    }

    fn stage(view: &View<Self>) -> Html {
        stage::stage(view)
    }

    fn controls(view: &View<Self>) -> Html {
        controls::controls(view)
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
        let place = words::place(view.state.kind, view.lang);
        Some(if view.model.many.is_some() { i18n::router(view.lang).note_many } else { place.note })
    }

    fn presets(lang: Lang) -> Vec<Preset> {
        data::presets(lang)
    }

    fn challenges(lang: Lang) -> Vec<Challenge> {
        questions::challenges(lang)
    }

    fn table(view: &View<Self>) -> TableProps {
        data::table(view)
    }

    fn formulas(view: &View<Self>) -> Vec<Html> {
        formula::with_numbers(view)
    }

    fn sources(lang: Lang) -> Vec<Source> {
        data::sources(lang)
    }
}
