//! The picture: the bits and what they say, every number of the format, the neighbourhood of x, other formats.

mod bits;
mod compare;
mod dice;
mod marks;
mod near;
mod overview;
mod scale;

use yew::prelude::*;

use super::{Action, Float};
use crate::i18n::{self, fill, shortest};
use crate::ui::Edit;
use crate::widgets::View;
use marks::line;
use scale::{across, em};

type Seen = View<Float>;

/// Heights at which the parts of the figure begin, in em.
struct Layout {
    near: f64,
    dice: f64,
    compare: f64,
    end: f64,
}

impl Layout {
    fn new(view: &Seen) -> Self {
        let near = overview::HEIGHT + 1.2;
        let dice = near + near::HEIGHT;
        let compare = dice + if view.model.draws.is_some() { dice::HEIGHT } else { 0.0 };
        let nowhere = view.model.x.is_nan();
        let end = if nowhere { near + 2.0 } else { compare + compare::ROW * view.model.others.len() as f64 };
        Self { near, dice, compare, end }
    }
}

/// The picture.
pub fn stage(view: &Seen) -> Html {
    let text = i18n::float(view.lang);
    let layout = Layout::new(view);
    html! {
        <>
            { bits::strip(view) }
            { bits::says(view) }
            <svg class="lines" role="group" aria-label={i18n::float(view.lang).title} width="100%" height={em(layout.end)}>
                { overview::draw(view) }
                if view.model.x.is_nan() {
                    { marks::text(0.5, layout.near + 1.0, "lines__muted", text.no_place) }
                } else {
                    { guide(view, &layout) }
                    { near::draw(view, layout.near) }
                    if let Some(draws) = &view.model.draws {
                        { dice::draw(view, draws, layout.dice) }
                    }
                    { for view.model.others.iter().enumerate().map(|(at, other)| {
                        compare::draw(view, other, layout.compare + compare::ROW * at as f64)
                    }) }
                }
            </svg>
            if !view.touched {
                <p class="hint">{ text.hint }</p>
            }
        </>
    }
}

/// One line down from x through everything that shares its scale, but for the labels on the way.
fn guide(view: &Seen, layout: &Layout) -> Html {
    let at = view.model.cell.window().at(view.model.x);
    if layout.end > layout.dice && (0.0..=1.0).contains(&at) {
        line(at, layout.dice - 0.6, at, layout.end, "lines__x")
    } else {
        Html::default()
    }
}

/// What a handle says about where it stands.
fn standing(view: &Seen) -> String {
    let (x, decoded) = (shortest(view.model.x), shortest(view.model.landing.decoded));
    fill(i18n::float(view.lang).rail_text, &[("shown", &x), ("decoded", &decoded)])
}

/// Puts back what is shown now.
fn restore(view: &Seen) -> Callback<()> {
    let (value, code) = (view.state.value, view.state.code);
    view.act.reform(move |()| Edit::done(Action::Restore(value, code)))
}

/// A frame around a stretch across the figure.
fn rect(from: f64, to: f64, top: f64, height: f64, class: &'static str) -> Html {
    let (from, to) = (from.clamp(0.0, 1.0), to.clamp(0.0, 1.0));
    html! { <rect {class} x={across(from)} y={em(top)} width={across((to - from).max(0.0))} height={em(height)} /> }
}
