//! Knowing when an element comes near the screen.

use js_sys::Array;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// How near: a screen above or below.
const MARGIN: &str = "100% 0px";

/// Watches an element until it is dropped.
pub struct Near {
    observer: IntersectionObserver,
    _heard: Closure<dyn FnMut(Array)>,
}

impl Near {
    /// Calls `then` once the element is within a screen's height of what is seen, and again when it comes back.
    ///
    /// # Errors
    /// If the browser has no such observer.
    pub fn new(element: &Element, then: impl Fn() + 'static) -> Result<Self, JsValue> {
        let heard = Closure::<dyn FnMut(Array)>::new(move |seen: Array| {
            let near = |entry: JsValue| entry.unchecked_into::<IntersectionObserverEntry>().is_intersecting();
            if seen.iter().any(near) {
                then();
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        let observer = IntersectionObserver::new_with_options(heard.as_ref().unchecked_ref(), &options)?;
        observer.observe(element);
        Ok(Self { observer, _heard: heard })
    }
}

impl Drop for Near {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
