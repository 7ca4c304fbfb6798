//! A row of radio buttons drawn as one segmented control.

use yew::prelude::*;

use super::Edit;
use super::element::{element, part, text, words};

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
            let chosen = at == self.chosen;
            let class = if chosen { "choice__option choice__option--chosen" } else { "choice__option" };
            let words = element("span", Vec::new(), vec![text(label.clone())]);
            html! {
                <label key={at} {class}>
                    <input type="radio" name={self.name.clone()} value={at.to_string()} checked={chosen} onchange={edit} />
                    { words }
                </label>
            }
        };
        let options = part("div", "choice__options", self.options.iter().enumerate().map(option).collect());
        let attributes = vec![("class", "choice control".into()), ("part", "control".into())];
        element("fieldset", attributes, vec![words("legend", "control__label", self.label), options])
    }
}
