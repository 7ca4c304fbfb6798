//! The clipboard.

use wasm_bindgen::JsValue;
use yew::Callback;
use yew::platform::spawn_local;

/// Copies a text; `then` hears whether it worked (sandboxed frames may forbid it).
pub fn copy(text: String, then: Callback<bool>) {
    spawn_local(async move {
        then.emit(write(&text).await.is_ok());
    });
}

async fn write(text: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    // Absent on insecure origins: `clipboard()` would then be undefined and its method throw.
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into())?;
    if clipboard.is_undefined() {
        return Err(JsValue::NULL);
    }
    wasm_bindgen_futures::JsFuture::from(window.navigator().clipboard().write_text(text)).await.map(|_| ())
}
