//! What stands in the address bar and in the history behind it, so that back and forward walk through what was done.
//! Pure.

/// What to tell the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The present entry gets this query.
    Replace(String),
    /// A new entry with this query.
    Push(String),
}

/// Queries, without `?`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    /// In the address bar.
    shown: String,
    /// Of the present entry when nothing is being dragged.
    settled: String,
    /// What the page would write for it, which may be spelt otherwise.
    canonical: String,
}

impl Ledger {
    /// A page that opened with this query.
    #[must_use]
    pub fn new(query: &str) -> Self {
        Self { shown: query.into(), settled: query.into(), canonical: query.into() }
    }

    /// The page is in a state that it would write like this, and no change of the reader's led there; the bar stays as it is.
    /// While the hand is on something, that is no state to come back to.
    pub fn rest(&mut self, query: &str) {
        if self.shown == self.settled {
            query.clone_into(&mut self.canonical);
        }
    }

    /// The hand is on something.
    pub fn live(&mut self, query: &str) -> Option<Entry> {
        (query != self.shown).then(|| {
            query.clone_into(&mut self.shown);
            Entry::Replace(query.into())
        })
    }

    /// The reader let go: the entry from before is restored, and the new state is a step of its own.
    pub fn done(&mut self, query: &str) -> Vec<Entry> {
        let mut entries = Vec::new();
        if self.shown != self.settled {
            entries.push(Entry::Replace(self.settled.clone()));
        }
        if query != self.canonical && query != self.settled {
            entries.push(Entry::Push(query.into()));
            query.clone_into(&mut self.settled);
        }
        self.shown.clone_from(&self.settled);
        query.clone_into(&mut self.canonical);
        entries
    }

    /// Something that is no step of its own.
    pub fn quiet(&mut self, query: &str) -> Option<Entry> {
        query.clone_into(&mut self.settled);
        query.clone_into(&mut self.canonical);
        self.live(query)
    }

    /// Back or forward led to this query; says whether it is another one.
    pub fn arrive(&mut self, query: &str) -> bool {
        let other = query != self.shown;
        if other {
            *self = Self::new(query);
        }
        other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drag_is_one_step_and_back_leads_before_it() {
        let mut ledger = Ledger::new("");
        ledger.rest("lang=en");
        assert_eq!(ledger.live("x=1"), Some(Entry::Replace("x=1".into())));
        assert_eq!(ledger.live("x=1"), None);
        assert_eq!(ledger.done("x=2"), [Entry::Replace(String::new()), Entry::Push("x=2".into())]);
        assert_eq!(ledger.done("x=2"), []);
        assert_eq!(ledger.done("x=3"), [Entry::Push("x=3".into())]);
    }

    #[test]
    fn a_drag_is_a_step_though_another_figure_reports_meanwhile() {
        let mut ledger = Ledger::new("");
        ledger.live("x=1");
        ledger.rest("x=1");
        assert_eq!(ledger.done("x=1"), [Entry::Replace(String::new()), Entry::Push("x=1".into())]);
    }

    #[test]
    fn a_drag_back_to_where_it_began_is_no_step() {
        let mut ledger = Ledger::new("utm=1");
        ledger.rest("utm=1&lang=en");
        assert_eq!(ledger.done("utm=1&lang=en"), []);
        ledger.live("x=1");
        assert_eq!(ledger.done("utm=1&lang=en"), [Entry::Replace("utm=1".into())]);
    }

    #[test]
    fn going_back_pushes_nothing() {
        let mut ledger = Ledger::new("a");
        ledger.done("b");
        assert!(ledger.arrive("a"));
        ledger.rest("a");
        assert_eq!(ledger.done("a"), []);
        // A fragment changed, or the same entry again.
        assert!(!ledger.arrive("a"));
    }

    #[test]
    fn quiet_changes_replace() {
        let mut ledger = Ledger::new("a");
        assert_eq!(ledger.quiet("a&theme=dark"), Some(Entry::Replace("a&theme=dark".into())));
        assert_eq!(ledger.done("a&theme=dark"), []);
    }
}
