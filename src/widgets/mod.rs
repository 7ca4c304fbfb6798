//! The widgets: one folder each with its state, its readings and its view, and the host that puts any of them on a page.

pub mod asset;
mod dots;
pub mod float;
mod host;
pub mod kv_cache;
mod order;
pub mod parameters;
pub mod router;
pub mod segmentation;
mod svg;
mod view;

pub use dots::Dots;
pub use host::{Base, Change, Chrome, Given, Host, HostProps, Phase, Props};
use host::{Keep, Machine};
pub use view::{Challenge, Clock, Formula, Preset, View, Widget};

use std::rc::Rc;

use crate::i18n::Lang;
use crate::state::{Pairs, Readings as _, Table as _, TableInfo, Value, read};
use yew::prelude::*;

/// Every widget as the outside sees it: fields, readings, and a check for each text.
pub const TABLES: &[TableInfo] = &[
    info::<router::Router>(),
    info::<parameters::Parameters>(),
    info::<segmentation::Segmentation>(),
    info::<kv_cache::KvCache>(),
    info::<float::Float>(),
];

const fn info<W: Widget>() -> TableInfo {
    TableInfo {
        name: W::State::NAME,
        fields: W::State::FIELDS,
        readings: W::Readings::NAMES,
        units: W::Readings::UNITS,
        check: <W::State as crate::state::Table>::check,
        default: <W::State as crate::state::Table>::default_of,
    }
}

/// A widget by its name; nothing for an unknown one.
pub fn render(name: &str, props: Props) -> Html {
    match TABLES.iter().find(|table| table.name == name) {
        Some(table) => html! { <Host key={table.name} name={table.name} {props} /> },
        None => Html::default(),
    }
}

/// The widget behind a name of [`TABLES`], as it starts.
fn machine(name: &'static str, props: &Props) -> Rc<dyn Machine> {
    match name {
        router::State::NAME => started::<router::Router>(props),
        parameters::State::NAME => started::<parameters::Parameters>(props),
        segmentation::State::NAME => started::<segmentation::Segmentation>(props),
        kv_cache::State::NAME => started::<kv_cache::KvCache>(props),
        _ => started::<float::Float>(props),
    }
}

fn started<W: Widget>(props: &Props) -> Rc<dyn Machine> {
    Rc::new(Keep::<W>::new(props.lang, &props.preset, &props.given))
}

/// What a widget computes in some state, without drawing it.
pub struct Computed {
    /// Every field.
    pub fields: Vec<(&'static str, String)>,
    /// The readings.
    pub readings: Vec<(&'static str, Value)>,
}

/// The readings of a widget by its name, with `pairs` laid over its default; nothing for an unknown one.
#[must_use]
pub fn readings_of(name: &str, pairs: &Pairs, lang: Lang) -> Option<Computed> {
    match name {
        router::State::NAME => Some(computed::<router::Router>(pairs, lang)),
        parameters::State::NAME => Some(computed::<parameters::Parameters>(pairs, lang)),
        segmentation::State::NAME => Some(computed::<segmentation::Segmentation>(pairs, lang)),
        kv_cache::State::NAME => Some(computed::<kv_cache::KvCache>(pairs, lang)),
        float::State::NAME => Some(computed::<float::Float>(pairs, lang)),
        _ => None,
    }
}

fn computed<W: Widget>(pairs: &Pairs, lang: Lang) -> Computed {
    let (state, _) = read(&W::State::default(), pairs);
    let model = host::finished::<W>(&state, W::compute(&state, lang));
    let readings = W::readings(&state, &model);
    Computed { fields: state.texts(), readings: W::Readings::NAMES.iter().copied().zip(readings.values()).collect() }
}
