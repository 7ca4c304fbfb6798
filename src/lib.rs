//! Frugal explains mixture-of-experts routing, latent attention and FP8 arithmetic by computing them.
//!
//! The layers, from the top; each sees only those below it (`tests/layers.rs` asserts it):
//!
//! ```text
//! main → article ─┐
//! bin/embed → embed ─┴→ widgets → ui → (yew, web-sys)
//!                          ├────→ numerics
//!                          └────→ state, i18n
//! ```
//!
//! - [`numerics`]: the science; no web, no Yew, no hidden randomness, no panic on any input.
//! - [`ui`]: controls and marks that know no machine-learning word.
//! - [`state`]: the typed table behind attributes, links, presets and the generated reference.
//! - [`decimal`]: exact decimal digits of a float.
//! - [`i18n`]: every word a reader sees, in English and Chinese, and how numbers are written.
//! - [`widgets`]: one folder a widget: state, readings, view.
//! - [`article`]: the page.
//! - [`embed`]: mounting widgets for the custom elements of `static/frugal.js`.

pub mod article;
pub mod decimal;
pub mod embed;
pub mod i18n;
pub mod numerics;
pub mod state;
pub mod ui;
pub mod widgets;
