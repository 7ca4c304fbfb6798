//! A line to type into whose text must be understood.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Edit, TextField};

/// What an [`Entry`] needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is typed.
    pub label: AttrValue,
    /// The value as text; shown unless something else is being typed.
    pub value: AttrValue,
    /// Keyboard hint of phones.
    #[prop_or(AttrValue::Static("text"))]
    pub input_mode: AttrValue,
    /// Most characters taken.
    #[prop_or(200)]
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

/// A text field that keeps what was typed, wrong or not, until the value changes by other means.
#[component]
pub fn Entry(props: &Props) -> Html {
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
    html! {
        <div class="entry" onfocusin={watch(true)} onfocusout={watch(false)}>
            <TextField label={props.label.clone()} {value} {message} input_mode={props.input_mode.clone()}
                max_length={props.max_length} {on_edit} />
        </div>
    }
}
