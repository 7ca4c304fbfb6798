//! `frugal-router`: which experts does one token wake?

use yew::prelude::*;

use super::{Preset, View, Widget};
use crate::i18n::{self, Lang};
use crate::state::{Between, readings, table};
use crate::ui::{Slider, Source, TableProps};

table! {
    /// The state of `frugal-router`.
    pub struct State: "router" {
        /// The number that is encoded.
        "value" value: f64 = 1.0, within Between(-1e6, 1e6);
    }
}

readings! {
    /// The readings of `frugal-router`.
    pub struct Readings {
        /// The value that comes back.
        decoded: f64 as Plain,
    }
}

/// What a reader can do.
pub enum Action {
    /// Sets the number.
    Value(f64),
}

/// The widget.
pub struct Router;

impl Widget for Router {
    type State = State;
    type Action = Action;
    type Model = f64;
    type Readings = Readings;

    fn reduce(state: &mut State, _: &f64, action: Action) {
        match action {
            Action::Value(value) => state.value = value,
        }
    }

    fn compute(state: &State, _: Lang) -> f64 {
        state.value
    }

    fn readings(_: &State, model: &f64) -> Readings {
        Readings { decoded: *model }
    }

    fn title(lang: Lang) -> &'static str {
        i18n::router(lang).title
    }

    fn stage(_: &View<Self>) -> Html {
        html! { <svg viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" /></svg> }
    }

    fn controls(view: &View<Self>) -> Html {
        html! { <Slider label="x" shown="x" value={view.state.value} min={0.0} max={10.0} on_edit={view.edit(Action::Value)} /> }
    }

    fn result(view: &View<Self>) -> Html {
        view.sentence("{x}", &[("x", "1".into())])
    }

    fn spoken(_: &View<Self>) -> String {
        String::new()
    }

    fn presets(_: Lang) -> Vec<Preset> {
        Vec::new()
    }

    fn table(_: &View<Self>) -> TableProps {
        TableProps { caption: "".into(), columns: Vec::new(), rows: Vec::new() }
    }

    fn formulas(_: &View<Self>) -> Vec<Html> {
        Vec::new()
    }

    fn sources(_: Lang) -> Vec<Source> {
        Vec::new()
    }
}
