//! The picture: the bits and what they say, every number of the format, the neighbourhood of x, other formats; or all
//! codes as a grid; or sums.

mod bits;
mod codes;
mod compare;
mod dice;
mod marks;
mod near;
mod overview;
mod scale;
mod sums;

use yew::prelude::*;

use super::page::Page;
use super::state::Picture;
use super::{Action, Float};
use crate::i18n::{self, FloatText, fill, shortest};
use crate::state::Choice as _;
use crate::ui::{Edit, RadioLook, RadioOption, RadioRow, element, group, part, words};
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
    let drawn = match view.state.view {
        Picture::Lines => vec![bits::strip(view), bits::says(view), lines(view, text)],
        Picture::Codes => vec![bits::strip(view), bits::says(view), codes(view, text)],
        Picture::Sums => vec![sums::draw(view)],
    };
    let hint = !view.touched && view.state.view == Picture::Lines;
    let hint = if hint { words("p", "hint", text.hint.into()) } else { Html::default() };
    // As many parts in every state: what has the focus must stay the same element.
    group(vec![part("div", "views", vec![pictures(view, text)]), group(drawn), hint])
}

/// What there is to see.
fn pictures(view: &Seen, text: &'static FloatText) -> Html {
    let option = |label: &'static str| RadioOption { label: label.into(), disabled: false };
    RadioRow {
        label: text.view.into(),
        name: [&view.id, "-view"].concat().into(),
        options: [text.view_lines, text.view_codes, text.view_sums].map(option).to_vec(),
        chosen: view.state.view.index(),
        look: RadioLook::Words,
        on_edit: view.edit(|at| Action::View(Picture::at(at))),
    }
    .view()
}

/// A drawing as high as said, in em.
fn drawing(text: &'static FloatText, height: f64, body: Vec<Html>) -> Html {
    let frame = vec![
        ("class", "lines".into()),
        ("role", "group".into()),
        ("aria-label", text.title.into()),
        ("width", "100%".into()),
        ("height", em(height)),
    ];
    element("svg", frame, body)
}

/// The number on the line of all, and between its neighbours; the same in other formats.
fn lines(view: &Seen, text: &'static FloatText) -> Html {
    let layout = Layout::new(view);
    let mut body = vec![overview::draw(view, 0.0)];
    if view.model.x.is_nan() {
        body.push(marks::text(0.5, layout.near + 1.0, "lines__muted", text.no_place));
        return drawing(text, layout.end, body);
    }
    body.extend([overview::flare(view), guide(view, &layout), near::draw(view, layout.near)]);
    let dice = view.model.draws.as_ref().map(|draws| dice::draw(view, draws, layout.dice));
    let others = view.model.others.iter().enumerate();
    let row = |(at, other)| compare::draw(view, other, layout.compare + compare::ROW * at as f64);
    body.extend([dice.unwrap_or_default(), group(others.map(row).collect())]);
    drawing(text, layout.end, body)
}

/// All codes, and where they lie.
fn codes(view: &Seen, text: &'static FloatText) -> Html {
    let grid = codes::height(&Page::of(&view.model.landing));
    let lines = grid + 1.2;
    let body = vec![codes::draw(view), overview::draw(view, lines)];
    group(vec![codes::caption(view), drawing(text, lines + overview::HEIGHT + overview::BELOW, body)])
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
    let attributes = vec![
        ("class", AttrValue::Static(class)),
        ("x", across(from)),
        ("y", em(top)),
        ("width", across((to - from).max(0.0))),
        ("height", em(height)),
    ];
    element("rect", attributes, Vec::new())
}
