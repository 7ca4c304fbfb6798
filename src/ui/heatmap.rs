//! Many cells as colours: a canvas while they change, paths once they rest.

mod cells;
mod cursor;
mod paint;

use std::rc::Rc;

use yew::prelude::*;

use super::element::{element, part, text, written};
use super::rest::use_rest;
use crate::decimal::hundredths;
use paint::use_paint;

/// Colours of the cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ramp {
    /// From little to much.
    Sequential,
    /// From one side over a middle to the other.
    Diverging,
}

impl Ramp {
    /// How many colours there are.
    #[must_use]
    pub const fn bins(self) -> u8 {
        match self {
            Self::Sequential => 16,
            Self::Diverging => 15,
        }
    }

    /// The colour of a value: 0 to 1, or −1 to 1 about a middle. What lies beyond has the last colour; NaN has the first.
    #[must_use]
    pub fn bin(self, value: f64) -> u8 {
        let last = f64::from(self.bins() - 1);
        let place = match self {
            Self::Sequential => f64::floor(value * (last + 1.0)),
            Self::Diverging => f64::floor((value + 1.0) * last / 2.0 + 0.5),
        };
        place.clamp(0.0, last) as u8
    }
}

/// What is marked over the cells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum HeatMark {
    /// From a row, so many.
    Rows(usize, usize),
    /// From a column, so many.
    Columns(usize, usize),
    /// Row and column of a cell.
    Cell(usize, usize),
}

/// A picture of cells. The picture itself is hidden from assistive technology: `label` stands for it.
#[derive(Properties, PartialEq)]
pub struct Heatmap {
    /// Says what the picture shows.
    pub label: AttrValue,
    /// Rows of cells.
    pub rows: usize,
    /// Columns of cells.
    pub columns: usize,
    /// The colour of each cell, row by row, below [`Ramp::bins`]; what is missing stays empty.
    pub bins: Rc<Vec<u8>>,
    /// The colours.
    pub ramp: Ramp,
    /// Width over height of the whole.
    pub ratio: f64,
    /// Whether another picture follows soon.
    pub live: bool,
    /// What is marked.
    pub marks: Vec<HeatMark>,
    /// Row and column of the cell under the hand.
    pub cursor: Option<(usize, usize)>,
    /// What stands in that cell, spoken.
    pub cursor_text: AttrValue,
    /// Receives the cell under the pointer or moved to by arrow keys; without it the picture is only looked at.
    pub on_cursor: Option<Callback<Option<(usize, usize)>>>,
}

/// Width of the drawing in its own units.
const WIDTH: f64 = 1000.0;

impl Heatmap {
    /// Draws it.
    pub fn view(self) -> Html {
        html! { <Cells ..self /> }
    }

    /// Height of the drawing in its own units.
    fn height(&self) -> f64 {
        if self.ratio > 0.0 { WIDTH / self.ratio } else { WIDTH }
    }

    fn mark(&self, mark: HeatMark) -> Html {
        let (wide, high) = (WIDTH / self.columns.max(1) as f64, self.height() / self.rows.max(1) as f64);
        let (class, [x, y, width, height]) = match mark {
            HeatMark::Rows(at, count) => ("heat__mark", [0.0, at as f64 * high, WIDTH, count as f64 * high]),
            HeatMark::Columns(at, count) => ("heat__mark", [at as f64 * wide, 0.0, count as f64 * wide, self.height()]),
            HeatMark::Cell(row, column) => ("heat__cell", [column as f64 * wide, row as f64 * high, wide, high]),
        };
        let place = [("x", x), ("y", y), ("width", width), ("height", height)];
        let mut attributes = vec![("class", AttrValue::Static(class)), ("vector-effect", "non-scaling-stroke".into())];
        attributes.extend(place.map(|(name, value)| (name, written(hundredths(value)))));
        element("rect", attributes, Vec::new())
    }

    fn svg(&self, paths: Html) -> Html {
        let marks = self.marks.iter().copied().chain(self.cursor.map(|(row, column)| HeatMark::Cell(row, column)));
        let mut children = vec![paths];
        children.extend(marks.map(|mark| self.mark(mark)));
        let box_of = ["0 0 ", &hundredths(WIDTH), " ", &hundredths(self.height())].concat();
        let attributes = vec![
            ("class", AttrValue::Static("heat__drawing")),
            ("viewBox", box_of.into()),
            ("aria-hidden", "true".into()),
        ];
        element("svg", attributes, children)
    }
}

#[component]
fn Cells(props: &Heatmap) -> Html {
    let (place, canvas) = (use_node_ref(), use_node_ref());
    let at = use_mut_ref(|| None);
    *at.borrow_mut() = props.cursor;
    let moving = !use_rest(props.live);
    use_paint(props, moving, &place, &canvas);
    let paths = {
        let size = (WIDTH, props.height());
        let asked = (props.bins.clone(), props.rows, props.columns, moving);
        use_memo(asked, move |(bins, rows, columns, moving)| match moving {
            true => Html::default(),
            false => cells::paths(bins, *rows, *columns, size),
        })
    };
    let class = match props.ramp {
        Ramp::Sequential => "heat heat--sequential",
        Ramp::Diverging => "heat heat--diverging",
    };
    let picture = html! {
        <>
            <canvas ref={canvas} class="heat__canvas" width={props.columns.to_string()} height={props.rows.to_string()}
                hidden={!moving} aria-hidden="true" />
            { props.svg((*paths).clone()) }
        </>
    };
    let Some(on_cursor) = &props.on_cursor else {
        return html! { <div ref={place} {class} role="img" aria-label={props.label.clone()}>{ picture }</div> };
    };
    let hand = cursor::Hand { size: (props.rows, props.columns), at, place: place.clone(), moved: on_cursor.clone() };
    let spoken = part("p", "visually-hidden", vec![text(props.cursor_text.clone())]);
    html! {
        <div ref={place} {class} role="application" tabindex="0" aria-label={props.label.clone()}
            onkeydown={hand.on(|hand, event| hand.key(&event))}
            onpointermove={hand.on(|hand, event| hand.over(&event))}
            onpointerdown={hand.on(|hand, event| hand.over(&event))}
            onpointerleave={hand.on(|hand, _| hand.leave())}>
            { picture }
            <div role="status">{ spoken }</div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_colours() {
        assert_eq!(
            [0.0, 0.0624, 0.0625, 1.0, 9.0, -1.0, f64::NAN].map(|x| Ramp::Sequential.bin(x)),
            [0, 0, 1, 15, 15, 0, 0]
        );
        assert_eq!([-1.0, 0.0, 1.0, 0.06, 0.08, f64::INFINITY].map(|x| Ramp::Diverging.bin(x)), [0, 7, 14, 7, 8, 14]);
    }
}
