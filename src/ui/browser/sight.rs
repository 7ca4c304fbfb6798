//! Whether an element is in sight.

use gloo_events::EventListener;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::Callback;

type Seen = Closure<dyn FnMut(js_sys::Array)>;

/// Watches an element until it is dropped.
pub struct Sight {
    observer: IntersectionObserver,
    _hidden: Option<EventListener>,
    // The browser calls it as long as the observer lives.
    _seen: Seen,
}

impl Sight {
    /// Tells `then` whether any of `element` is in sight, now and whenever that changes: it is scrolled away, or another
    /// tab comes to the front. What is less than `margin` away (as in CSS: `100% 0px` is a screen above and below) counts.
    #[must_use]
    pub fn of(element: &Element, margin: &str, then: Callback<bool>) -> Option<Self> {
        let document = element.owner_document();
        let hidden = document.map(|document| {
            let then = then.clone();
            let target = document.clone();
            EventListener::new(&target, "visibilitychange", move |_| {
                if document.hidden() {
                    then.emit(false);
                }
            })
        });
        let seen = Seen::new(move |entries: js_sys::Array| {
            let last = entries.pop().dyn_into::<IntersectionObserverEntry>();
            if let Ok(entry) = last {
                then.emit(entry.is_intersecting());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(margin);
        let observer = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options).ok()?;
        observer.observe(element);
        Some(Self { observer, _hidden: hidden, _seen: seen })
    }
}

impl Drop for Sight {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
