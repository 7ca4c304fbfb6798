//! Radio buttons drawn as words in a row, or as numbered steps.

use yew::prelude::*;

use super::Edit;

/// One of a [`RadioRow`].
#[derive(Clone, Debug, PartialEq)]
pub struct RadioOption {
    /// What it says.
    pub label: AttrValue,
    /// Whether it cannot be chosen now; it stays in its place.
    pub disabled: bool,
}

/// How a [`RadioRow`] is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RadioLook {
    /// As running text.
    #[default]
    Words,
    /// As the steps of a way, numbered from 1.
    Steps,
}

/// What a [`RadioRow`] needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is chosen.
    pub label: AttrValue,
    /// Name of the group, unique within the page.
    pub name: AttrValue,
    /// What can be chosen.
    pub options: Vec<RadioOption>,
    /// Position of the chosen one.
    pub chosen: usize,
    /// How it is drawn.
    #[prop_or_default]
    pub look: RadioLook,
    /// Receives the position.
    pub on_edit: Callback<Edit<usize>>,
}

/// Native radio buttons: one tab stop, arrow keys move and skip what cannot be chosen.
#[component]
pub fn RadioRow(props: &Props) -> Html {
    let steps = props.look == RadioLook::Steps;
    let option = |(at, option): (usize, &RadioOption)| {
        let edit = props.on_edit.reform(move |_: Event| Edit::done(at));
        let class = classes!(
            "radio-row__option",
            (at == props.chosen).then_some("radio-row__option--chosen"),
            option.disabled.then_some("radio-row__option--disabled")
        );
        html! {
            <label key={at} {class}>
                <input type="radio" name={props.name.clone()} value={at.to_string()} checked={at == props.chosen}
                    disabled={option.disabled} onchange={edit} />
                if steps {
                    <span class="radio-row__number" aria-hidden="true">{ at + 1 }</span>
                }
                <span>{ &option.label }</span>
            </label>
        }
    };
    html! {
        <fieldset class={classes!("radio-row", if steps { "radio-row--steps" } else { "radio-row--words" })} part="control">
            <legend class="visually-hidden">{ &props.label }</legend>
            { for props.options.iter().enumerate().map(option) }
        </fieldset>
    }
}
