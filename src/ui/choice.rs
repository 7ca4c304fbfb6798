//! A row of radio buttons drawn as one segmented control.

use yew::prelude::*;

use super::Edit;

/// Radio buttons: arrow keys move, as everywhere.
pub struct Choice {
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

impl Choice {
    /// Draws it.
    pub fn view(self) -> Html {
        let option = |(at, label): (usize, &AttrValue)| {
            let edit = self.on_edit.reform(move |_: Event| Edit::done(at));
            html! {
                <label key={at} class={classes!("choice__option", (at == self.chosen).then_some("choice__option--chosen"))}>
                    <input type="radio" name={self.name.clone()} value={at.to_string()} checked={at == self.chosen} onchange={edit} />
                    <span>{ label }</span>
                </label>
            }
        };
        html! {
            <fieldset class="choice control" part="control">
                <legend class="control__label">{ self.label }</legend>
                <div class="choice__options">{ for self.options.iter().enumerate().map(option) }</div>
            </fieldset>
        }
    }
}
