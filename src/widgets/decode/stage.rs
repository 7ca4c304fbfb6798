//! The picture: caches, weights and results of a step, or the roofline.

mod caches;
mod order;
mod roof;
mod weights;

use yew::prelude::*;

use super::Decode;
use super::names::Names;
use super::state::Look;
use crate::widgets::View;
use crate::widgets::sketch::{Layout, sketch};

/// Where the columns of the tokens are, alike in every part.
#[derive(Clone, Copy)]
pub struct Columns {
    /// From one column to the next.
    each: f64,
    /// Width of a column.
    wide: f64,
}

impl Columns {
    fn new(view: &View<Decode>, layout: Layout) -> Self {
        let each = layout.width / view.model.tokens.len().max(6) as f64;
        Self { each, wide: each - if layout.wide { 3.0 } else { 2.0 } }
    }

    fn left(self, token: usize) -> f64 {
        token as f64 * self.each
    }

    fn middle(self, token: usize) -> f64 {
        self.left(token) + self.wide / 2.0
    }
}

/// What is looked at.
pub fn draw(view: &View<Decode>) -> Html {
    match view.state.look {
        Look::Roofline => roof::draw(view),
        Look::Steps => sketch(Names::new(view.lang).text.stage_label, view.live, |layout| {
            let columns = Columns::new(view, layout);
            vec![caches::draw(view, layout, columns), weights::draw(view, layout, columns), order::draw(view, layout)]
        }),
    }
}
