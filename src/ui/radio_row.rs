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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RadioLook {
    /// As running text.
    Words,
    /// As the steps of a way, numbered from 1.
    Steps,
}

/// Native radio buttons: one tab stop, arrow keys move and skip what cannot be chosen.
pub struct RadioRow {
    /// What is chosen.
    pub label: AttrValue,
    /// Name of the group, unique within the page.
    pub name: AttrValue,
    /// What can be chosen.
    pub options: Vec<RadioOption>,
    /// Position of the chosen one.
    pub chosen: usize,
    /// How it is drawn.
    pub look: RadioLook,
    /// Receives the position.
    pub on_edit: Callback<Edit<usize>>,
}

impl RadioRow {
    /// Draws it.
    pub fn view(self) -> Html {
        let steps = self.look == RadioLook::Steps;
        let option = |(at, option): (usize, &RadioOption)| {
            let edit = self.on_edit.reform(move |_: Event| Edit::done(at));
            let class = classes!(
                "radio-row__option",
                (at == self.chosen).then_some("radio-row__option--chosen"),
                option.disabled.then_some("radio-row__option--disabled")
            );
            html! {
                <label key={at} {class}>
                    <input type="radio" name={self.name.clone()} value={at.to_string()} checked={at == self.chosen}
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
                <legend class="visually-hidden">{ self.label }</legend>
                { for self.options.iter().enumerate().map(option) }
            </fieldset>
        }
    }
}
