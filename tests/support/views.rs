//! A widget as nobody has touched it yet.

use frugal::i18n::Lang;
use frugal::state::Table as _;
use frugal::widgets::{View, Widget};
use yew::Callback;

/// The view of a state and its model.
pub fn untouched<W: Widget>(state: W::State, model: W::Model, lang: Lang) -> View<W> {
    View {
        lang,
        id: W::State::NAME.into(),
        state: state.into(),
        model: model.into(),
        act: Callback::noop(),
        lit: None,
        light: Callback::noop(),
        touched: false,
        live: false,
    }
}
