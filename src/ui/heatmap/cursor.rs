//! The cell under the hand.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

/// A place that the listeners share.
pub type At = Rc<RefCell<Option<(usize, usize)>>>;

/// What moves the cursor.
#[derive(Clone)]
pub struct Hand {
    /// Rows and columns.
    pub size: (usize, usize),
    /// Where it is: a second key may come before the first has been drawn.
    pub at: At,
    pub place: NodeRef,
    pub moved: Callback<Option<(usize, usize)>>,
}

/// Where a key moves to, if anywhere; Escape leaves.
fn after(key: &str, at: Option<(usize, usize)>, (rows, columns): (usize, usize)) -> Option<Option<(usize, usize)>> {
    let (last_row, last_column) = (rows.checked_sub(1)?, columns.checked_sub(1)?);
    let known =
        matches!(key, "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" | "Home" | "End" | "PageUp" | "PageDown");
    let Some((row, column)) = at else { return known.then_some(Some((0, 0))) };
    let leap = (rows / 10).max(1);
    let to = match key {
        "ArrowUp" => (row.saturating_sub(1), column),
        "ArrowDown" => (row + 1, column),
        "ArrowLeft" => (row, column.saturating_sub(1)),
        "ArrowRight" => (row, column + 1),
        "PageUp" => (row.saturating_sub(leap), column),
        "PageDown" => (row + leap, column),
        "Home" => (row, 0),
        "End" => (row, last_column),
        "Escape" => return Some(None),
        _ => return None,
    };
    Some(Some((to.0.min(last_row), to.1.min(last_column))))
}

impl Hand {
    /// A listener that keeps a copy.
    pub fn on<E: 'static>(&self, then: impl Fn(&Self, E) + 'static) -> Callback<E> {
        let hand = self.clone();
        Callback::from(move |event| then(&hand, event))
    }

    fn under(&self, event: &PointerEvent) -> Option<(usize, usize)> {
        let bounds = self.place.cast::<Element>()?.get_bounding_client_rect();
        let (x, y) = (f64::from(event.client_x()) - bounds.left(), f64::from(event.client_y()) - bounds.top());
        let cell = |at: f64, length: f64, count: usize| {
            let cell = f64::floor(at / length * count as f64);
            (cell >= 0.0 && cell < count as f64).then_some(cell as usize)
        };
        Some((cell(y, bounds.height(), self.size.0)?, cell(x, bounds.width(), self.size.1)?))
    }

    pub fn over(&self, event: &PointerEvent) {
        let to = self.under(event);
        if to != *self.at.borrow() {
            self.to(to);
        }
    }

    pub fn key(&self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let to = after(&event.key(), *self.at.borrow(), self.size);
        if let Some(to) = to {
            event.prevent_default();
            event.stop_propagation();
            self.to(to);
        }
    }

    pub fn leave(&self) {
        self.to(None);
    }

    fn to(&self, to: Option<(usize, usize)>) {
        *self.at.borrow_mut() = to;
        self.moved.emit(to);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_walk_and_stop_at_the_edge() {
        let size = (20, 3);
        assert_eq!(after("ArrowDown", None, size), Some(Some((0, 0))));
        assert_eq!(after("ArrowDown", Some((19, 1)), size), Some(Some((19, 1))));
        assert_eq!(after("PageDown", Some((3, 1)), size), Some(Some((5, 1))));
        assert_eq!(after("End", Some((3, 1)), size), Some(Some((3, 2))));
        assert_eq!(after("ArrowLeft", Some((3, 0)), size), Some(Some((3, 0))));
        assert_eq!(after("Escape", Some((3, 0)), size), Some(None));
        assert_eq!(after("Escape", None, size), None);
        assert_eq!(after("a", Some((3, 0)), size), None);
        assert_eq!(after("End", None, (0, 3)), None);
    }
}
