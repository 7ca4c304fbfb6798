//! The colours that an element sees.

use gloo_events::EventListener;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, MutationObserver, MutationObserverInit};
use yew::Callback;

/// Custom properties as an element sees them, in the order of their names.
///
/// # Errors
/// If there is no style to ask.
pub fn properties<const N: usize>(element: &Element, names: &[&str; N]) -> Result<[String; N], JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let style = window.get_computed_style(element)?.ok_or(JsValue::NULL)?;
    Ok(names.map(|name| style.get_property_value(name).unwrap_or_default()))
}

/// Watches the theme until it is dropped: the system's, and what is chosen by `data-theme`.
pub struct Theme {
    observer: MutationObserver,
    _system: Option<EventListener>,
    // The browser calls it as long as the observer lives.
    _chosen: Closure<dyn FnMut()>,
}

impl Theme {
    /// Tells `then` when the colours around `element` may have changed.
    #[must_use]
    pub fn watch(element: &Element, then: Callback<()>) -> Option<Self> {
        let root = element.owner_document().and_then(|document| document.document_element());
        let host = element.closest("[data-theme]").ok().flatten().or(root)?;
        let chosen = {
            let then = then.clone();
            Closure::<dyn FnMut()>::new(move || then.emit(()))
        };
        let observer = MutationObserver::new(chosen.as_ref().unchecked_ref()).ok()?;
        let options = MutationObserverInit::new();
        options.set_attribute_filter(&js_sys::Array::of1(&"data-theme".into()));
        observer.observe_with_options(&host, &options).ok()?;
        let asked = web_sys::window()?.match_media("(prefers-color-scheme: dark)").ok().flatten();
        let system = asked.map(|media| EventListener::new(&media, "change", move |_| then.emit(())));
        Some(Self { observer, _system: system, _chosen: chosen })
    }
}

impl Drop for Theme {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
