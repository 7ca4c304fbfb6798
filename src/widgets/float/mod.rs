//! `frugal-float`: what can one byte say?
//!
//! - The surprise: 0.1 is not there. A byte of E4M3 has 253 numbers, crowded around zero and 32 apart at the end.
//! - The gesture: drag x along the line; it slides, and what is stored jumps from number to number.
//! - Beside that: all codes as a grid, each with its place on the lines; and what becomes of 0.1 + 0.2, and of small
//!   numbers added again and again.
//! - The sentence: "A byte can say 253 numbers; everything else becomes the nearest of them."

mod cell;
mod challenges;
mod controls;
mod drawer;
mod draws;
mod formulas;
mod model;
mod names;
mod number;
mod page;
mod readings;
mod reduce;
mod stage;
mod state;
mod sums;
mod words;

use yew::prelude::*;

use super::{Challenge, Formula, Preset, View, Widget};
use crate::i18n::{self, Lang, fill};
use crate::ui::{Source, TableProps};

pub use model::Model;
pub use number::{Code, Number};
pub use readings::Readings;
pub use reduce::Action;
pub use state::{FormatName, Overflow, Picture, Rounding, State};

/// A weight of 1 in BF16 that should double in a thousand small updates.
const UPDATE: &[(&str, &str)] = &[
    ("view", "sums"),
    ("format", "bf16"),
    ("value", "0.001"),
    ("start", "1"),
    ("additions", "1000"),
    ("compare", "fp16,fp32"),
];

/// The widget.
pub struct Float;

impl Widget for Float {
    type State = State;
    type Action = Action;
    type Model = Model;
    type Readings = Readings;

    fn reduce(state: &mut State, model: &Model, action: Action) {
        reduce::reduce(state, model, action);
    }

    fn compute(state: &State, _: Lang) -> Model {
        Model::new(state)
    }

    fn readings(state: &State, model: &Model) -> Readings {
        readings::readings(state, model)
    }

    fn remarks(view: &View<Self>) -> Vec<String> {
        words::remarks(view)
    }

    fn title(lang: Lang) -> &'static str {
        i18n::float(lang).title
    }

    fn stage(view: &View<Self>) -> Html {
        stage::stage(view)
    }

    fn controls(view: &View<Self>) -> Html {
        controls::main(view)
    }

    fn more(view: &View<Self>) -> Option<Html> {
        Some(controls::more(view))
    }

    fn result(view: &View<Self>) -> Html {
        let said = words::result(view);
        let space = words::space(view.lang);
        let sentence = |sentence: &&'static str| html! { <>{ view.sentence(sentence, &said.values) }{ space }</> };
        html! { <>{ for said.sentences.iter().map(sentence) }</> }
    }

    fn spoken(view: &View<Self>) -> String {
        let said = words::result(view);
        let values: Vec<(&str, &str)> = said.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        said.sentences.iter().map(|sentence| fill(sentence, &values)).collect::<Vec<_>>().join(words::space(view.lang))
    }

    fn note(view: &View<Self>) -> Option<&'static str> {
        view.model.draws.is_some().then(|| i18n::float(view.lang).note_dice)
    }

    fn presets(lang: Lang) -> Vec<Preset> {
        let text = i18n::float(lang);
        let preset = |label, fields| Preset { label, fields };
        vec![
            preset(text.preset_tenth, &[]),
            preset(text.preset_tie, &[("value", "17")]),
            preset(text.preset_edge, &[("value", "464")]),
            preset(text.preset_fp4, &[("format", "e2m1"), ("compare", "e2m3,e4m3fn")]),
            preset(text.preset_dice, &[("rounding", "stochastic")]),
            preset(text.preset_sum, &[("view", "sums"), ("compare", "e5m2,bf16,fp16,fp32")]),
            preset(text.preset_update, UPDATE),
            preset(text.preset_256, &[("view", "codes"), ("code", "0x7F")]),
            preset(text.preset_infinity, &[("value", "inf"), ("overflow", "native"), ("compare", "e5m2,e4m3-ieee")]),
            preset(text.preset_small, &[("value", "0.005")]),
            preset(text.preset_finer, &[("format", "bf16"), ("compare", "fp16,fp32")]),
            preset(text.preset_fnuz, &[("code", "0x40"), ("format", "e4m3fnuz"), ("compare", "")]),
        ]
    }

    fn challenges(lang: Lang) -> Vec<Challenge> {
        challenges::challenges(lang)
    }

    fn table(view: &View<Self>) -> TableProps {
        drawer::table(view)
    }

    fn formulas(view: &View<Self>) -> Vec<Formula> {
        formulas::formulas(view)
    }

    fn sources(lang: Lang) -> Vec<Source> {
        drawer::sources(lang)
    }
}
