//! The drawing: the matrices in parentheses, what they cost, and the scores.

mod bars;
mod expression;
mod scores;

use yew::prelude::*;

use super::Absorption;
use super::names::Names;
use crate::widgets::View;
use crate::widgets::sketch::sketch;

/// All parts, for wide and for narrow figures.
pub fn draw(view: &View<Absorption>) -> Html {
    let label = Names::new(view.lang).text.stage_label;
    sketch(label, view.live, |layout| {
        vec![expression::draw(view, layout), bars::draw(view, layout), scores::draw(view, layout)]
    })
}
