//! The core behind the custom elements: what `static/frugal.js` calls. Errors are thrown with their `code`.

use frugal::embed;
use js_sys::Function;
use wasm_bindgen::prelude::*;

/// Says whom to tell of a panic.
#[wasm_bindgen]
pub fn start(on_panic: Function) {
    embed::start(on_panic);
}

/// Fetches the code of a widget; [`mount`] wants it there.
///
/// # Errors
/// The code of an [`embed::Refusal`].
#[wasm_bindgen]
pub async fn load(widget: String) -> Result<(), JsValue> {
    embed::load(&widget).await.map_err(thrown)
}

/// See [`embed::mount`].
///
/// # Errors
/// The code of an [`embed::Refusal`].
#[wasm_bindgen]
pub fn mount(root: JsValue, widget: &str, options: &JsValue, report: Function) -> Result<u32, JsValue> {
    embed::mount(root, widget, options, report).map_err(thrown)
}

/// See [`embed::update`].
///
/// # Errors
/// The code of an [`embed::Refusal`].
#[wasm_bindgen]
pub fn update(handle: u32, options: &JsValue) -> Result<bool, JsValue> {
    embed::update(handle, options).map_err(thrown)
}

/// See [`embed::unmount`].
///
/// # Errors
/// The code of an [`embed::Refusal`].
#[wasm_bindgen]
pub fn unmount(handle: u32) -> Result<(), JsValue> {
    embed::unmount(handle).map_err(thrown)
}

fn thrown(refusal: embed::Refusal) -> JsValue {
    let error = js_sys::Error::new(refusal.code());
    // A fresh error object takes any property.
    let _ = js_sys::Reflect::set(&error, &"code".into(), &refusal.code().into());
    error.into()
}

fn main() {
    frugal::widgets::memory::reserve();
}
