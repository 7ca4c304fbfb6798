//! Mounting, updating and destroying widgets for the custom elements of `static/frugal.js`.
//!
//! Handles are numbers that are never used twice; a wrong one is an error value. After a panic the core is dead: its
//! memory may be half-changed, so everything is refused from then on, and the shell loads a fresh core on a retry.

mod app;
mod asked;
mod death;
mod options;
mod report;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Element;
use yew::{AttrValue, Callback};

use crate::state::TableInfo;
use crate::widgets::{self, Change, TABLES};
use app::{App, Shown};
use asked::Asked;
pub use death::start;
use options::Options;

/// Why a call was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No widget of that name.
    UnknownWidget,
    /// Nothing is mounted under that handle.
    StaleHandle,
    /// What it should be mounted in is no element that takes another.
    NotAnElement,
    /// The core panicked before.
    Dead,
    /// The widget's code did not come: there is no network.
    Offline,
    /// The widget's code did not come: most likely the site holds another version by now.
    Skew,
}

impl Refusal {
    /// The name under which the shell gets it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::UnknownWidget => "unknown-widget",
            Self::StaleHandle => "stale-handle",
            Self::NotAnElement => "not-an-element",
            Self::Dead => "panic",
            Self::Offline => "offline",
            Self::Skew => "skew",
        }
    }
}

struct Mounted {
    table: &'static TableInfo,
    app: App,
    shown: Shown,
    asked: Rc<Asked>,
}

#[derive(Default)]
struct Registry {
    last: u32,
    mounted: Vec<Mounted>,
    spare: Vec<App>,
}

impl Registry {
    fn position(&self, handle: u32) -> Result<usize, Refusal> {
        self.mounted.iter().position(|mounted| mounted.shown.handle == handle).ok_or(Refusal::StaleHandle)
    }
}

thread_local! {
    static REGISTRY: RefCell<Registry> = RefCell::default();
}

fn with_registry<T>(act: impl FnOnce(&mut Registry) -> T) -> Result<T, Refusal> {
    // The page must not be touched in `act`: its listeners may call back. So only a panic can leave this borrowed.
    REGISTRY.with(|registry| registry.try_borrow_mut().map(|mut it| act(&mut it)).map_err(|_| Refusal::Dead))
}

/// Fetches the code of a widget.
///
/// # Errors
/// [`Refusal::UnknownWidget`], [`Refusal::Dead`], [`Refusal::Offline`], [`Refusal::Skew`].
pub async fn load(widget: &str) -> Result<(), Refusal> {
    death::alive()?;
    known(widget)?;
    let online = || web_sys::window().is_none_or(|window| window.navigator().on_line());
    widgets::load(widget).await.map_err(|_| if online() { Refusal::Skew } else { Refusal::Offline })
}

fn known(widget: &str) -> Result<&'static TableInfo, Refusal> {
    TABLES.iter().find(|table| table.name == widget).ok_or(Refusal::UnknownWidget)
}

/// Mounts a widget at the end of an element and returns its handle.
///
/// `options` is a plain object: `lang`, `chrome` and `site` are texts, `attributes` an object of texts of which only the
/// widget's fields count, `state` a state string or an object of fields, laid over the attributes. `report` is called
/// with what [`report::object`] makes, after the first and each further state.
///
/// # Errors
/// [`Refusal::UnknownWidget`], [`Refusal::NotAnElement`], [`Refusal::Dead`].
pub fn mount(root: JsValue, widget: &str, options: &JsValue, report: Function) -> Result<u32, Refusal> {
    death::alive()?;
    let table = known(widget)?;
    let root: Element = root.dyn_into().map_err(|_| Refusal::NotAnElement)?;
    let options = Options::read(options, table);
    let asked = Rc::new(Asked::default());
    let on_change = {
        let asked = asked.clone();
        Callback::from(move |change: Change| {
            let fresh = asked.answer(change.revision);
            // An exception in a listener is the page's own.
            let _ = report.call1(&JsValue::NULL, &report::object(&change, fresh, asked.settled()));
        })
    };
    let host = widgets::Props {
        id: AttrValue::Static(table.name),
        lang: options.lang.unwrap_or_default(),
        preset: Rc::default(),
        given: asked.ask(options.fields),
        site: options.site.map(AttrValue::from).unwrap_or_default(),
        chrome: options.chrome.unwrap_or_default(),
        on_change,
    };
    let (handle, spare) = with_registry(|registry| {
        registry.last = registry.last.wrapping_add(1);
        (registry.last, registry.spare.pop())
    })?;
    let app = spare.map_or_else(|| App::new(&root), Ok);
    let mut app = app.and_then(|app| app.place(&root).map(|()| app)).map_err(|_| Refusal::NotAnElement)?;
    let shown = Shown { handle, widget: table.name, host };
    app.show(shown.clone());
    with_registry(|registry| registry.mounted.push(Mounted { table, app, shown, asked }))?;
    Ok(handle)
}

/// Changes what is given in `options`, as for [`mount`], and leaves the rest; returns whether a report will answer.
///
/// A `state` starts from the default and says everything; `attributes` alone change only their fields, `null` resets one.
///
/// # Errors
/// [`Refusal::StaleHandle`], [`Refusal::Dead`].
pub fn update(handle: u32, options: &JsValue) -> Result<bool, Refusal> {
    death::alive()?;
    with_registry(|registry| {
        let at = registry.position(handle)?;
        let mounted = &mut registry.mounted[at];
        let options = Options::read(options, mounted.table);
        let mut shown = mounted.shown.clone();
        shown.host.lang = options.lang.unwrap_or(shown.host.lang);
        shown.host.chrome = options.chrome.unwrap_or(shown.host.chrome);
        let answers = !options.fields.is_empty();
        if answers {
            shown.host.given = mounted.asked.ask(options.fields);
        }
        if shown != mounted.shown {
            mounted.shown = shown.clone();
            mounted.app.show(shown);
        }
        Ok(answers)
    })?
}

/// Destroys a widget and takes its markup out of the element that it was mounted in.
///
/// # Errors
/// [`Refusal::StaleHandle`], [`Refusal::Dead`].
pub fn unmount(handle: u32) -> Result<(), Refusal> {
    death::alive()?;
    let mut app = with_registry(|registry| Ok(registry.mounted.swap_remove(registry.position(handle)?).app))??;
    app.empty();
    with_registry(|registry| registry.spare.push(app))
}
