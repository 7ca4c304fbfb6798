//! The address bar and the history. Everything here runs in the browser, in effects.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;
use web_sys::Window;
use yew::prelude::*;

use super::ledger::{Entry, Ledger};
use super::page::{Action, Page, Start, Write};

/// Between two changes of the address bar while the hand is on something.
const PAUSE_MS: u32 = 500;

/// What the browser says now.
#[must_use]
pub fn start() -> Start {
    let languages = |window: Window| window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect();
    Start { query: query(), languages: web_sys::window().map(languages).unwrap_or_default() }
}

fn query() -> String {
    let search = web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    search.strip_prefix('?').unwrap_or(&search).to_owned()
}

/// Keeps the path and the fragment. A browser may refuse (too many in a short time, a local file): then the bar stays.
fn tell(entry: &Entry) {
    let Some(window) = web_sys::window() else { return };
    let (Ok(history), location) = (window.history(), window.location()) else { return };
    let address = |query: &str| {
        let mark = if query.is_empty() { "" } else { "?" };
        [&location.pathname().unwrap_or_default(), mark, query, &location.hash().unwrap_or_default()].concat()
    };
    let _ = match entry {
        Entry::Replace(query) => history.replace_state_with_url(&JsValue::NULL, "", Some(&address(query))),
        Entry::Push(query) => history.push_state_with_url(&JsValue::NULL, "", Some(&address(query))),
    };
}

struct Bar {
    ledger: Ledger,
    /// How many of the reader's changes were seen.
    seen: u32,
    /// Runs after a change that was written at once; meanwhile others wait.
    pause: Option<Timeout>,
    /// The last one that waits.
    waiting: Option<String>,
}

type Shared = Rc<RefCell<Bar>>;

fn live(bar: &Shared, query: String) {
    if bar.borrow().pause.is_some() {
        bar.borrow_mut().waiting = Some(query);
        return;
    }
    let entry = bar.borrow_mut().ledger.live(&query);
    if let Some(entry) = entry {
        tell(&entry);
        let again = bar.clone();
        bar.borrow_mut().pause = Some(Timeout::new(PAUSE_MS, move || {
            again.borrow_mut().pause = None;
            let waiting = again.borrow_mut().waiting.take();
            if let Some(query) = waiting {
                live(&again, query);
            }
        }));
    }
}

fn write(bar: &Shared, page: &Page) {
    let query = page.query();
    let (count, how) = page.write;
    if bar.borrow().seen == count {
        bar.borrow_mut().ledger.rest(&query);
        return;
    }
    bar.borrow_mut().seen = count;
    if how == Write::Live {
        live(bar, query);
        return;
    }
    let mut bar = bar.borrow_mut();
    (bar.pause, bar.waiting) = (None, None);
    match how {
        Write::Done => bar.ledger.done(&query).iter().for_each(tell),
        Write::Quiet | Write::Live => bar.ledger.quiet(&query).iter().for_each(tell),
    }
}

/// Writes each change of the page into the address bar, and follows back and forward.
#[hook]
pub fn use_history(page: &UseReducerHandle<Page>) {
    let bar = use_mut_ref(|| Bar { ledger: Ledger::new(""), seen: 0, pause: None, waiting: None });
    let (dispatch, listening) = (page.dispatcher(), bar.clone());
    use_effect_with((), move |()| {
        listening.borrow_mut().ledger = Ledger::new(&query());
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "popstate", move |_| {
                let query = query();
                let other = listening.borrow_mut().ledger.arrive(&query);
                if other {
                    (listening.borrow_mut().pause, listening.borrow_mut().waiting) = (None, None);
                    dispatch.dispatch(Action::Arrive(query));
                }
            })
        });
        move || drop(listener)
    });
    let now = page.clone();
    use_effect_with(page.serial, move |_| write(&bar, &now));
}
