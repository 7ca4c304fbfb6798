//! `frugal-kv-cache`: what does remembering cost?
//!
//! - The surprise: DeepSeek-V3, the larger model, remembers a long text in a seventh of what Llama-3.1-405B needs: nine
//!   squares a layer, where its own heads would fill 512.
//! - The gesture: drag the text longer along the curve, and see who runs out of memory first.
//! - Beside that: where a cache outgrows its own weights, where sliding windows come to keep less than a latent, and
//!   five published ratios with the question of each.
//! - The sentence: "98.2% of the cache is saved; say against what, for the same model is also 82.2% and 93.3% smaller."

mod challenges;
mod claims;
mod controls;
mod formulas;
mod model;
mod names;
mod notches;
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

pub use claims::{Claim, claims};
pub use model::{Computed, Row};
pub use readings::Readings;
pub use state::{Action, GpuName, ModelName, Picture, State};

/// The widget.
pub struct KvCache;

impl Widget for KvCache {
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

    fn title(lang: Lang) -> &'static str {
        i18n::kv_cache(lang).title
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
        let text = i18n::kv_cache(view.lang);
        Some(if view.model.gpu.confirmed { text.note } else { text.note_about })
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
