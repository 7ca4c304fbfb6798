//! Fetching files.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;
use yew::Callback;
use yew::platform::spawn_local;

/// Fetches a file of exactly `length` bytes; `then` hears `None` if it does not come whole.
pub fn fetch(address: String, length: usize, then: Callback<Option<Vec<u8>>>) {
    spawn_local(async move {
        let bytes = bytes(&address).await.ok();
        then.emit(bytes.filter(|bytes| bytes.len() == length));
    });
}

async fn bytes(address: &str) -> Result<Vec<u8>, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response: Response = JsFuture::from(window.fetch_with_str(address)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
