//! The article: what its Markdown may say, and that it says what is true; and the page's state and addresses.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

#[path = "../../build/mod.rs"]
mod compiler;

mod addresses;
mod markdown;
mod page;
mod shipped;
