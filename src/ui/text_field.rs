//! A line to type into.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Edit;
use super::element::{element, text, words};

/// A native text input. What is typed stays as typed: a wrong text gets a message beside it, not a correction.
pub struct TextField {
    /// What is typed.
    pub label: AttrValue,
    /// The text.
    pub value: AttrValue,
    /// Whether the text is wrong; `message` says why.
    pub message: Option<AttrValue>,
    /// Shown while the text is empty.
    pub placeholder: Option<&'static str>,
    /// Keyboard hint of phones: `text`, `decimal`, `numeric`.
    pub input_mode: &'static str,
    /// Most characters taken.
    pub max_length: u32,
    /// Receives the text: live while typing, done on Enter or when left.
    pub on_edit: Callback<Edit<String>>,
}

impl TextField {
    /// Draws it.
    pub fn view(self) -> Html {
        let listener = |done: bool| {
            let edit = self.on_edit.clone();
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
        let line = html! {
            <input class="text-field__box" type="text" inputmode={self.input_mode} autocomplete="off" spellcheck="false"
                maxlength={self.max_length.to_string()} value={self.value} placeholder={self.placeholder}
                aria-invalid={self.message.is_some().then_some("true")} {oninput} {onchange} {onkeydown} />
        };
        let message = self.message.map(|message| {
            element("span", vec![("class", "control__message".into()), ("role", "status".into())], vec![text(message)])
        });
        let children = vec![words("span", "control__label", self.label), line, message.unwrap_or_default()];
        element("label", vec![("class", "control text-field".into()), ("part", "control".into())], children)
    }
}
