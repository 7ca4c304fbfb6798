//! A line to type into.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Edit;

/// What a [`TextField`] needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is typed.
    pub label: AttrValue,
    /// The text.
    pub value: AttrValue,
    /// Whether the text is wrong; `message` says why.
    #[prop_or_default]
    pub message: Option<AttrValue>,
    /// Shown while the text is empty.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Keyboard hint of phones: `text`, `decimal`, `numeric`.
    #[prop_or(AttrValue::Static("text"))]
    pub input_mode: AttrValue,
    /// Most characters taken.
    #[prop_or(200)]
    pub max_length: u32,
    /// Receives the text: live while typing, done on Enter or when left.
    pub on_edit: Callback<Edit<String>>,
}

/// A native text input. What is typed stays as typed: a wrong text gets a message beside it, not a correction.
#[component]
pub fn TextField(props: &Props) -> Html {
    let listener = |done: bool| {
        let edit = props.on_edit.clone();
        move |input: Option<HtmlInputElement>| {
            if let Some(input) = input {
                edit.emit(Edit { value: input.value(), done });
            }
        }
    };
    let (live, done) = (listener(false), listener(true));
    let oninput = Callback::from(move |event: InputEvent| live(event.target_dyn_into()));
    let onchange = Callback::from(move |event: Event| done(event.target_dyn_into()));
    // Page shortcuts of the host must not fire while somebody types.
    let onkeydown = Callback::from(|event: KeyboardEvent| event.stop_propagation());
    html! {
        <label class="control text-field" part="control">
            <span class="control__label">{ &props.label }</span>
            <input class="text-field__box" type="text" inputmode={props.input_mode.clone()} autocomplete="off" spellcheck="false"
                maxlength={props.max_length.to_string()} value={props.value.clone()} placeholder={props.placeholder.clone()}
                aria-invalid={props.message.is_some().then_some("true")} {oninput} {onchange} {onkeydown} />
            if let Some(message) = &props.message {
                <span class="control__message" role="status">{ message }</span>
            }
        </label>
    }
}
