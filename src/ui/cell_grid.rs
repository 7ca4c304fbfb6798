//! A grid of cells inside an SVG: point at one, press one, or walk with the arrow keys.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, PointerEvent, SvgElement};
use yew::prelude::*;

use super::Edit;

/// The WAI-ARIA grid pattern with one tab stop. The cells themselves are the owner's marks, in units of a cell; only the
/// present one is told to assistive technology, by its name.
#[derive(Properties, PartialEq)]
pub struct CellGrid {
    /// What the cells are together.
    pub label: AttrValue,
    /// Prefix of ids, unique on the page.
    pub id: AttrValue,
    /// Cells in a row.
    pub columns: usize,
    /// All cells.
    pub count: usize,
    /// The present one.
    pub at: usize,
    /// Its name.
    pub name: AttrValue,
    /// Left and upper end, width and height, with their units.
    pub place: [AttrValue; 4],
    /// The cells.
    pub marks: Html,
    /// Receives the cell under the pointer, or none.
    pub on_hover: Callback<Option<usize>>,
    /// Receives the cell that is pressed.
    pub on_edit: Callback<Edit<usize>>,
    /// Receives how many cells the keys move onward, or back.
    pub on_move: Callback<i64>,
}

/// Where a key leads from a cell, in cells.
fn step(key: &str, at: usize, columns: usize) -> Option<i64> {
    let columns = i64::try_from(columns.max(1)).ok()?;
    let within = i64::try_from(at).ok()? % columns;
    Some(match key {
        "ArrowLeft" => -1,
        "ArrowRight" => 1,
        "ArrowUp" => -columns,
        "ArrowDown" => columns,
        "PageUp" => -4 * columns,
        "PageDown" => 4 * columns,
        "Home" => -within,
        "End" => columns - 1 - within,
        _ => return None,
    })
}

/// What the listeners share.
#[derive(Clone)]
struct Hand {
    grid: NodeRef,
    /// As large as the grid: of a nested `svg` itself Firefox measures what is drawn in it.
    area: NodeRef,
    size: (usize, usize),
    /// The cell that is pressed, and the one under the pointer.
    held: Rc<RefCell<(Option<usize>, Option<usize>)>>,
    hover: Callback<Option<usize>>,
    edit: Callback<Edit<usize>>,
}

impl Hand {
    fn under(&self, event: &PointerEvent) -> Option<usize> {
        let area = self.area.cast::<Element>()?.get_bounding_client_rect();
        let (columns, count) = self.size;
        let rows = count.div_ceil(columns.max(1));
        let share = |at: f64, from: f64, size: f64, parts: usize| {
            let part = f64::floor((at - from) / size * parts as f64);
            (part >= 0.0 && part < parts as f64).then_some(part as usize)
        };
        let column = share(f64::from(event.client_x()), area.left(), area.width(), columns)?;
        let row = share(f64::from(event.client_y()), area.top(), area.height(), rows)?;
        Some(row * columns + column).filter(|cell| *cell < count)
    }

    fn point(&self, cell: Option<usize>) {
        let before = std::mem::replace(&mut self.held.borrow_mut().1, cell);
        if before != cell {
            self.hover.emit(cell);
        }
    }

    fn press(&self, event: &PointerEvent) {
        let cell = self.under(event).filter(|_| event.button() == 0);
        self.held.borrow_mut().0 = cell;
        if let Some(grid) = self.grid.cast::<SvgElement>().filter(|_| cell.is_some()) {
            let _ = grid.focus();
        }
    }

    /// A finger that has scrolled away from its cell has not pressed it.
    fn release(&self, event: &PointerEvent) {
        let pressed = self.held.borrow_mut().0.take();
        if let Some(cell) = self.under(event).filter(|_| pressed.is_some()) {
            self.edit.emit(Edit::done(cell));
        }
    }

    fn on(&self, then: fn(&Self, &PointerEvent)) -> Callback<PointerEvent> {
        let hand = self.clone();
        Callback::from(move |event: PointerEvent| then(&hand, &event))
    }
}

impl CellGrid {
    /// Draws it.
    pub fn view(self) -> Html {
        html! { <Grid ..self /> }
    }
}

#[component]
fn Grid(props: &CellGrid) -> Html {
    let hand = Hand {
        grid: use_node_ref(),
        area: use_node_ref(),
        size: (props.columns, props.count),
        held: use_mut_ref(|| (None, None)),
        hover: props.on_hover.clone(),
        edit: props.on_edit.clone(),
    };
    let onkeydown = {
        let (moved, at, columns) = (props.on_move.clone(), props.at, props.columns);
        Callback::from(move |event: KeyboardEvent| {
            let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
            if let Some(by) = step(&event.key(), at, columns).filter(|_| !modified) {
                event.prevent_default();
                event.stop_propagation();
                moved.emit(by);
            }
        })
    };
    let columns = props.columns.max(1);
    let rows = props.count.div_ceil(columns);
    let (row, column) = (props.at / columns, props.at % columns);
    let number = |n: usize| AttrValue::from(n.to_string());
    // Its number is part of the id: else moving to another cell would not be told.
    let id = AttrValue::from([&props.id, "-cell-", &number(props.at)].concat());
    let [x, y, width, height] = props.place.clone();
    let view_box = ["0 0 ", &number(columns), " ", &number(rows)].concat();
    html! {
        <svg ref={hand.grid.clone()} class="cells" {x} {y} {width} {height} viewBox={view_box} preserveAspectRatio="none"
            role="grid" tabindex="0" aria-label={props.label.clone()} aria-rowcount={number(rows)} aria-colcount={number(columns)}
            aria-activedescendant={id.clone()} {onkeydown}
            onpointerdown={hand.on(|hand, event| hand.press(event))} onpointerup={hand.on(|hand, event| hand.release(event))}
            onpointermove={hand.on(|hand, event| hand.point(hand.under(event)))} onpointerleave={hand.on(|hand, _| hand.point(None))}
            onpointercancel={hand.on(|hand, _| hand.held.borrow_mut().0 = None)}
            // Else the browser would take the focus away again.
            onmousedown={Callback::from(|event: MouseEvent| event.prevent_default())}>
            <rect ref={hand.area.clone()} class="handle__reach" width={number(columns)} height={number(rows)} />
            { props.marks.clone() }
            <g role="row" aria-rowindex={number(row + 1)}>
                <rect {id} class="cells__now" role="gridcell" aria-colindex={number(column + 1)} aria-selected="true"
                    aria-label={props.name.clone()} x={number(column)} y={number(row)} width="1" height="1" />
            </g>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_walk_rows_and_columns() {
        assert_eq!(["ArrowLeft", "ArrowDown", "PageUp"].map(|key| step(key, 5, 16)), [Some(-1), Some(16), Some(-64)]);
        assert_eq!((step("Home", 21, 16), step("End", 21, 16)), (Some(-5), Some(10)));
        assert_eq!((step("a", 0, 16), step("End", 0, 0)), (None, Some(0)));
    }
}
