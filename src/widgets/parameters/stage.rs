//! The drawing: the icicle with what a token uses, or memory against compute; once for wide and once for narrow figures.

mod against;
mod gathered;
mod plan;

use yew::prelude::*;

use super::Parameters;
use super::state::Shown;
use crate::numerics::models::Part;
use crate::ui::group;
use crate::widgets::View;

/// Sizes of a drawing, in its own units: about a CSS pixel each.
#[derive(Clone, Copy, PartialEq)]
pub struct Layout {
    /// Width of the drawing.
    width: f64,
    /// Whether it is the wide one.
    wide: bool,
}

const LAYOUTS: [Layout; 2] = [Layout { width: 540.0, wide: true }, Layout { width: 320.0, wide: false }];

impl Layout {
    const fn class(self, view: Shown) -> &'static str {
        match (self.wide, view) {
            (true, Shown::Active) => "params params--wide params--active",
            (false, Shown::Active) => "params params--narrow params--active",
            (true, _) => "params params--wide",
            (false, _) => "params params--narrow",
        }
    }
}

/// The class that carries a part's colour.
const fn tone(part: Part) -> &'static str {
    match part {
        Part::RoutedExperts => "params__part params__part--routed",
        Part::SharedExperts => "params__part params__part--shared",
        Part::Attention => "params__part params__part--attention",
        Part::DenseMlp => "params__part params__part--dense",
        Part::InputEmbedding | Part::LmHead | Part::Positions => "params__part params__part--embedding",
        Part::Router | Part::Norms => "params__part params__part--small",
    }
}

/// Both drawings; the style sheet shows the one that there is room for.
pub fn draw(view: &View<Parameters>) -> Html {
    match view.state.view {
        Shown::Memory => group(LAYOUTS.iter().map(|layout| against::draw(view, *layout)).collect()),
        Shown::Total | Shown::Active => plan::draw(view),
    }
}
