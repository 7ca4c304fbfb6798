//! A switch.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Edit;

/// What a [`Toggle`] needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is switched.
    pub label: AttrValue,
    /// Whether it is on.
    pub on: bool,
    /// Receives whether it is on.
    pub on_edit: Callback<Edit<bool>>,
}

/// A native checkbox with the role of a switch.
#[component]
pub fn Toggle(props: &Props) -> Html {
    let edit = props.on_edit.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            edit.emit(Edit::done(input.checked()));
        }
    });
    html! {
        <label class="control toggle" part="control">
            <input class="toggle__box" type="checkbox" role="switch" checked={props.on} {onchange} />
            <span class="toggle__label">{ &props.label }</span>
        </label>
    }
}
