//! What the host knows of a state whose widget it does not know.

use std::rc::Rc;

use super::Phase;
use super::wanted::Wanted;
use crate::i18n::Lang;
use crate::state::{Problem, Value};

/// What is known about a state without knowing the widget.
#[derive(Clone)]
pub struct Facts {
    pub lang: Lang,
    pub problems: Rc<Vec<Problem>>,
    pub lit: Option<&'static str>,
    pub phase: Phase,
    /// Grows with each new state.
    pub serial: u32,
    pub touched: bool,
    /// Revision of the request that was carried out last.
    pub revision: u32,
    /// Work missing from the model: done, total.
    pub pending: Option<(u64, u64)>,
    /// A data file missing for it.
    pub wanted: Option<Wanted>,
}

impl Facts {
    /// Whether nothing but work has happened between the two.
    pub fn like(&self, other: &Self) -> bool {
        let flat = |facts: &Self| (facts.lang, facts.lit, facts.phase, facts.serial, facts.touched, facts.wanted);
        flat(self) == flat(other) && self.revision == other.revision && Rc::ptr_eq(&self.problems, &other.problems)
    }

    /// Whether the model is all it will be: nothing is missing, or what is missing could not be fetched.
    pub fn settled(&self) -> bool {
        self.wanted.map_or(self.pending.is_none(), |wanted| wanted.lost)
    }
}

/// What the outside is told of a state.
pub struct Told {
    /// Fields that differ from the start.
    pub changed: Vec<(&'static str, String)>,
    /// Every field.
    pub fields: Vec<(&'static str, String)>,
    pub readings: Vec<(&'static str, Value)>,
    pub description: String,
}
