//! A switch.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Edit;
use super::element::{element, words};

/// A native checkbox with the role of a switch.
pub struct Toggle {
    /// What is switched.
    pub label: AttrValue,
    /// Whether it is on.
    pub on: bool,
    /// Receives whether it is on.
    pub on_edit: Callback<Edit<bool>>,
}

impl Toggle {
    /// Draws it.
    pub fn view(self) -> Html {
        let edit = self.on_edit;
        let onchange = Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                edit.emit(Edit::done(input.checked()));
            }
        });
        let switch = html! { <input class="toggle__box" type="checkbox" role="switch" checked={self.on} {onchange} /> };
        let label = words("span", "toggle__label", self.label);
        element("label", vec![("class", "control toggle".into()), ("part", "control".into())], vec![switch, label])
    }
}
