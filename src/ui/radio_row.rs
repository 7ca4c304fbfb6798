//! Radio buttons drawn as words in a row, or as numbered steps.

use yew::prelude::*;

use super::element::{element, text, words, written};
use super::{Edit, group};

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
            let class = match (at == self.chosen, option.disabled) {
                (false, false) => "radio-row__option",
                (true, false) => "radio-row__option radio-row__option--chosen",
                (false, true) => "radio-row__option radio-row__option--disabled",
                (true, true) => "radio-row__option radio-row__option--chosen radio-row__option--disabled",
            };
            let number = if steps { number(at + 1) } else { Html::default() };
            let label = element("span", Vec::new(), vec![text(option.label.clone())]);
            html! {
                <label key={at} {class}>
                    <input type="radio" name={self.name.clone()} value={at.to_string()} checked={at == self.chosen}
                        disabled={option.disabled} onchange={edit} />
                    { number }
                    { label }
                </label>
            }
        };
        let options = group(self.options.iter().enumerate().map(option).collect());
        let class = if steps { "radio-row radio-row--steps" } else { "radio-row radio-row--words" };
        element(
            "fieldset",
            vec![("class", class.into()), ("part", "control".into())],
            vec![words("legend", "visually-hidden", self.label), options],
        )
    }
}

fn number(step: usize) -> Html {
    let attributes = vec![("class", "radio-row__number".into()), ("aria-hidden", "true".into())];
    element("span", attributes, vec![text(written(step.to_string()))])
}
