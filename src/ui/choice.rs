//! A row of radio buttons drawn as one segmented control.

use yew::prelude::*;

use super::Edit;

/// What a [`Choice`] needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is chosen.
    pub label: AttrValue,
    /// Name of the group, unique within the figure.
    pub name: AttrValue,
    /// What can be chosen.
    pub options: Vec<AttrValue>,
    /// Position of the chosen one.
    pub chosen: usize,
    /// Receives the position.
    pub on_edit: Callback<Edit<usize>>,
}

/// Radio buttons: arrow keys move, as everywhere.
#[component]
pub fn Choice(props: &Props) -> Html {
    let option = |(at, label): (usize, &AttrValue)| {
        let edit = props.on_edit.reform(move |_: Event| Edit::done(at));
        html! {
            <label key={at} class={classes!("choice__option", (at == props.chosen).then_some("choice__option--chosen"))}>
                <input type="radio" name={props.name.clone()} value={at.to_string()} checked={at == props.chosen} onchange={edit} />
                <span>{ label }</span>
            </label>
        }
    };
    html! {
        <fieldset class="choice control" part="control">
            <legend class="control__label">{ &props.label }</legend>
            <div class="choice__options">{ for props.options.iter().enumerate().map(option) }</div>
        </fieldset>
    }
}
