//! A drop-down list, for more options than a row can hold.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Edit;
use super::element::{element, words};

/// A native drop-down list.
#[derive(Properties, PartialEq)]
pub struct Select {
    /// What is chosen.
    pub label: AttrValue,
    /// What can be chosen.
    pub options: Vec<AttrValue>,
    /// Position of the chosen one.
    pub chosen: usize,
    /// Receives the position.
    pub on_edit: Callback<Edit<usize>>,
}

impl Select {
    /// Draws it.
    pub fn view(self) -> Html {
        html! { <List ..self /> }
    }
}

#[component]
fn List(props: &Select) -> Html {
    let list = use_node_ref();
    {
        let list = list.clone();
        // Once a reader has chosen, the browser no longer follows the options' attributes.
        use_effect_with((props.chosen, props.options.clone()), move |(chosen, _)| {
            if let (Some(list), Ok(chosen)) = (list.cast::<HtmlSelectElement>(), i32::try_from(*chosen)) {
                list.set_selected_index(chosen);
            }
        });
    }
    let edit = props.on_edit.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>()
            && let Ok(at) = usize::try_from(select.selected_index())
        {
            edit.emit(Edit::done(at));
        }
    });
    let option = |(at, label): (usize, &AttrValue)| {
        html! { <option key={at} value={at.to_string()} selected={at == props.chosen}>{ label }</option> }
    };
    let list = html! {
        <select ref={list} class="select__box" {onchange}>{ for props.options.iter().enumerate().map(option) }</select>
    };
    let label = words("span", "control__label", props.label.clone());
    element("label", vec![("class", "control select".into()), ("part", "control".into())], vec![label, list])
}
