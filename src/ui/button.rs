//! A push button.

use yew::prelude::*;

/// A push button.
pub struct Button {
    /// What it says.
    pub label: AttrValue,
    /// Called when pushed.
    pub on_push: Callback<()>,
    /// Whether it is held down (for buttons that stand for a state).
    pub pressed: Option<bool>,
    /// Whether it can be pushed.
    pub disabled: bool,
}

impl Button {
    /// One that can be pushed and stands for no state.
    pub fn new(label: impl Into<AttrValue>, on_push: Callback<()>) -> Self {
        Self { label: label.into(), on_push, pressed: None, disabled: false }
    }

    /// Draws it.
    pub fn view(self) -> Html {
        let push = self.on_push.reform(|_: MouseEvent| ());
        let pressed = self.pressed.map(|on| if on { "true" } else { "false" });
        html! {
            <button type="button" class="button" part="control" onclick={push} aria-pressed={pressed} disabled={self.disabled}>
                { self.label }
            </button>
        }
    }
}
