//! A line to type into whose text must be understood.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Edit, TextField};

/// A text field that keeps what was typed, wrong or not, until the value changes by other means.
#[derive(Properties, PartialEq)]
pub struct Entry {
    /// What is typed.
    pub label: AttrValue,
    /// The value as text; shown unless something else is being typed.
    pub value: AttrValue,
    /// Keyboard hint of phones.
    pub input_mode: &'static str,
    /// Most characters taken.
    pub max_length: u32,
    /// Takes a text, or says why not.
    pub on_edit: Callback<Edit<String>, Result<(), AttrValue>>,
}

/// What is being typed.
#[derive(Clone, PartialEq)]
struct Typed {
    text: AttrValue,
    message: Option<AttrValue>,
}

impl Entry {
    /// Draws it.
    pub fn view(self) -> Html {
        html! { <Typing ..self /> }
    }
}

#[component]
fn Typing(props: &Entry) -> Html {
    let typed = use_state(|| None::<Typed>);
    let focused = use_mut_ref(|| false);
    {
        let (typed, focused) = (typed.clone(), focused.clone());
        use_effect_with(props.value.clone(), move |_| {
            if !*focused.borrow() {
                typed.set(None);
            }
        });
    }
    let on_edit = {
        let (typed, take) = (typed.clone(), props.on_edit.clone());
        Callback::from(move |edit: Edit<String>| {
            let (text, done) = (AttrValue::from(edit.value.clone()), edit.done);
            let message = take.emit(edit).err();
            let settled = done && message.is_none();
            typed.set((!settled).then_some(Typed { text, message }));
        })
    };
    let watch = |on: bool| {
        let focused = focused.clone();
        Callback::from(move |event: FocusEvent| {
            if event.target_dyn_into::<HtmlInputElement>().is_some() {
                *focused.borrow_mut() = on;
            }
        })
    };
    let (value, message) = match &*typed {
        Some(typed) => (typed.text.clone(), typed.message.clone()),
        None => (props.value.clone(), None),
    };
    let (label, input_mode, max_length) = (props.label.clone(), props.input_mode, props.max_length);
    let field = TextField { label, value, message, placeholder: None, input_mode, max_length, on_edit };
    html! { <div class="entry" onfocusin={watch(true)} onfocusout={watch(false)}>{ field.view() }</div> }
}
