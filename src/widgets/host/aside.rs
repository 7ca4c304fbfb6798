//! What lies under a picture: it need not follow every move of the hand.

use core::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::facts::Facts;
use super::frame::{self, Under};
use super::keep::{Kept, Message};
use super::{PACE, Phase, Props, work};
use crate::ui::{Still, TableProps};

/// What the reader has opened.
#[derive(Clone, Default)]
pub struct Opened {
    pub more: Rc<Cell<bool>>,
    pub drawer: Rc<Cell<bool>>,
}

impl Opened {
    /// Notes whether one of them is open.
    pub fn note(open: &Rc<Cell<bool>>) -> Callback<bool> {
        let open = open.clone();
        Callback::from(move |now| open.set(now))
    }
}

/// Drawn last.
struct Known {
    facts: Facts,
    props: Props,
    /// When, in ms.
    at: f64,
    table: TableProps,
    version: u32,
    html: Html,
}

/// Whether the next picture follows soon.
pub fn live(facts: &Facts) -> bool {
    facts.phase == Phase::Live || !facts.settled()
}

/// The other controls and what lies under the picture, as they were drawn last.
#[derive(Default)]
pub struct Aside {
    pub opened: Opened,
    more: Option<(u32, Html)>,
    under: Option<Known>,
}

impl Aside {
    /// Whether the other controls must be drawn: while the hand is elsewhere, closed ones need not.
    pub fn wants_more(&self, moves: bool) -> bool {
        !moves || self.opened.more.get() || self.more.is_none()
    }

    /// The other controls, with what was drawn anew.
    pub fn more(&mut self, fresh: Option<Html>) -> Html {
        if let Some(html) = fresh {
            let version = self.more.as_ref().map_or(0, |(version, _)| version.wrapping_add(1));
            self.more = Some((version, html));
        }
        self.more.as_ref().map(|(version, html)| still(*version, html)).unwrap_or_default()
    }

    /// What lies under the picture; drawn anew at rest, and now and then while the hand moves if it is open.
    pub fn under(
        &mut self,
        kept: &Kept,
        props: &Props,
        sink: &Callback<Message>,
        stage: &NodeRef,
        moves: bool,
    ) -> Html {
        let facts = kept.0.facts();
        let settled = facts.settled();
        let holds = |known: &&Known| {
            // A state that is settled and moves has just been let go of.
            let same = facts.phase == Phase::Live || settled || known.facts.serial == facts.serial;
            let soon = !self.opened.drawer.get() || work::now() - known.at < PACE;
            moves && same && soon && known.facts.lang == facts.lang && known.props == *props
        };
        if let Some(known) = self.under.as_ref().filter(holds) {
            return still(known.version, &known.html);
        }
        let table = |known: &Known| {
            let same = (known.facts.serial, known.facts.settled()) == (facts.serial, settled);
            (known.facts.lang == facts.lang && (live(facts) || same)).then(|| known.table.clone())
        };
        // Hundreds of cells are not written anew for every step of a drag.
        let table = self.under.as_ref().and_then(table);
        let under: Under = kept.0.under(&props.id, sink, table);
        let table = under.table.clone();
        let html = frame::under(props, under, sink, stage, Opened::note(&self.opened.drawer));
        let version = self.under.as_ref().map_or(0, |known| known.version.wrapping_add(1));
        let drawn = still(version, &html);
        let (facts, props, at) = (facts.clone(), props.clone(), work::now());
        self.under = Some(Known { facts, props, at, table, version, html });
        drawn
    }
}

fn still(version: u32, html: &Html) -> Html {
    html! { <Still {version} html={html.clone()} /> }
}
