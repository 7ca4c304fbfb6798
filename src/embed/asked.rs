//! What was asked of a widget and not answered yet.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::options::Fields;
use crate::state::Pairs;
use crate::widgets::{Base, Given};

/// The requests to one widget.
///
/// Rendering is asynchronous and a widget sees only the last request, so one that comes before the answer to another
/// carries that other's fields along.
#[derive(Default)]
pub struct Asked {
    last: RefCell<Given>,
    answered: Cell<Option<u32>>,
}

impl Asked {
    /// The next request.
    pub fn ask(&self, fields: Fields) -> Given {
        let mut last = self.last.borrow_mut();
        let base = if fields.exact { Base::Default } else { Base::Current };
        let (pairs, base) = if base == Base::Current && self.answered.get() != Some(last.revision) {
            (join(&last.pairs, &fields.pairs), last.base)
        } else {
            (fields.pairs, base)
        };
        *last = Given { pairs: Rc::new(pairs), base, revision: last.revision.wrapping_add(1) };
        last.clone()
    }

    /// Notes what a report answers; true if it is the first for that request.
    pub fn answer(&self, revision: u32) -> bool {
        self.answered.replace(Some(revision)) != Some(revision)
    }

    /// Whether the last request is answered.
    pub fn settled(&self) -> bool {
        self.answered.get() == Some(self.last.borrow().revision)
    }
}

/// Both, the later one's fields in place of the earlier one's.
fn join(earlier: &Pairs, later: &Pairs) -> Pairs {
    earlier.iter().filter(|(field, _)| later.get(field).is_none()).chain(later.iter()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(exact: bool, pairs: &[(&str, &str)]) -> Fields {
        Fields { exact, pairs: pairs.iter().copied().collect() }
    }

    #[test]
    fn an_unanswered_request_is_carried_along() {
        let asked = Asked::default();
        let first = asked.ask(fields(true, &[("a", "1"), ("b", "1")]));
        assert_eq!(first.base, Base::Default);
        let second = asked.ask(fields(false, &[("b", "2")]));
        assert_eq!((second.base, &*second.pairs), (Base::Default, &[("a", "1"), ("b", "2")].into_iter().collect()));
        assert!(!asked.settled());
        assert!(asked.answer(second.revision) && asked.settled() && !asked.answer(second.revision));
        let third = asked.ask(fields(false, &[("c", "3")]));
        assert_eq!((third.base, &*third.pairs), (Base::Current, &[("c", "3")].into_iter().collect()));
        assert_ne!(third.revision, second.revision);
        let fourth = asked.ask(fields(true, &[]));
        assert_eq!((fourth.base, fourth.pairs.is_empty()), (Base::Default, true));
    }
}
