//! `frugal-decode`: what is written, read and recomputed for each new token?
//!
//! - The surprise: MLA keeps fewer numbers than two shared heads would need, although all four heads have keys and values
//!   of their own; and it does 242 operations for each byte, where ordinary attention does one.
//! - The gesture: step through a sentence; then forget the rope key, and the past can be reversed without a trace.
//! - The sentence: "It trades bytes for arithmetic, because a decoding GPU has arithmetic to spare."

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
pub use state::{Action, GpuName, Look, MOST_TOKENS, State};

/// The widget.
pub struct Decode;

impl Widget for Decode {
    type State = State;
    type Action = Action;
    type Model = Computed;
    type Readings = Readings;

    fn reduce(state: &mut State, _: &Computed, action: Action) {
        state::reduce(state, action);
    }

    fn compute(state: &State, lang: Lang) -> Computed {
        model::compute(state, lang)
    }

    fn clock(state: &State, model: &Computed) -> Option<Clock> {
        (state.look == Look::Steps).then_some(Clock { at: model.step, end: model.end })
    }

    fn seek(state: &mut State, at: u32) {
        state.at = at.min(MOST_TOKENS as u32 - 1);
    }

    fn readings(state: &State, model: &Computed) -> Readings {
        readings::of(state, model)
    }

    fn remarks(view: &View<Self>) -> Vec<String> {
        words::remarks(view)
    }

    fn title(lang: Lang) -> &'static str {
        i18n::decode(lang).title
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
        Some(words::note(view))
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
