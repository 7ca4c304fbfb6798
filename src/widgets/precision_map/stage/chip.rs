//! A tensor where it takes part: its name, its precision, the shape of its tiles, its bytes.

use yew::prelude::*;

use super::{Layout, label};
use crate::decimal::hundredths;
use crate::i18n;
use crate::ui::{Edit, element, group, written};
use crate::widgets::View;
use crate::widgets::precision_map::PrecisionMap;
use crate::widgets::precision_map::flow::{Precision, Role, Tile};
use crate::widgets::precision_map::names;
use crate::widgets::precision_map::state::{Action, Pass};
use crate::widgets::precision_map::words::format;

/// Side of the picture of the tiles.
const PICTURE: f64 = 24.0;
/// Cells along it.
const CELLS: u32 = 4;

/// A chip and where it stands.
pub struct Place {
    pub pass: Option<Pass>,
    pub role: Role,
    pub x: f64,
    pub y: f64,
    pub width: f64,
}

const fn class(precision: Precision) -> &'static str {
    match precision {
        Precision::E4m3 => "pmap__chip pmap__chip--e4m3",
        Precision::E5m6 => "pmap__chip pmap__chip--e5m6",
        Precision::Bf16 => "pmap__chip pmap__chip--bf16",
        Precision::Fp32 => "pmap__chip pmap__chip--fp32",
        Precision::Wide => "pmap__chip pmap__chip--wide",
    }
}

fn rectangle(class: &'static str, [x, y, width, height]: [f64; 4]) -> Html {
    let place = [("x", x), ("y", y), ("width", width), ("height", height)];
    let mut attributes = vec![("class", AttrValue::Static(class)), ("rx", "3".into())];
    attributes.extend(place.map(|(name, value)| (name, written(hundredths(value)))));
    element("rect", attributes, Vec::new())
}

/// A matrix cut into tiles, and one of them filled.
fn picture(tile: Tile, x: f64, y: f64) -> Html {
    let cell = PICTURE / f64::from(CELLS);
    let (down, across) = match tile {
        Tile::None => return Html::default(),
        Tile::Row => (CELLS, 1),
        Tile::Column => (1, CELLS),
        Tile::Block => (2, 2),
    };
    let at = hundredths;
    let mut d = String::new();
    for line in 0..=down {
        let step = PICTURE / f64::from(down) * f64::from(line);
        d += &["M", &at(x), " ", &at(y + step), "h", &at(PICTURE)].concat();
    }
    for line in 0..=across {
        let step = PICTURE / f64::from(across) * f64::from(line);
        d += &["M", &at(x + step), " ", &at(y), "v", &at(PICTURE)].concat();
    }
    let filled = match tile {
        Tile::Row => [x, y + cell, PICTURE, cell],
        Tile::Column => [x + cell, y, cell, PICTURE],
        _ => [x, y, 2.0 * cell, 2.0 * cell],
    };
    let lines = element("path", vec![("class", "pmap__grid".into()), ("d", written(d))], Vec::new());
    group(vec![rectangle("pmap__tile", filled), lines])
}

impl Place {
    /// Whether its tensor is the one that is followed: under the hand, else chosen.
    pub fn lit(&self, view: &View<PrecisionMap>) -> bool {
        let tensor = names::term(self.role.tensor);
        let known = |lit: &str| lit != super::super::words::term::EACH && lit != super::super::words::term::SHARE;
        match view.lit.filter(|lit| known(lit)) {
            Some(lit) => lit == tensor,
            None => view.state.tensor == self.role.tensor,
        }
    }

    /// Draws it.
    pub fn draw(&self, view: &View<PrecisionMap>, layout: Layout) -> Html {
        let text = i18n::precision_map(view.lang);
        let (role, pass) = (self.role, self.pass);
        let (name, _) = names::tensor(text, role.tensor);
        let format = format(view, &role);
        let shape = names::tile(role.tile);
        let precision = names::precision(text, role.precision);
        let (x, y) = (self.x + 7.0, self.y);
        let size = names::size(text, &role);
        // Under the name: precision, shape and bytes, beside a picture where there is room.
        let lines = match (layout.narrow(), shape.is_empty()) {
            (true, false) => vec![precision.to_owned(), shape.clone(), size.clone()],
            (true, true) => vec![precision.to_owned(), size.clone()],
            (false, _) => vec![format.clone(), size.clone()],
        };
        let room = if layout.narrow() { Tile::None } else { role.tile };
        let mut body = vec![
            rectangle("pmap__box", [self.x, self.y, self.width, layout.chip()]),
            label("pmap__name", x, y + 19.0, name.into()),
            picture(room, self.x + self.width - PICTURE - 7.0, y + (layout.chip() - PICTURE) / 2.0),
        ];
        body.extend(
            (0..).zip(lines).map(|(at, line)| label("pmap__format", x, y + 34.0 + 13.0 * f64::from(at), line.into())),
        );
        let body = group(body);
        let act = view.act.clone();
        let choose = move || {
            act.emit(Edit::done(match pass {
                Some(pass) => Action::At(pass, role.tensor),
                None => Action::Tensor(role.tensor),
            }));
        };
        let on_key = choose.clone();
        let onkeydown = Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" || event.key() == " " {
                event.prevent_default();
                event.stop_propagation();
                on_key();
            }
        });
        let term = names::term(role.tensor);
        let (onpointerenter, onpointerleave) = view.hover(term);
        let (light, dark) =
            (view.light.reform(move |_: FocusEvent| Some(term)), view.light.reform(|_: FocusEvent| None));
        let lit = self.lit(view);
        let chosen = view.state.tensor == role.tensor;
        let place = pass.map(|pass| [names::pass(text, pass), ": "].concat()).unwrap_or_default();
        let spoken = [&place, name, ", ", &format, ", ", &size].concat();
        html! {
            <g class={classes!(class(role.precision), lit.then_some("lit"))} role="button" tabindex="0" aria-label={spoken}
                aria-pressed={if chosen { "true" } else { "false" }} onclick={Callback::from(move |_: MouseEvent| choose())}
                {onkeydown} {onpointerenter} {onpointerleave} onfocus={light} onblur={dark}>{ body }</g>
        }
    }
}
