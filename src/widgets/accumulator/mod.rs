//! `frugal-accumulator`: where do the digits go in a long sum?
//!
//! - The surprise: 4,096 products of one sign, added in a register of 14 bits, come out more than 6% too small, for the
//!   register's last place has grown past most of their bits.
//! - The gesture: play the sum, and watch the bits fall off; then empty the register every 128 products.
//! - The sentence: "The 14 bits are not to blame but the cutting: rounded to nearest, they are fifteen times as good."

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
pub struct Accumulate;

impl Widget for Accumulate {
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

    fn clock(state: &State, _: &Computed) -> Option<Clock> {
        Some(Clock { at: state.shown(), end: state.groups() })
    }

    fn seek(state: &mut State, at: u32) {
        state::reduce(state, Action::At(at));
    }

    fn readings(_: &State, model: &Computed) -> Readings {
        readings::of(model)
    }

    fn remarks(view: &View<Self>) -> Vec<String> {
        words::remarks(view)
    }

    fn title(lang: Lang) -> &'static str {
        i18n::accumulator(lang).title
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
        Some(i18n::accumulator(view.lang).note)
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
