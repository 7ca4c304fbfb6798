//! The widgets: one folder each with its state, its readings and its view, and the host that puts any of them on a page.

pub mod absorption;
pub mod accumulator;
pub mod asset;
pub mod balance;
mod cards;
#[cfg(not(feature = "split"))]
mod computed;
pub mod decode;
mod dots;
pub mod float;
mod host;
pub mod kv_cache;
pub mod low_rank;
mod marks;
pub mod memory;
mod notched;
mod order;
pub mod parameters;
mod parts;
mod place;
pub mod precision_map;
pub mod router;
pub mod scaling;
pub mod segmentation;
mod sketch;
pub mod training;
mod view;

#[cfg(not(feature = "split"))]
pub use computed::{Computed, readings_of};
pub use dots::Dots;
pub use host::{Base, Change, Chrome, Given, Phase, Props};
pub use parts::Missing;
pub use place::{Place, PlaceProps};
pub use view::{Challenge, Clock, Formula, Preset, View, Widget};

use yew::prelude::*;

use crate::state::{Readings as _, Table as _, TableInfo};

parts::parts! {
    parameters::Parameters;
    router::Router;
    balance::Balance;
    segmentation::Segmentation;
    kv_cache::KvCache;
    low_rank::LowRank;
    absorption::Absorption;
    decode::Decode;
    float::Float;
    scaling::Scaling;
    accumulator::Accumulate;
    training::Training;
    precision_map::PrecisionMap;
}

const fn info<W: Widget>() -> TableInfo {
    TableInfo {
        name: W::State::NAME,
        fields: W::State::FIELDS,
        readings: W::Readings::NAMES,
        units: W::Readings::UNITS,
        #[cfg(not(target_arch = "wasm32"))]
        check: <W::State as crate::state::Table>::check,
        #[cfg(not(target_arch = "wasm32"))]
        default: <W::State as crate::state::Table>::default_of,
    }
}

/// A widget by its name; nothing for an unknown one.
pub fn render(name: &str, props: Props) -> Html {
    match TABLES.iter().find(|table| table.name == name) {
        Some(table) => html! { <Place key={table.name} name={table.name} {props} /> },
        None => Html::default(),
    }
}

/// The default of a field of a widget whose code is there, as text; empty if there is no such field.
#[must_use]
pub fn default_of(name: &str, field: &str) -> String {
    parts::present(name).map(|entry| (entry.default_of)(field)).unwrap_or_default()
}

/// Sees to it that the code of a widget is there, so that [`render`] draws it at once.
///
/// # Errors
/// If it did not come, or there is no widget of this name.
pub async fn load(name: &str) -> Result<(), Missing> {
    parts::load(name).await
}
