//! The widgets: one folder each with its state, its readings and its view, and the host that puts any of them on a page.

pub mod float;
mod host;
pub mod kv_cache;
pub mod router;
mod view;

pub use host::{Base, Change, Chrome, Given, Host, Phase, Props};
pub use view::{Formula, Preset, View, Widget};

use crate::state::{Readings as _, Table as _, TableInfo};
use yew::prelude::*;

/// Every widget as the outside sees it: fields, readings, and a check for each text.
pub const TABLES: &[TableInfo] = &[info::<router::Router>(), info::<kv_cache::KvCache>(), info::<float::Float>()];

const fn info<W: Widget>() -> TableInfo {
    TableInfo {
        name: W::State::NAME,
        fields: W::State::FIELDS,
        readings: W::Readings::NAMES,
        check: <W::State as crate::state::Table>::check,
    }
}

/// A widget by its name; nothing for an unknown one.
#[must_use]
pub fn render(name: &str, props: Props) -> Html {
    match name {
        router::State::NAME => html! { <Host<router::Router> ..props /> },
        kv_cache::State::NAME => html! { <Host<kv_cache::KvCache> ..props /> },
        float::State::NAME => html! { <Host<float::Float> ..props /> },
        _ => Html::default(),
    }
}
