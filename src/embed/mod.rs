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
use yew::{AppHandle, AttrValue, Callback, Renderer};

use crate::state::TableInfo;
use crate::widgets::{self, Change, TABLES};
use app::App;
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
    /// What it should be mounted on is no element.
    NotAnElement,
    /// The core panicked before.
    Dead,
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
        }
    }
}

struct Mounted {
    handle: u32,
    table: &'static TableInfo,
    app: AppHandle<App>,
    props: app::Props,
    asked: Rc<Asked>,
}

#[derive(Default)]
struct Registry {
    last: u32,
    mounted: Vec<Mounted>,
}

impl Registry {
    fn position(&self, handle: u32) -> Result<usize, Refusal> {
        self.mounted.iter().position(|mounted| mounted.handle == handle).ok_or(Refusal::StaleHandle)
    }
}

thread_local! {
    static REGISTRY: RefCell<Registry> = RefCell::default();
}

fn with_registry<T>(act: impl FnOnce(&mut Registry) -> Result<T, Refusal>) -> Result<T, Refusal> {
    // Yew only schedules what is asked of it, so nothing comes back while this is borrowed; after a panic it may be.
    REGISTRY.with(|registry| registry.try_borrow_mut().map_err(|_| Refusal::Dead).and_then(|mut it| act(&mut it)))
}

/// Mounts a widget on an element, whose children it replaces, and returns its handle.
///
/// `options` is a plain object: `lang`, `chrome` and `site` are texts, `attributes` an object of texts of which only the
/// widget's fields count, `state` a state string or an object of fields, laid over the attributes. `report` is called
/// with an object after the first and each further state; see DESIGN.md, "Embedding".
///
/// # Errors
/// [`Refusal::UnknownWidget`], [`Refusal::NotAnElement`], [`Refusal::Dead`].
pub fn mount(root: JsValue, widget: &str, options: &JsValue, report: Function) -> Result<u32, Refusal> {
    death::alive()?;
    let table = TABLES.iter().find(|table| table.name == widget).ok_or(Refusal::UnknownWidget)?;
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
    let props = widgets::Props {
        id: AttrValue::Static(table.name),
        lang: options.lang.unwrap_or_default(),
        preset: Rc::default(),
        given: asked.ask(options.fields),
        site: options.site.map(AttrValue::from).unwrap_or_default(),
        chrome: options.chrome.unwrap_or_default(),
        on_change,
    };
    let props = app::Props { widget: table.name, host: props };
    with_registry(|registry| {
        registry.last = registry.last.wrapping_add(1);
        let handle = registry.last;
        let app = Renderer::<App>::with_root_and_props(root, props.clone()).render();
        registry.mounted.push(Mounted { handle, table, app, props, asked });
        Ok(handle)
    })
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
        let mut props = mounted.props.clone();
        props.host.lang = options.lang.unwrap_or(props.host.lang);
        props.host.chrome = options.chrome.unwrap_or(props.host.chrome);
        let answers = !options.fields.is_empty();
        if answers {
            props.host.given = mounted.asked.ask(options.fields);
        }
        if props != mounted.props {
            mounted.props = props.clone();
            mounted.app.update(props);
        }
        Ok(answers)
    })
}

/// Destroys a widget; the element may be removed right after.
///
/// # Errors
/// [`Refusal::StaleHandle`], [`Refusal::Dead`].
pub fn unmount(handle: u32) -> Result<(), Refusal> {
    death::alive()?;
    let mounted = with_registry(|registry| Ok(registry.mounted.swap_remove(registry.position(handle)?)))?;
    mounted.app.destroy();
    Ok(())
}
