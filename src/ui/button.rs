//! A push button.

use yew::prelude::*;

/// What a [`Button`] needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What it says.
    pub label: AttrValue,
    /// Called when pushed.
    pub on_push: Callback<()>,
    /// Whether it is held down (for buttons that stand for a state).
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// Whether it can be pushed.
    #[prop_or_default]
    pub disabled: bool,
}

/// A push button.
#[component]
pub fn Button(props: &Props) -> Html {
    let push = props.on_push.reform(|_: MouseEvent| ());
    let pressed = props.pressed.map(|on| if on { "true" } else { "false" });
    html! {
        <button type="button" class="button" part="control" onclick={push} aria-pressed={pressed} disabled={props.disabled}>
            { &props.label }
        </button>
    }
}
