//! The stage: the tensor, the two ways side by side, and all ways.

mod comb;
mod plane;
mod side;
mod tensor;

pub use tensor::followed;
use yew::prelude::*;

use super::Scaling;
use crate::i18n;
use crate::ui::{part, words};
use crate::widgets::View;

/// All parts; while the data is on its way, a line that says so.
pub fn draw(view: &View<Scaling>) -> Html {
    if view.model.sides.is_empty() {
        return part("div", "scale", vec![words("p", "scale__head", i18n::scaling(view.lang).waiting.into())]);
    }
    let sides = (0..view.model.sides.len()).map(|at| side::draw(view, at)).collect();
    part("div", "scale", vec![tensor::draw(view), part("div", "scale__sides", sides), plane::draw(view)])
}
