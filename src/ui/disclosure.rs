//! A native disclosure.

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::element::words;

/// Something of a class that `summary` opens; `on_toggle` is told when it opens or closes.
pub fn disclosure(class: &'static str, summary: &'static str, body: Html, on_toggle: Callback<bool>) -> Html {
    let ontoggle = Callback::from(move |event: Event| {
        if let Some(details) = event.target_dyn_into::<HtmlDetailsElement>() {
            on_toggle.emit(details.open());
        }
    });
    let summary = words("summary", "drawer__summary", summary.into());
    html! { <details {class} {ontoggle}>{ summary }{ body }</details> }
}
