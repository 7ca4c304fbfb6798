//! The state of the page, and what can happen to it. Pure.

use std::rc::Rc;

use yew::Reducible;

use super::address::{Address, Theme};
use super::document::{Fields, Placement};
use super::documents;
use crate::i18n::Lang;
use crate::state::{Pairs, Value};
use crate::widgets::{Base, Change, Given, Phase};

/// What the browser says when the page starts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Start {
    /// The query of the address, without `?`.
    pub query: String,
    /// The reader's languages as tags, the favourite first.
    pub languages: Vec<String>,
}

/// How a change gets into the address bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Write {
    /// In place, now and then, while the hand is on it.
    Live,
    /// As a step that one can go back from.
    Done,
    /// In place.
    Quiet,
}

/// What can happen.
pub enum Action {
    /// Back or forward to this query, without `?`.
    Arrive(String),
    /// Another language.
    Lang(Lang),
    /// Other colours.
    Theme(Theme),
    /// Words of the article set fields of an instance.
    Set(&'static str, Fields),
    /// A widget reports.
    Report(Change),
}

/// An instance of a widget.
#[derive(Clone)]
pub struct Slot {
    /// Where it stands.
    pub placement: &'static Placement,
    /// The fields in which the article starts it.
    pub preset: Rc<Pairs>,
    /// What it is asked for.
    pub given: Given,
    /// The fields that differ from its start here.
    changed: Pairs,
    /// Every field; none until it reports.
    pub fields: Vec<(&'static str, String)>,
    /// Its readings; none until it reports.
    pub readings: Vec<(&'static str, Value)>,
    /// Whether words of the article asked for what it reports next.
    asked: bool,
}

/// The state of the page.
#[derive(Clone)]
pub struct Page {
    /// The language.
    pub lang: Lang,
    /// The colours.
    pub theme: Theme,
    /// The widgets.
    pub slots: Vec<Slot>,
    /// How the reader's last change gets into the address bar, and how many changes there were.
    pub write: (u32, Write),
    /// Grows with each change.
    pub serial: u32,
    /// The language of an address that names none.
    fallback: Lang,
    foreign: Vec<String>,
}

/// The serial tells states of one page apart.
impl PartialEq for Page {
    fn eq(&self, other: &Self) -> bool {
        self.serial == other.serial
    }
}

/// Fields as texts.
fn pairs(fields: Fields) -> Pairs {
    fields.iter().copied().collect()
}

impl Page {
    /// The page as it opens.
    #[must_use]
    pub fn new(start: &Start) -> Self {
        let fallback = start.languages.iter().find_map(|tag| Lang::from_tag(tag)).unwrap_or_default();
        let slot = |placement: &'static Placement| Slot {
            placement,
            preset: Rc::new(pairs(placement.preset)),
            given: Given::default(),
            changed: Pairs::new(),
            fields: Vec::new(),
            readings: Vec::new(),
            asked: false,
        };
        let page = Self {
            lang: fallback,
            theme: Theme::Auto,
            slots: documents::placements().map(slot).collect(),
            write: (0, Write::Quiet),
            serial: 0,
            fallback,
            foreign: Vec::new(),
        };
        let mut page = page.arrived(&start.query);
        for slot in &mut page.slots {
            // A fresh widget is not asked again: what is given is its first state.
            slot.given.revision = 0;
        }
        page
    }

    fn ids(&self) -> Vec<&'static str> {
        self.slots.iter().map(|slot| slot.placement.id).collect()
    }

    /// The instance of this id.
    #[must_use]
    pub fn slot(&self, id: &str) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.placement.id == id)
    }

    fn full(&self) -> Address {
        Address {
            lang: Some(self.lang),
            theme: self.theme,
            fields: self.slots.iter().map(|slot| slot.changed.clone()).collect(),
            foreign: self.foreign.clone(),
        }
    }

    /// The query that opens the page as it is, without `?`.
    #[must_use]
    pub fn query(&self) -> String {
        self.full().write(&self.ids())
    }

    /// The query of the page in another language.
    #[must_use]
    pub fn query_in(&self, lang: Lang) -> String {
        Address { lang: Some(lang), ..self.full() }.write(&self.ids())
    }

    /// The query of the page with some fields of an instance set.
    #[must_use]
    pub fn query_with(&self, id: &str, fields: Fields) -> String {
        let mut address = self.full();
        for (slot, changed) in self.slots.iter().zip(&mut address.fields) {
            if slot.placement.id == id {
                let kept = |(field, _): &(&str, &str)| fields.iter().all(|(set, _)| set != field);
                *changed = slot.changed.iter().filter(kept).chain(fields.iter().copied()).collect();
            }
        }
        address.write(&self.ids())
    }

    fn arrived(&self, query: &str) -> Self {
        let address = Address::read(query, &self.ids());
        let mut page = self.clone();
        page.lang = address.lang.unwrap_or(self.fallback);
        page.theme = address.theme;
        page.foreign = address.foreign;
        for (slot, fields) in page.slots.iter_mut().zip(address.fields) {
            slot.asked = false;
            if fields != slot.changed {
                slot.ask(fields.clone(), Base::Default);
                slot.changed = fields;
            }
        }
        page
    }

    fn set(&self, id: &str, fields: Fields) -> Self {
        let mut page = self.clone();
        for slot in page.slots.iter_mut().filter(|slot| slot.placement.id == id) {
            slot.ask(pairs(fields), Base::Current);
            slot.asked = true;
        }
        page
    }

    fn reported(&self, change: Change) -> Self {
        let mut page = self.clone();
        let Some(slot) = page.slots.iter_mut().find(|slot| slot.placement.id == &*change.id) else { return page };
        let write = match change.phase {
            Phase::Live => Some(Write::Live),
            Phase::Done => Some(Write::Done),
            Phase::Given | Phase::Ready => slot.asked.then_some(Write::Done),
        };
        slot.asked = false;
        slot.changed = change.changed.into_iter().collect();
        slot.fields = change.fields;
        slot.readings = change.readings;
        match write {
            Some(write) => page.written(write),
            None => page,
        }
    }

    fn written(self, write: Write) -> Self {
        Self { write: (self.write.0.wrapping_add(1), write), ..self }
    }

    fn after(&self, action: Action) -> Self {
        match action {
            // Colours are no step: whoever chose dark does not want light again by going back.
            Action::Arrive(query) => Self { theme: self.theme, ..self.arrived(&query) },
            Action::Lang(lang) => Self { lang, ..self.clone() }.written(Write::Done),
            Action::Theme(theme) => Self { theme, ..self.clone() }.written(Write::Quiet),
            Action::Set(id, fields) => self.set(id, fields),
            Action::Report(change) => self.reported(change),
        }
    }
}

impl Slot {
    fn ask(&mut self, pairs: Pairs, base: Base) {
        // What was asked of a widget that is not there yet is still to come.
        let (pairs, base) = match base {
            Base::Current if self.fields.is_empty() => {
                (self.given.pairs.iter().chain(pairs.iter()).collect(), self.given.base)
            }
            base => (pairs, base),
        };
        self.given = Given { pairs: Rc::new(pairs), base, revision: self.given.revision.wrapping_add(1) };
    }
}

impl Reducible for Page {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self { serial: self.serial.wrapping_add(1), ..self.after(action) })
    }
}
