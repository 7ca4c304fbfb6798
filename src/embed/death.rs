//! A panic ends the core: every widget of the page falls back, and nothing is carried out any more.

use std::cell::{Cell, RefCell};
use std::panic::PanicHookInfo;

use js_sys::Function;
use wasm_bindgen::JsValue;

use super::Refusal;

thread_local! {
    static DEAD: Cell<bool> = const { Cell::new(false) };
    static ON_PANIC: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Takes the place of Yew's panic hook; `on_panic` is called with the message, once, and must not call back.
pub fn start(on_panic: Function) {
    ON_PANIC.with(|kept| kept.replace(Some(on_panic)));
    yew::set_custom_panic_hook(Box::new(die));
}

/// # Errors
/// [`Refusal::Dead`] after a panic.
pub fn alive() -> Result<(), Refusal> {
    if DEAD.get() { Err(Refusal::Dead) } else { Ok(()) }
}

fn die(info: &PanicHookInfo<'_>) {
    DEAD.set(true);
    ON_PANIC.with(|kept| {
        if let Some(on_panic) = kept.try_borrow_mut().ok().and_then(|mut kept| kept.take()) {
            let _ = on_panic.call1(&JsValue::NULL, &info.to_string().into());
        }
    });
}
