//! Unit tests that run inside a browser (wasm-bindgen-test): what only an engine can show.
//!
//! Run one with `cargo test --target wasm32-unknown-unknown --test browser name`; a new topic is a new file beside this.
#![cfg(target_arch = "wasm32")]

mod determinism;
mod embed;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
